import Importing
import Model
import NativeCSV
import TestSupport
import Testing

@testable import Storage

/// Records of every kind, out as native CSV and in again.
@Suite struct NativeCSVRoundTripTests {
  /// The kinds of which a store without the sample's parties and agreements takes the records.
  private static let kinds = RecordType.inCSV.filter {
    !["contact", "role", "assignment"].contains($0.name)
  }

  private func exported(_ store: Store) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    try store.read(asOf: AsOf(day: .of("2026-12-31"))) { reader in
      for type in Self.kinds where try reader.count(of: type) > 0 {
        try reader.writeCSV(of: type) { files[type.plural, default: []] += $0 }
      }
    }
    return files
  }

  /// The records of all files, each file read under its name.
  private func records(_ files: [String: [UInt8]]) -> [RecordDraft] {
    files.sorted { $0.key < $1.key }.flatMap { plural, bytes in
      let outcome = ImporterContract.read(NativeCSVImporter(), bytes, named: "\(plural).csv")
      #expect(outcome.failure == nil)
      #expect(outcome.sink.rejected.isEmpty)
      return outcome.sink.records
    }
  }

  /// A store with nothing but what records of kinds refer to.
  private func other() throws -> Store {
    let store = try Store.inMemory()
    try store.setSetting("currency", to: "EUR", effectiveOn: FullSample.day, .number(1))
    try store.addParty(NewParty(reference: "US", name: "Our house"), .number(2))
    try store.addAgreement(
      NewAgreement(
        reference: "OWN",
        values: [.title: .text("Ours"), .startsOn: .day(FullSample.day)],
        recordedOn: FullSample.day
      ),
      .number(3)
    )
    return store
  }

  @Test func `what is imported from an export is exported as the same bytes`() throws {
    let files = try exported(FullSample.store())
    #expect(files.keys.sorted() == Self.kinds.map(\.plural).sorted())
    let copy = try other()
    let result = try copy.take(records: records(files), 4)
    #expect(result.problems.map(\.message) == [])
    let again = try exported(copy)
    #expect(again.keys.sorted() == files.keys.sorted())
    for (plural, bytes) in files {
      let text = String(decoding: again[plural] ?? [], as: UTF8.self)
      #expect(text == String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test func `an export changes nothing in the store that it came from`() throws {
    let store = try FullSample.store()
    let result = try store.take(records: records(exported(store)), 1_000)
    #expect(result.problems.map(\.message) == [])
    #expect(result.outcome.isUnchanged)
  }

  @Test(arguments: ["=1+1", "'=1", "-5", "@a", " a ", "a\nb", "\"", "a,b", "'", "+", "\t="])
  func `a text comes back as it was`(_ text: String) throws {
    let store = try other()
    var review = NewRecord(Review.type, reference: "R-1", effectiveOn: FullSample.day)
    review.set("kind", .text("sla"))
    review.set("result", .text(text))
    try store.addRecord(review, today: FullSample.day, .number(4))
    let copy = try other()
    let result = try copy.take(records: records(exported(store)), 5)
    #expect(result.problems.map(\.message) == [])
    #expect(try copy.record(Review.type, "R-1")?["result"] == text)
  }

  @Test func `a file has the columns of its kind, and nothing where there is no value`() throws {
    let store = try other()
    var topic = NewRecord(Topic.type, reference: "T-1", effectiveOn: FullSample.day)
    var review = NewRecord(Review.type, reference: "R-1", effectiveOn: FullSample.day)
    review.set("kind", .text("sla"))
    topic.set("review", .reference("R-1"))
    topic.set("kind", .text("scope"))
    try store.addRecord(review, today: FullSample.day, .number(4))
    try store.addRecord(topic, today: FullSample.day, .number(5))
    let text = try exported(store).mapValues { String(decoding: $0, as: UTF8.self) }
    #expect(text.keys.sorted() == ["reviews", "topics"])
    let lines = text["topics"]?.split(whereSeparator: \.isNewline).map(String.init)
    #expect(
      lines == ["reference,review,kind,outcome,demand,effectiveOn", "T-1,R-1,scope,,,2026-01-01"]
    )
  }
}
