import Foundation
import GRDB
import Model
import Testing

@testable import Storage

/// Each CHECK and UNIQUE of the schema, with a row that it must refuse.
struct ConstraintTests {
  /// A change of a valid row of the full sample.
  struct Bad: Sendable, CustomTestStringConvertible {
    var table: String
    var change: String
    var testDescription: String { "\(table): \(change)" }
  }

  private static func bad(_ table: String, _ changes: String...) -> [Bad] {
    changes.map { Bad(table: table, change: $0) }
  }

  private static let notADay = "'2026-02-30'"

  static let checks: [Bad] =
    bad(
      "journalEntry",
      "recordedAt = '2026-01-01'",
      "recordedAt = '2026-01-01T00:00:00'",
      "actor = ''",
      "command = ''",
      "salt = X'00'",
      "payload = NULL",
      "salt = NULL",
      "payloadDigest = X'00'",
      "rowsDigest = X'00'",
      "previousHash = X'00'",
      "hash = X'00'"
    )
    + bad("journalDigest", "rowCount = 0", "digest = X'00'")
    + bad("recording", "recordedAt = 'yesterday'")
    + bad("voiding", "reason = ''")
    + bad("original", "sha256 = X'00'", "byteCount = -1")
    + bad("originalChunk", "number = -1", "content = X''", "content = zeroblob(1048577)")
    + bad("scheme", "name = ''")
    + bad("batch", "profileDigest = X'00'", "effectiveOn = \(notADay)")
    + bad("setting", "key = ''", "effectiveOn = \(notADay)")
    + bad(
      "calendar",
      "validFrom = \(notADay)",
      "validThrough = \(notADay)",
      "effectiveOn = \(notADay)"
    )
    + bad("calendarException", "day = \(notADay)", "effectiveOn = \(notADay)")
    + bad("person", "reference = ''")
    + bad("personRevision", "name = ''", "effectiveOn = \(notADay)", "id = id + 1048576")
    + bad(
      "absence",
      "startsOn = \(notADay)",
      "endsOn = \(notADay)",
      "endsOn = '2000-01-01'",
      "effectiveOn = \(notADay)"
    )
    + bad("service", "reference = ''")
    + bad(
      "serviceRevision",
      "name = ''",
      "effectiveOn = \(notADay)",
      "id = id + 1048576",
      "liveFrom = \(notADay)",
      "liveThrough = \(notADay)"
    )
    + bad("party", "reference = ''", "isOwn = 2")
    + bad(
      "partyRevision",
      "name = ''",
      "tier = 'huge'",
      "effectiveOn = \(notADay)",
      "id = id + 1048576"
    )
    + bad(
      "partyRole",
      "role = 'friend'",
      "validFrom = \(notADay)",
      "validThrough = \(notADay)",
      "effectiveOn = \(notADay)"
    )
    + bad("partyIdentifier", "value = ''")
    + bad(
      "contact",
      "name = ''",
      "validFrom = \(notADay)",
      "validThrough = \(notADay)",
      "effectiveOn = \(notADay)"
    )
    + bad("agreement", "reference = ''", "isVoided = 2")
    + bad("agreementIdentifier", "value = ''", "isKey = 2")
    + bad(
      "agreementVersion",
      "number = 0",
      "effectiveFrom = \(notADay)",
      "valueCurrency = 'EU'",
      "valueChange = 1",
      "effectiveOn = \(notADay)"
    )
    + revisions
    + bad(
      "agreementParty",
      "role = 'friend'",
      "isPresent = 2",
      "effectiveOn = \(notADay)",
      "id = id + 1048576"
    )
    + bad(
      "agreementMention",
      "kind = 'thing'",
      "name = ''",
      "isPresent = 2",
      "checkedOn = \(notADay)",
      "effectiveOn = \(notADay)",
      "kind = 'contentItem', detail = 'maybe'"
    )
    + bad("sourcePresence", "isPresent = 2")
    + bad(
      "assignment",
      "role = 'friend'",
      "validFrom = \(notADay)",
      "validThrough = \(notADay)",
      "validThrough = '2000-01-01'",
      "effectiveOn = \(notADay)"
    )

  private static let revisions: [Bad] =
    bad(
      "agreementRevision",
      "kind = 'deal'",
      "structure = 'flat'",
      "declaredStatus = 'odd'",
      "tier = 'huge'",
      "openEnded = 2",
      "renewal = 'maybe'",
      "maxRenewals = -1",
      "noticeBase = 'x'",
      "noticeTo = 'x'",
      "noticeRule = 'x'",
      "noticeConvention = 'x'",
      "noticeAdjustment = 'x'",
      "noticeGivenBy = 'me'",
      "value = 1",
      "annualValue = 1",
      "valueCurrency = 'EU'",
      "annualValueCurrency = 'EU'",
      "id = id + 1048576"
    )
    + [
      "signedOn", "startsOn", "endsOn", "latestPossibleEnd", "endedOn", "noticeGivenOn",
      "nextReviewOn", "effectiveOn",
    ].flatMap { bad("agreementRevision", "\($0) = \(notADay)") }

  @Test(arguments: checks)
  func `a check refuses`(_ bad: Bad) throws {
    let error = try refusal("UPDATE \(bad.table) SET \(bad.change)")
    #expect(error?.extendedResultCode == .SQLITE_CONSTRAINT_CHECK)
  }

  /// How often each table's SQL says CHECK, so that a new one needs a row above.
  ///
  /// The tables of the kinds of records are compared with their kinds, see `RecordTableTests`.
  @Test func `no check is left out`() throws {
    let store = try Store.inMemory()
    let rows = try store.lines(
      "SELECT name, (length(sql) - length(replace(sql, 'CHECK (', ''))) / 7 "
        + "FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%CHECK (%' ORDER BY name"
    )
    let tables = Set(Self.checks.map(\.table))
    let ofKinds = Set(RecordType.all.flatMap { [$0.table, $0.revisionTable] })
    for row in rows {
      let parts = row.split(separator: "|")
      let table = String(parts[0])
      guard !ofKinds.contains(table) else { continue }
      #expect(tables.contains(table), "\(table)")
      let count = Self.checks.filter { $0.table == table }.count
      #expect(count >= Int(parts[1]) ?? 0, "\(table)")
    }
  }

  static let unique: [(table: String, columns: String)] = [
    ("original", "sha256"), ("scheme", "name"), ("person", "reference"),
    ("service", "reference"), ("party", "reference"),
  ]

  @Test(arguments: 0..<5)
  func `a second row of the same key is refused`(_ index: Int) throws {
    let (table, column) = Self.unique[index]
    let error = try refusal(
      "UPDATE \(table) SET \(column) = (SELECT \(column) FROM \(table) ORDER BY id LIMIT 1)"
    )
    #expect(error?.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE)
  }

  @Test func `a reference is unique among agreements that hold, and only there`() throws {
    let error = try refusal("UPDATE agreement SET reference = 'A' WHERE isVoided = 0")
    #expect(error?.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE)
    #expect(try refusal("UPDATE agreement SET reference = 'A' WHERE isVoided = 1") == nil)
  }

  @Test(arguments: AuditedTable.all.map(\.name))
  func `a row names its recording`(_ table: String) throws {
    let error = try refusal("UPDATE \(table) SET recordingId = 999")
    #expect(error?.extendedResultCode == .SQLITE_CONSTRAINT_FOREIGNKEY)
  }

  /// What the database says to a statement, in a transaction that is taken back.
  private func refusal(_ sql: String) throws -> DatabaseError? {
    try Self.sample.withLock { store in
      try store.queue.writeWithoutTransaction { database in
        try database.execute(sql: "BEGIN")
        defer { try? database.execute(sql: "ROLLBACK") }
        do {
          try database.execute(sql: sql)
          return nil
        } catch let error as DatabaseError {
          return error
        }
      }
    }
  }

  private static let sample = SharedSample()
}

/// One full sample for many tests that leave it as it is.
private final class SharedSample: @unchecked Sendable {
  private let lock = NSLock()
  private var store: Store?

  func withLock<Value>(_ body: (Store) throws -> Value) throws -> Value {
    lock.lock()
    defer { lock.unlock() }
    let store = try self.store ?? FullSample.store()
    self.store = store
    return try body(store)
  }
}
