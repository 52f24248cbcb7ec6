import Foundation
import GRDB
import Importing
import Model
import Testing

@testable import Storage

struct DoctorTests {
  /// The problems of a full sample that something was done to, by name of the check.
  private func problems(
    _ sql: String,
    foreignKeys: Bool = true,
    checks: Bool = true
  ) throws -> [String: [String]] {
    let store = try FullSample.store()
    try store.tamper(sql, foreignKeys: foreignKeys, checks: checks)
    return try problems(store)
  }

  private func problems(_ store: Store) throws -> [String: [String]] {
    var result: [String: [String]] = [:]
    for check in try store.examine() where !check.isSound {
      #expect(check.remedy != nil)
      result[check.name] = check.problems
    }
    return result
  }

  @Test func `a healthy store has no problems, and every check is listed`() throws {
    let checks = try FullSample.store().examine()
    #expect(checks.flatMap(\.problems) == [])
    #expect(checks.allSatisfy { $0.remedy == nil })
    #expect(
      checks.map(\.name) == [
        "filePermission", "logSize", "schema", "pages", "foreignKeys", "voidings", "revisions",
        "versions", "days", "dates", "references", "identifiers", "journal",
      ]
    )
  }

  @Test func `a file open to others is found`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("store.sqlite")
    let store = try FullSample.store(at: path)
    #expect(try problems(store) == [:])
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
    #expect(
      try problems(store) == [
        "filePermission": ["Others than the owner may use \(path) (mode 644)."]
      ]
    )
  }

  @Test func `a long write-ahead log is found`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("other.sqlite")
    #expect(FileManager.default.createFile(atPath: path + "-wal", contents: nil))
    let handle = try FileHandle(forUpdating: URL(fileURLWithPath: path + "-wal"))
    try handle.truncate(atOffset: 300 << 20)
    try handle.close()
    let checks = try Store.inMemory().onConnection {
      Doctor(database: $0, path: path).examine()
    }
    #expect(
      checks.flatMap(\.problems) == [
        "The write-ahead log \(path)-wal has grown to 300 MiB."
      ]
    )
  }

  @Test func `a missing index and a missing migration are found`() throws {
    #expect(
      try problems("DROP INDEX contactByParty") == [
        "schema": ["The tables or indices are not those that the migrations make."]
      ]
    )
    let name = try #require(try Migrations.names().first)
    #expect(
      try problems("DELETE FROM grdb_migrations WHERE identifier = '\(name)'")["schema"] == [
        "The migration \(name) was not applied."
      ]
    )
  }

  @Test func `a row that names nobody is found`() throws {
    let found = try problems("DELETE FROM person WHERE reference = 'P2'", foreignKeys: false)
    #expect(
      found["foreignKeys"] == [
        "1 row of absence names a person that does not exist.",
        "1 row of assignment names a person that does not exist.",
        "1 row of personRevision names a person that does not exist.",
      ]
    )
    #expect(found["journal"] == ["Entry 5 wrote 1 row into table person, and 0 are there."])
  }

  @Test func `a mark of voiding that does not fit is found`() throws {
    #expect(
      try problems("UPDATE agreement SET isVoided = 1 WHERE reference = 'OWN'") == [
        "voidings": ["Agreement OWN is marked as voided, and no voiding says why."]
      ]
    )
    #expect(
      try problems("UPDATE agreement SET isVoided = 0 WHERE reference = 'V'")["voidings"] == [
        "Agreement V was voided, and is not marked so."
      ]
    )
  }

  @Test func `a revision in the wrong place and a record without one are found`() throws {
    let found = try problems(
      "UPDATE serviceRevision SET id = id + 1048576 WHERE serviceId = 2",
      foreignKeys: false,
      checks: false
    )
    #expect(
      found["revisions"] == [
        "Revision 3145729 of a service does not lie with its service 2.",
        "The service S2 has no revision, so nothing is known of it.",
      ]
    )
    #expect(found["pages"] == ["SQLite finds: CHECK constraint failed in serviceRevision."])
  }

  @Test func `a revision of no version is found`() throws {
    let found = try problems("DELETE FROM agreementVersion")
    #expect(
      found["versions"] == ["Agreement A has revisions of version 2, which does not exist."]
    )
  }

  @Test func `a day that no calendar has is found`() throws {
    let found = try problems("UPDATE absence SET endsOn = '2026-02-30'", checks: false)
    #expect(found["days"] == ["2026-02-30 in absence.endsOn is not a day (rows: 1)."])
  }

  /// Every column that the tables check as a day is looked at, and no other.
  @Test func `all columns of days are looked at`() throws {
    let store = try FullSample.store()
    let schema = try store.schema()
    var count = 0
    for table in AuditedTable.all {
      let statement = try #require(
        schema.components(separatedBy: ";\n").first {
          $0.contains("CREATE TABLE \(table.name) (")
        }
      )
      for column in table.columns
      where statement.contains("(\(column) IS date(\(column), '+0 days')") {
        try store.tamper("UPDATE \(table.name) SET \(column) = '9999-02-30'", checks: false)
        let days = try store.examine().first { $0.name == "days" }
        #expect(
          days?.problems.contains { $0.contains(" \(table.name).\(column) ") } == true,
          "\(table.name).\(column)"
        )
        try store.tamper("UPDATE \(table.name) SET \(column) = '2026-02-01'", checks: false)
        count += 1
      }
    }
    #expect(count > 25)
  }

  @Test func `spans that end before they begin are found`() throws {
    let store = try Store.inMemory()
    try store.take(
      [
        AgreementSample(
          "A",
          [.startsOn: .day(.of("2026-02-01")), .endsOn: .day(.of("2026-01-01"))]
        )
      ],
      1
    )
    try store.addParty(NewParty(reference: "P", name: "Party"), .number(2))
    try store.tamper(
      "INSERT INTO contact (id, partyId, name, validFrom, validThrough, effectiveOn, "
        + "recordingId, sequence) VALUES (1, 1, 'Eve', '2026-02-01', '2026-01-01', "
        + "'2026-01-01', 2, 99)"
    )
    #expect(
      try problems(store)["dates"] == [
        "Agreement A starts on 2026-02-01 and ends before it, on 2026-01-01.",
        "The contact Eve holds from 2026-02-01 and ends before it, on 2026-01-01.",
      ]
    )
  }

  @Test func `a key or an identifier that finds two is found`() throws {
    let store = try Store.inMemory()
    try store.take([AgreementSample("A"), AgreementSample("B")], 1)
    try store.addParty(NewParty(reference: "P", name: "Party"), .number(2))
    try store.addParty(NewParty(reference: "Q", name: "Other"), .number(3))
    try store.addPartyIdentifier("P", scheme: "GB-COH", value: "01234567", .number(4))
    try store.tamper(
      """
      INSERT INTO agreementIdentifier (schemeId, value, agreementId, isKey, recordingId, sequence)
        VALUES (1, 'A', 2, 1, 1, 99);
      INSERT INTO partyIdentifier (schemeId, value, partyId, recordingId, sequence)
        SELECT schemeId, value, 2, 4, 99 FROM partyIdentifier;
      """
    )
    let found = try problems(store)
    #expect(found["references"] == ["2 agreements have the key A of source."])
    #expect(found["identifiers"] == ["2 parties have the identifier 01234567 of GB-COH."])
  }

  @Test func `an edited row is found by the journal`() throws {
    #expect(
      try problems("UPDATE person SET reference = 'P9' WHERE reference = 'P1'") == [
        "journal": [
          "The row that entry 4 wrote into table person was changed. It is person P9."
        ]
      ]
    )
  }

  @Test func `a broken page is found`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("store.sqlite")
    var store: Store? = try FullSample.store(at: path)
    try store?.tamper("PRAGMA wal_checkpoint(TRUNCATE)")
    let root = try #require(
      try store?.lines("SELECT rootpage FROM sqlite_schema WHERE name = 'contactByParty'").first
    )
    let pageSize = try #require(try store?.lines("PRAGMA page_size").first.flatMap(UInt64.init))
    try store?.queue.close()
    store = nil
    let handle = try FileHandle(forUpdating: URL(fileURLWithPath: path))
    try handle.seek(toOffset: (try #require(UInt64(root)) - 1) * pageSize)
    try handle.write(contentsOf: Data(repeating: 0xFF, count: 64))
    try handle.close()
    let found = try problems(try Store.open(path))
    #expect(found["pages"]?.isEmpty == false)
  }

  @Test func `many problems are counted`() {
    let check = DoctorCheck("x", "X", (1...25).map { "Problem \($0)." }, remedy: "Mend it.")
    #expect(check.problems.count == 21)
    #expect(check.problems.last == "There are 5 more.")
  }
}
