import CSV
import Foundation
import Importing
import Model
import Storage
import TestSupport
import Testing

@testable import Intake

/// Registers of public bodies, from the file into the store.
@Suite(.enabled(if: Corpus.isPresent, "\(Corpus.missing)"))
struct RegisterCorpusTests {
  @Test func `a sample of Chicago is the same again, also in another order`() throws {
    let source = try CorpusDesk.path("csv/chicago-contracts.csv.gz")
    let sample = try ChicagoSample(path: source, count: 6000, seed: 1)
    #expect(5500...6500 ~= sample.keyCount)
    let folder = try TemporaryFolder()
    let path = folder.file("chicago.csv")
    try Data(sample.file()).write(to: URL(fileURLWithPath: path))
    let desk = try CorpusDesk()
    let first = try desk.take(csv: path)
    #expect(first.read == sample.rows.count)
    #expect(first.rejected == 0)
    #expect(first.agreements == [sample.keyCount, 0, 0, 0, 0])
    #expect(first.outcome.amendments.new == sample.versionCount - sample.keyCount)
    let other = try CorpusDesk()
    let shuffled = folder.file("shuffled.csv")
    try Data(sample.file(shuffledBy: 2)).write(to: URL(fileURLWithPath: shuffled))
    #expect(try other.take(csv: shuffled).agreements == [sample.keyCount, 0, 0, 0, 0])
    let exports = (
      try desk.store.export(provenance: false), try other.store.export(provenance: false)
    )
    #expect(lineDifference(from: exports.0, to: exports.1) == "")
    let second = try desk.take(csv: path)
    #expect(second.outcome.isUnchanged)
    #expect(second.agreements == [0, 0, sample.keyCount, 0, 0])
    #expect(second.outcome.amendments.unchanged == sample.versionCount - sample.keyCount)
    try desk.store.expectSound(besides: "dates")
    #expect(try desk.take(csv: shuffled).outcome.isUnchanged)
    // Some rows of the file end before they start, which the doctor tells.
    let reversed = try #require(try desk.store.examine().first { $0.name == "dates" })
    #expect(first.problemCounts.keys.sorted() == (reversed.isSound ? [] : ["dates.reversed"]))
    try other.store.expectSound(besides: "dates")
  }

  @Test func `Montgomery is the same again`() throws {
    let desk = try CorpusDesk()
    let path = try CorpusDesk.path("csv/montgomery-2020.csv")
    let first = try desk.take(csv: path)
    #expect(first.records == [2206, 2206, 0])
    #expect(first.agreements == [2202, 0, 0, 0, 0])
    #expect(first.problemCounts == ["dates.latestBeforeEnd": 26])
    let second = try desk.take(csv: path)
    #expect(second.agreements == [0, 0, 2202, 0, 0])
    #expect(second.outcome.isUnchanged)
    let late = try desk.store.agreements().values.filter {
      guard let latest = $0.terms.latestPossibleEnd, let end = $0.terms.endsOn else { return false }
      return latest < end
    }
    #expect(late.isEmpty)
    try desk.store.expectSound()
  }

  @Test func `Nebraska's stored amounts are those of an independent cleaning`() throws {
    let desk = try CorpusDesk()
    try desk.take(csv: CorpusDesk.path("csv/unl-scraped.csv"))
    let stored = try desk.store.agreements()
    #expect(stored.count == 3699)
    let cleaned = try cleanedRows()
    #expect(cleaned.count == 3699)
    #expect(stored.values.allSatisfy { $0.value?.currency == "USD" })
    #expect(stored.compactMapValues { $0.value?.minor } == cleaned.mapValues(\.cents))
    #expect(
      stored.mapValues { $0.terms.endsOn?.description ?? "2099" }
        == cleaned.mapValues { min($0.end, "2099") }
    )
    let openEnded = stored.filter { $0.value.terms.openEnded == true }
    #expect(Set(openEnded.keys) == Set(cleaned.filter { $0.value.end >= "2099" }.keys))
    let other = try CorpusDesk()
    try other.take(csv: CorpusDesk.path("csv/unl-cleaned.csv"))
    #expect(
      try other.store.agreements().mapValues { $0.value?.minor }
        == stored.mapValues { $0.value?.minor }
    )
    try desk.store.expectSound()
  }

  /// Amounts in cents, rounded by Foundation, and ends of the cleaned file.
  private func cleanedRows() throws -> [String: (cents: Int64, end: String)] {
    let path = try CorpusDesk.path("csv/unl-cleaned.csv")
    let reader = CSVReader(try ByteSources.open(path: path), named: path, dialect: CSVDialect())
    let header = try reader.readHeader()
    let columns = try ["Doc.Number", "Amount", "End.Date"].map {
      try #require(header.firstIndex(of: $0))
    }
    var rows: [String: (cents: Int64, end: String)] = [:]
    var record = CSVRecord()
    while try reader.next(into: &record) {
      let amount = try #require(Decimal(string: record.string(columns[1])))
      var cents = Decimal()
      var exact = amount * 100
      unsafe NSDecimalRound(&cents, &exact, 0, .plain)
      let minor = NSDecimalNumber(decimal: cents).int64Value
      rows[record.string(columns[0])] = (minor, record.string(columns[2]))
    }
    return rows
  }

  @Test func `comprasgov is stored by number of the system and the same again`() throws {
    let desk = try CorpusDesk()
    let path = try CorpusDesk.path("csv/comprasgov-contratos.csv")
    let first = try desk.take(csv: path)
    #expect(first.records == [1546, 1546, 0])
    #expect(first.agreements == [1546, 0, 0, 0, 0])
    let stored = try desk.store.agreements()
    #expect(stored["126729"]?.value?.minor == 6_123_320)
    #expect(stored["126729"]?.value?.currency == "BRL")
    #expect(try desk.suppliers().values.allSatisfy { $0 == 1 })
    #expect(try desk.take(csv: path).outcome.isUnchanged)
    try desk.store.expectSound()
  }

  @Test func `the Czech register has the suppliers of its second file`() throws {
    let desk = try CorpusDesk()
    let path = try CorpusDesk.path("csv/czech-smlouvy.csv")
    let parties = try CorpusDesk.path("csv/czech-smluvni-strany.csv")
    let first = try desk.take(csv: path, parties: parties)
    #expect(first.records == [5425 + 5358, 5425 + 5358, 0])
    #expect(first.agreements == [5425, 0, 0, 0, 0])
    let counts = try desk.suppliers()
    #expect(counts.count == 5425)
    // 67 contracts have several rows of parties; 6 of them name one party again and again.
    #expect(counts.values.count { $0 > 1 } == 61)
    #expect(counts.values.count { $0 == 0 } == 210)
    let second = try desk.take(csv: path, parties: parties)
    #expect(second.agreements == [0, 0, 5425, 0, 0])
    #expect(second.items == [])
    #expect(second.outcome.isUnchanged)
    try desk.store.expectSound()
  }
}
