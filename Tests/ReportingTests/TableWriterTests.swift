import Reporting
import TestSupport
import Testing

@Suite struct TableWriterTests {
  @Test(arguments: [40, 60, 80, 120, 160, 240])
  func `a table fits its width`(width: Int) throws {
    let note = "Days to notice count from 2026-01-13 and are negative once the deadline has passed."
    let text = try Sample.text(.table, Sample.options(width: width), notes: [note])
    expectSnapshot(text, named: "table-\(width).txt")
  }

  @Test(arguments: [nil, 0])
  func `without a terminal there are 120 places`(width: Int?) throws {
    let text = try Sample.text(.table, Sample.options(width: width))
    #expect(try text == Sample.text(.table, Sample.options(width: 120)))
  }

  @Test func `colours only add to the text`() throws {
    let text = try Sample.text(.table, Sample.options(width: 80, usesColour: true))
    expectSnapshot(text, named: "table-80-colour.txt")
    var plain = text
    for code in ["0", "1", "2", "31", "33"] {
      plain = plain.replacing("\u{1b}[\(code)m", with: "")
    }
    #expect(try plain == Sample.text(.table, Sample.options(width: 80)))
  }

  @Test func `a later row is cut where it is text and never where it is a number`() throws {
    let columns = [
      Column("t", "Text", overflow: .cut), Column("n", "Number", .integer),
      Column("d", "Day", .day),
    ]
    let row = Row([.text("short"), .integer(1), .day(0)])
    let late = Row([.text("much longer than before"), .integer(1_234_567_890), .day(1)])
    let rows = Array(repeating: row, count: 200) + [late]
    let lines = try Sample.text(.table, columns: columns, rows: rows).split(separator: "\n")
    #expect(lines[2] == "short       1  1970-01-01")
    #expect(lines[202] == "much…  1,234,567,890  1970-01-02")
  }

  @Test(arguments: [OutputFormat.table, .markdown])
  func `without rows there is a sentence`(format: OutputFormat) throws {
    let text = try Sample.text(format, rows: [], notes: ["A note."])
    #expect(
      text == (format == .table ? "No agreements.\nA note.\n" : "No agreements.\n\nA note.\n")
    )
  }

  @Test func `no line of a table is wider than the terminal`() throws {
    for width in 20...200 {
      let options = Sample.options(width: width)
      let rows = Array(Sample.rows.filter { $0 != Sample.rows[3] && $0 != Sample.rows[4] })
      for line in try Sample.text(.table, options, rows: rows).split(separator: "\n") {
        #expect(line.count <= width, "\(width): \(line)")
      }
    }
  }

  @Test func `wide and combining characters keep the columns straight`() throws {
    let columns = [Column("a", "A"), Column("b", "B")]
    let texts = ["ab", "東", "e\u{301}e", "🍜", "👩‍👩‍👧", "🇩🇪", "❤\u{fe0f}", "한", "ｱb", "Ａ"]
    let rows = texts.map { Row([.text($0), .text("|")]) }
    let lines = try Sample.text(.table, columns: columns, rows: rows).split(separator: "\n")
    for (line, text) in zip(lines[2...], texts) { #expect(String(line) == text + "  |") }
    #expect(lines[2...].prefix(while: { $0.hasSuffix("|") }).count == texts.count)
  }

  @Test func `a text cannot command the terminal`() throws {
    let text = "a\u{1b}[2Jb\u{9b}c\u{202e}d\te\r\nf"
    let lines = try Sample.text(.table, columns: [Column("a", "A")], rows: [Row([.text(text)])])
    #expect(lines.split(separator: "\n")[2...3] == ["a\u{fffd}[2Jb\u{fffd}c\u{fffd}d e", "f"])
  }
}
