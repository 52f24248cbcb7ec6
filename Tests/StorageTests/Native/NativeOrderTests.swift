import GRDB
import Importing
import Model
import TestSupport
import Testing

@testable import Storage

@Suite struct NativeOrderTests {
  /// Imports the same contracts in an order that the seed decides, then the same with changes.
  private func store(seed: UInt64) throws -> Store {
    let store = try Store.inMemory()
    var random = SplitMix64(seed: seed)
    for (moment, change) in [("2026-01-05T08:00:00Z", 0), ("2026-02-05T08:00:00Z", 1)] {
      var numbers = Array(0..<60)
      if seed > 0 { numbers.shuffle(using: &random) }
      try importContracts(numbers, change, into: store, at: moment)
    }
    return store
  }

  private func importContracts(
    _ numbers: [Int],
    _ change: Int,
    into store: Store,
    at moment: String
  ) throws {
    let day = try #require(CivilDay(String(moment.prefix(10))))
    let request = ImportRequest(profile: "contracts", scheme: "contracts", importDay: day)
    let write = WriteRequest(
      actor: "a",
      command: "import",
      recordedAt: moment,
      salt: .init(repeating: 1, count: 16)
    )
    let bytes = Array(numbers.map(String.init).joined(separator: "\n").utf8)
    _ = try store.importing(
      write,
      request: request,
      isDryRun: false,
      plan: { _ in },
      body: { session in
        let source = try session.addSource(path: "contracts.csv", .of(bytes)) {
          MemorySource(bytes)
        }
        for (index, number) in numbers.enumerated() {
          var draft = contract(number, change)
          draft.place = Place(line: index + 2, record: index + 1)
          #expect(try session.take(draft, from: source).isEmpty)
        }
        try session.finish { _ in }
      }
    )
  }

  private func contract(_ number: Int, _ change: Int) -> Draft {
    var draft = Draft()
    draft.key = draft.append("K-\(number)")
    draft.set(.title, text: "Contract \(number)")
    draft.set(.category, text: number % 7 == 0 ? "changed \(change)" : "same")
    draft.set(.startsOn, number: Int64(20_000 + number))
    draft.set(.valueCurrency, text: "EUR")
    draft.set(.value, number: Int64(number * 100 + (number % 5 == 0 ? change : 0)))
    draft.addIdentifier(scheme: "OCID", value: draft.append("ocds-\(number)"))
    let name = draft.append("Supplier \(number % 9)")
    let party = draft.addParty(DraftParty(role: .supplier, name: name))
    let identifier = draft.append("\(10_000_000 + number % 9)")
    if number % 9 < 5 {
      draft.addPartyIdentifier(party: party, scheme: "GB-COH", value: identifier)
    }
    let title = draft.append("Contract \(number % 4)")
    draft.addMention(DraftMention(kind: .document, name: title))
    return draft
  }

  @Test(arguments: 1..<6)
  func `rows in another order give the same export`(seed: UInt64) throws {
    let inOrder = try store(seed: 0).exported(provenance: false)
    let shuffled = try store(seed: seed).exported(provenance: false)
    #expect(inOrder == shuffled)
    let text = String(decoding: inOrder, as: UTF8.self)
    #expect(text.contains("changed 1") && text.contains("changed=\"value\""))
  }

  @Test func `provenance differs where the lines do`() throws {
    let text = String(decoding: try store(seed: 1).exported(), as: UTF8.self)
    #expect(text.contains("digestScheme=\"contracts\" digest=\""))
    #expect(text.contains("<source number=\"2\" path=\"contracts.csv\""))
    #expect(text.contains("source=\"1\" line=\""))
    let plain = String(decoding: try store(seed: 1).exported(provenance: false), as: UTF8.self)
    for name in ["source=", "line=", "digest", "<batch", "<original"] {
      #expect(!plain.contains(name), "\(name)")
    }
  }

  @Test func `an export without provenance can be restored and exported the same`() throws {
    let bytes = try store(seed: 2).exported(provenance: false)
    let copy = try Store.inMemory()
    try copy.restore(bytes)
    #expect(try copy.exported(provenance: false) == bytes)
  }

  @Test func `after a restoration the same source changes nothing`() throws {
    let copy = try Store.inMemory()
    try copy.restore(try store(seed: 3).exported())
    let before = try copy.rowCount("agreementRevision")
    try importContracts(Array(0..<60), 1, into: copy, at: "2026-06-05T08:00:00Z")
    #expect(try copy.rowCount("agreementRevision") == before)
    #expect(try copy.rowCount("agreement") == 60)
    #expect(try copy.rowCount("party") == 9)
  }

  @Test func `no statement of the export goes through a table once for each record`() throws {
    let store = try Store.inMemory()
    try store.onConnection { database in
      try database.execute(sql: "BEGIN")
      defer { try? database.execute(sql: "ROLLBACK") }
      try NativeExporter.number(database)
      for form in NativeFormat.sections.flatMap(\.forms) {
        let cursor = try NativeCursor(database, form, provenance: true)
        for statement in [cursor.sql] + cursor.children.map(\.sql) {
          let plan = try Row.fetchAll(database, sql: "EXPLAIN QUERY PLAN \(statement)")
          let scans = plan.filter { ($0["detail"] as String).hasPrefix("SCAN") }
          #expect(scans.count == 1, "\(statement)")
        }
      }
    }
  }
}
