import Foundation
import Model
import TestSupport
import Testing

@testable import Reporting

@Suite struct PictureCollectorTests {
  private static let columns = [Column("name", "Name")]

  private static func row(_ series: String, _ period: Int) -> Row {
    var row = Row([.text("\(series) \(period)")])
    let point = Picture.Series.Point(
      label: "P\(period)",
      value: Fraction(period),
      state: .met,
      note: "\(period)"
    )
    row.part = .point(point, of: Picture.Series(key: series, title: series, promise: nil))
    return row
  }

  private func text(_ format: OutputFormat, _ rows: [Row]) throws -> String {
    var options = Sample.options(width: 80)
    options.picture = PictureHeading("Values.")
    return try Sample.text(format, options, columns: Self.columns, rows: rows)
  }

  @Test func `periods go to their series in order of the rows`() {
    var collector = PictureCollector(PictureHeading("Values."))
    for (series, period) in [("a", 1), ("b", 1), ("a", 2)] {
      collector.add(Self.row(series, period).part)
    }
    collector.add(nil)
    let points = collector.pictures.map { picture -> [String] in
      guard case .series(let series) = picture else { return [] }
      return series.points.map(\.label)
    }
    #expect(points == [["P1", "P2"], ["P1"]])
    #expect(collector.cut == nil)
  }

  @Test func `what is left out is said`() {
    var collector = PictureCollector(PictureHeading("Values."))
    for series in 1...24 { collector.add(Self.row("S\(series)", 1).part) }
    #expect(collector.cut == nil)
    collector.add(Self.row("S25", 1).part)
    #expect(collector.pictures.count == 24)
    #expect(collector.cut == "The first 24 only; the table has all.")
    for period in 2...61 { collector.add(Self.row("S1", period).part) }
    guard case .series(let first) = collector.pictures[0] else {
      Issue.record("The first picture is no series.")
      return
    }
    #expect(first.points.first?.label == "P2")
    #expect(first.points.count == 60)
    #expect(
      collector.cut == "The first 24 only; the table has all."
        + " Of more than 60 periods the last, of as many lines the first are drawn."
    )
  }

  @Test func `in HTML pictures stand above all rows`() throws {
    let html = try text(.html, (1...3).map { Self.row("Mails", $0) })
    let figure = try #require(html.range(of: "<figure"))
    let table = try #require(html.range(of: "<table"))
    #expect(figure.lowerBound < table.lowerBound)
    #expect(html.contains("<th scope=\"row\">") || html.contains("<td>Mails 3</td>"))
    #expect(!html.contains("Drawn from the first"))
  }

  @Test func `pictures of many rows are made from the first ones, and all rows are written`() throws
  {
    let html = try text(.html, (1...1_001).map { Self.row("Mails", $0) })
    #expect(html.contains("Drawn from the first 1,000 rows."))
    #expect(html.contains("<td>Mails 1001</td>"))
    #expect(html.contains("1,001 agreements"))
  }

  @Test func `in a terminal pictures stand below the table`() throws {
    let text = try text(.table, (1...3).map { Self.row("Mails", $0) })
    #expect(text.hasSuffix("3 agreements\n\nValues.\nMails  ▁▄█  3\n"))
  }

  @Test(arguments: [OutputFormat.csv, .json, .ndjson, .markdown])
  func `data and Markdown have no pictures`(format: OutputFormat) throws {
    let rows = (1...3).map { Self.row("Mails", $0) }
    let plain = try Sample.text(format, columns: Self.columns, rows: rows)
    #expect(try text(format, rows) == plain)
  }

  @Test func `a report without rows has no pictures`() throws {
    #expect(try !text(.html, []).contains("<figure"))
    #expect(try text(.table, []) == "No agreements.\n")
  }
}
