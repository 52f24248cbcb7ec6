import Foundation
import Importing
import TestSupport
import Testing

/// All of csv-spectrum and csv-test-data, cell for cell.
@Suite(.enabled(if: Corpus.isPresent, "\(Corpus.missing)"))
struct CSVConformanceTests {
  private static func folder(_ name: String) -> URL? {
    Corpus.folder?.appendingPathComponent("csv-conformance/\(name)")
  }

  private static func names(in folder: String) -> [String] {
    guard let url = Self.folder(folder) else { return [] }
    let found = try? FileManager.default.contentsOfDirectory(atPath: url.path)
    return (found ?? []).filter { $0.hasSuffix(".csv") }.map { String($0.dropLast(4)) }.sorted()
  }

  private static func read(_ path: String, headerRows: Int) throws -> CSVTable {
    let url = try #require(folder(path))
    var dialect = CSVDialect()
    dialect.headerRows = headerRows
    dialect.skipBlankRows = false
    return try CSVTable(ByteSources.open(path: url.path), dialect: dialect)
  }

  private static func expected(_ path: String) throws -> Any {
    let url = try #require(folder(path))
    return try JSONSerialization.jsonObject(with: Data(contentsOf: url))
  }

  @Test func `the corpus is complete`() {
    #expect(Self.names(in: "csv-spectrum/csvs").count == 12)
    #expect(Self.names(in: "csv-test-data/csv").count == 25)
  }

  @Test(arguments: names(in: "csv-spectrum/csvs"))
  func `every file of csv-spectrum is read as its JSON says`(name: String) throws {
    let table = try Self.read("csv-spectrum/csvs/\(name).csv", headerRows: 1)
    let json = try Self.expected("csv-spectrum/json/\(name).json")
    var expected = try #require(
      json as? [[String: String]] ?? (json as? [String: String]).map { [$0] }
    )
    // The JSON of this file was made from another telephone number than the CSV holds.
    if name == "location_coordinates" { expected[0]["Contact Phone Number"] = "2095257564" }
    let found = table.rows.map { Dictionary(uniqueKeysWithValues: zip(table.header, $0)) }
    #expect(found == expected)
  }

  @Test(arguments: names(in: "csv-test-data/csv").filter { !$0.hasPrefix("bad-") })
  func `every good file of csv-test-data is read as its JSON says`(name: String) throws {
    let json = try Self.expected("csv-test-data/json/\(name).json")
    let path = "csv-test-data/csv/\(name).csv"
    if let expected = json as? [[String]], !expected.isEmpty {
      let table = try Self.read(path, headerRows: 0)
      #expect(table.rows == expected)
      #expect(table.problems == [])
    } else {
      let table = try Self.read(path, headerRows: 1)
      let expected = try #require(json as? [[String: String]])
      let found = table.rows.map { Dictionary(uniqueKeysWithValues: zip(table.header, $0)) }
      #expect(table.header == ["foo", "bar", "baz"])
      #expect(found == expected)
    }
  }

  @Test(arguments: [
    ("bad-missing-quote", "2:2 quote.unclosed"),
    ("bad-quotes-with-unescaped-quote", "2:2 quote.trailing"),
    ("bad-unescaped-quote", "2:2 quote.inside"),
    ("bad-header-no-header", "1:0 header.missing"),
    ("bad-header-wrong-header", "1:1 header.different"),
    ("bad-header-less-fields", "2:0 record.narrow"),
    ("bad-header-more-fields", "2:0 record.broad"),
  ])
  func `every bad file of csv-test-data is reported`(name: String, finding: String) throws {
    let url = try #require(Self.folder("csv-test-data/csv/\(name).csv"))
    let reader = CSVReader(
      try ByteSources.open(path: url.path),
      named: name,
      dialect: CSVDialect()
    )
    var problems: [Problem] = []
    do {
      let header = try reader.readHeader()
      problems += [CSVHeader.problem(in: header, expected: ["foo", "bar", "baz"], file: name)]
        .compactMap { $0 }
      var record = CSVRecord()
      while try reader.next(into: &record) {
        problems += [CSVHeader.problem(in: record, columns: header.count, file: name)]
          .compactMap { $0 }
      }
    } catch let problem as Problem { problems.append(problem) }
    problems += reader.problems
    let found = problems.map { "\($0.place?.line ?? 0):\($0.place?.column ?? 0) \($0.code)" }
    #expect(found == [finding])
  }
}
