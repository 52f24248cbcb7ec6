import Foundation
import GRDB
import Importing
import Schemas
import Testing

@testable import Storage

@Suite struct NativeRoundTripTests {
  @Test(arguments: 0..<50)
  func `export, restoration and export give the same bytes`(seed: UInt64) throws {
    let store = try NativeSample.store(seed: seed)
    let first = try store.exported()
    let copy = try Store.inMemory()
    try copy.restore(first)
    expectEqual(try copy.exported(), first)
    try expectIntactJournal(copy)
  }

  @Test(arguments: 0..<10)
  func `an export follows the schema`(seed: UInt64) throws {
    let store = try NativeSample.store(seed: seed)
    for provenance in [true, false] {
      let bytes = try store.exported(provenance: provenance)
      let reader = try XMLReader(
        MemorySource(bytes),
        named: "export.xml",
        schema: XMLSchema(contentsOf: Schemas.xml.appendingPathComponent("liaison-1.xsd"))
      )
      while try reader.next() != nil {}
      #expect(reader.invalidities == [])
    }
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/xmllint")))
  func `an export is valid for xmllint too`() throws {
    let folder = FileManager.default.temporaryDirectory
    let file = folder.appendingPathComponent(
      "native-\(ProcessInfo.processInfo.processIdentifier).xml"
    )
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(NativeSample.store(seed: 1).exported()).write(to: file)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/xmllint")
    let schema = Schemas.xml.appendingPathComponent("liaison-1.xsd").path
    process.arguments = ["--noout", "--stream", "--schema", schema, file.path]
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test func `the sample has rows in every table that the journal covers`() throws {
    let store = try NativeSample.store(seed: 1)
    try store.onConnection { database in
      for table in AuditedTable.all {
        let count = try Int.fetchOne(database, sql: "SELECT count(*) FROM \(table.name)") ?? 0
        #expect(count > 0, "\(table.name)")
      }
    }
  }

  @Test func `every column that the journal covers has a place in the format`() {
    let forms = Dictionary(uniqueKeysWithValues: NativeFormat.forms.map { ($0.table, $0) })
    for table in AuditedTable.all where table.name != "voiding" {
      var columns = Set(table.columns.dropLast(2))
      columns.remove("id")
      columns.remove(forms[table.name]?.owner ?? "")
      for column in forms[table.name]?.columns ?? [] {
        columns.remove(column.column)
        columns.remove(column.currency ?? "")
      }
      #expect(columns.isEmpty, "\(table.name): \(columns.sorted())")
    }
  }

  @Test func `an empty store gives an empty register`() throws {
    let store = try Store.inMemory()
    let text = String(decoding: try store.exported(), as: UTF8.self)
    #expect(
      text == """
        <?xml version="1.0" encoding="UTF-8"?>
        <register xmlns="urn:liaison:register:1" form="export">
        </register>

        """
    )
    #expect(try store.isEmpty)
  }

  @Test func `the rows of the restored store are those of the first`() throws {
    let store = try NativeSample.store(seed: 3)
    let copy = try Store.inMemory()
    try copy.restore(try store.exported())
    for table in AuditedTable.all {
      #expect(try store.rowCount(table.name) == copy.rowCount(table.name), "\(table.name)")
    }
    let moments =
      "SELECT group_concat(recordedAt) FROM (SELECT recordedAt FROM recording ORDER BY id)"
    #expect(try store.text(moments) == copy.text(moments))
    let voided = "SELECT count(*) FROM agreement WHERE isVoided = 1"
    #expect(try store.text(voided) == copy.text(voided))
    #expect(try store.text(voided) != "0")
  }

  @Test func `a dry run restores nothing and counts the same`() throws {
    let bytes = try NativeSample.store(seed: 4).exported()
    let store = try Store.inMemory()
    let dry = try store.restore(bytes, isDryRun: true)
    #expect(try store.isEmpty)
    #expect(try store.rowCount("journalEntry") == 0)
    let outcome = try store.restore(bytes)
    #expect(dry.agreements == outcome.agreements)
    #expect(outcome.agreements.new == (try store.rowCount("agreement")))
    #expect(outcome.parties.new == (try store.rowCount("party")))
    #expect(outcome.others["people"]?.new == (try store.rowCount("person")))
    #expect(outcome.batch == nil)
  }

  @Test func `a store of one recording is intact after its restoration`() throws {
    let copy = try Store.inMemory()
    try copy.restore(try NativeSample.store(seed: 7, writes: 1).exported())
    #expect(try copy.verifyJournal().findings == [])
  }

  @Test func `the journal says that it is a restoration`() throws {
    let store = try Store.inMemory()
    try store.restore(try NativeSample.store(seed: 5, writes: 1).exported())
    let payload = try store.text("SELECT payload FROM journalEntry")
    #expect(payload?.hasPrefix("{\"new\":{\"agreements\":") == true)
    #expect(
      payload?.contains("\"path\":\"export.xml\",\"restoration\":true,\"sha256\":\"") == true
    )
    #expect(try store.text("SELECT recordedAt FROM journalEntry") == "2026-05-01T00:00:00Z")
  }

  @Test func `what is written after a restoration is exported with it`() throws {
    let store = try Store.inMemory()
    try store.restore(try NativeSample.store(seed: 6).exported())
    let request = WriteRequest(
      actor: "a",
      command: "setting",
      recordedAt: "2026-06-01T00:00:00Z",
      salt: .init(repeating: 1, count: 16)
    )
    try store.write(
      request,
      payload: { _ in "{}" },
      body: { session in
        try session.insert(
          "setting",
          [.integer(session.nextId("setting")), .text("~last"), .text("1"), .text("2026-06-01")]
        )
      }
    )
    let bytes = try store.exported()
    #expect(String(decoding: bytes, as: UTF8.self).contains("key=\"~last\""))
    let copy = try Store.inMemory()
    try copy.restore(bytes)
    expectEqual(try copy.exported(), bytes)
  }

  // MARK: Helping

  private func expectEqual(_ bytes: [UInt8], _ other: [UInt8]) {
    guard bytes != other else { return }
    let left = String(decoding: other, as: UTF8.self).split(separator: "\n")
    let right = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    let index = zip(left, right).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? 0
    Issue.record(
      "Line \(index + 1): \(left.dropFirst(index).prefix(1)) became \(right.dropFirst(index).prefix(1))"
    )
  }

  /// Checks the chain and every row against the journal.
  private func expectIntactJournal(_ store: Store) throws {
    let verification = try store.verifyJournal()
    #expect(verification.findings == [])
    #expect(verification.entryCount == 1)
    #expect(verification.rowCount > 100)
  }
}

extension Store {
  /// The export as one array.
  func exported(provenance: Bool = true) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try exportNative(provenance: provenance) { bytes += $0 }
    return bytes
  }

  @discardableResult
  func restore(
    _ bytes: [UInt8],
    isDryRun: Bool = false,
    report: (Problem) -> Void = { _ in }
  ) throws -> ImportOutcome {
    let request = WriteRequest(
      actor: "bert",
      command: "import",
      recordedAt: "2026-05-01T00:00:00Z",
      salt: .init(repeating: 2, count: 16)
    )
    return try restoreNative(
      request,
      from: MemorySource(bytes),
      named: "export.xml",
      digest: OriginalDigest.of(bytes),
      isDryRun: isDryRun,
      report: report
    )
  }

  func rowCount(_ table: String) throws -> Int {
    try onConnection { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") ?? 0 }
  }

  func text(_ sql: String) throws -> String? {
    try onConnection { try String.fetchOne($0, sql: sql) }
  }
}
