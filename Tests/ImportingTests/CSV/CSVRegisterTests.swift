import Foundation
import Importing
import TestSupport
import Testing

/// Real registers, counted by others.
@Suite(.enabled(if: Corpus.isPresent, "\(Corpus.missing)"))
struct CSVRegisterTests {
  private static func reader(_ name: String, delimiter: UInt8 = 0x2C) throws -> CSVReader {
    let url = try #require(Corpus.folder?.appendingPathComponent("csv/\(name)"))
    var dialect = CSVDialect()
    dialect.delimiter = delimiter
    return CSVReader(try ByteSources.open(path: url.path), named: name, dialect: dialect)
  }

  @Test func `the compressed register has all records, quotes and line ends`() throws {
    let reader = try Self.reader("chicago-contracts.csv.gz")
    let header = try reader.readHeader()
    var record = CSVRecord()
    var records = 0
    var withLines = 0
    var withQuotes = 0
    while try reader.next(into: &record) {
      records += 1
      if record.count != header.count { Issue.record("Record \(record.number) is ragged.") }
      guard record.bytes.contains(where: { $0 == 0x0A || $0 == 0x0D || $0 == 0x22 }) else {
        continue
      }
      for field in 0..<record.count {
        let cell = record.bytes[record.range(field)]
        if cell.contains(where: { $0 == 0x0A || $0 == 0x0D }) { withLines += 1 }
        if cell.contains(0x22) { withQuotes += 1 }
      }
    }
    #expect(records == 142_411)
    #expect(withLines == 331)
    #expect(withQuotes == 920)
    #expect(reader.problems == [])
  }

  @Test(
    arguments: [
      ("montgomery-2020.csv", 0x2C, 2_206), ("unl-scraped.csv", 0x2C, 3_699),
      ("unl-cleaned.csv", 0x2C, 3_699), ("comprasgov-contratos.csv", 0x3B, 1_546),
      ("czech-smlouvy.csv", 0x2C, 5_425), ("czech-smluvni-strany.csv", 0x2C, 5_358),
      ("contractsfinder-header-only.csv", 0x2C, 0),
    ] as [(String, UInt8, Int)]
  )
  func `every register has the records that others counted`(
    name: String,
    delimiter: UInt8,
    count: Int
  ) throws {
    let reader = try Self.reader(name, delimiter: delimiter)
    let header = try reader.readHeader()
    var record = CSVRecord()
    var records = 0
    while try reader.next(into: &record) {
      records += 1
      #expect(CSVHeader.problem(in: record, columns: header.count, file: name) == nil)
    }
    #expect(records == count)
    #expect(reader.problems == [])
  }
}
