import Foundation
import GRDB

/// Examines a store: the file, the schema, what the database can check, and what only we can.
struct Doctor {
  let database: Database
  /// Nil for a store in memory.
  let path: String?

  /// The checks in their order: name, title, what to do, and how to look.
  private var checks: [(String, String, String, () throws -> [String])] {
    let restore = "Restore the store from a backup."
    return [
      (
        "filePermission", "The file is for its owner only", "Run `chmod 600` on the store.",
        filePermission
      ),
      (
        "logSize", "The write-ahead log is short",
        "End the programs that hold the store open; the last one takes the log away.", logSize
      ),
      (
        "schema", "The schema is that of this program",
        "Compare `liaison schema` with that of a new store; then restore from a backup.", schema
      ),
      ("pages", "Tables and indices are whole", restore, pages),
      ("foreignKeys", "Every row names rows that exist", restore, foreignKeys),
      ("voidings", "Voided agreements are marked", restore, voidings),
      ("revisions", "Every record has revisions, and they lie with it", restore, revisions),
      ("versions", "Every revision belongs to a version", restore, versions),
      ("days", "Every day is in the calendar", restore, days),
      (
        "dates", "Nothing ends before it begins",
        "Correct the days with `liaison agreement change` or in the source.", dates
      ),
      (
        "references", "A key finds one agreement",
        "Void the agreement that is not meant, with `liaison agreement void`.", references
      ),
      (
        "identifiers", "An identifier finds one party",
        "Void the party that is not meant, with `liaison party void`.", identifiers
      ),
      (
        "journal", "Nothing was changed behind the journal's back", JournalFindings.compare,
        journal
      ),
    ]
  }

  /// Makes all checks; one that a broken file stops says so, and the next is made.
  func examine() -> [DoctorCheck] {
    checks.map { name, title, remedy, look in
      let problems: [String]
      do {
        problems = try look()
      } catch let error as DatabaseError {
        problems = ["The check cannot be made: \(error.message ?? "no reason given")."]
      } catch {
        problems = ["The check cannot be made. \(error)"]
      }
      return DoctorCheck(name, title, problems, remedy: remedy)
    }
  }

  // MARK: The file

  private func filePermission() throws -> [String] {
    var problems: [String] = []
    if let path {
      let attributes = try? FileManager.default.attributesOfItem(atPath: path)
      let mode = (attributes?[.posixPermissions] as? NSNumber)?.intValue ?? 0o600
      if mode & 0o077 != 0 {
        problems = ["Others than the owner may use \(path) (mode \(String(mode, radix: 8)))."]
      }
    }
    return problems
  }

  private func logSize() -> [String] {
    var problems: [String] = []
    if let path {
      let attributes = try? FileManager.default.attributesOfItem(atPath: path + "-wal")
      let size = (attributes?[.size] as? NSNumber)?.int64Value ?? 0
      if size > 256 << 20 {
        problems = ["The write-ahead log \(path)-wal has grown to \(size >> 20) MiB."]
      }
    }
    return problems
  }

  // MARK: The database

  private func schema() throws -> [String] {
    var problems: [String] = []
    let applied = try String.fetchAll(
      database,
      sql: "SELECT identifier FROM grdb_migrations ORDER BY identifier"
    )
    for name in try Migrations.names() where !applied.contains(name) {
      problems.append("The migration \(name) was not applied.")
    }
    if problems.isEmpty, try Store.schema(database) != Store.inMemory().schema() {
      problems.append("The tables or indices are not those that the migrations make.")
    }
    return problems
  }

  private func pages() throws -> [String] {
    let lines = try String.fetchAll(database, sql: "PRAGMA integrity_check(100)")
    return lines == ["ok"] ? [] : lines.map { "SQLite finds: \($0)." }
  }

  private func foreignKeys() throws -> [String] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT "table" AS name, parent, count(*) AS number
        FROM pragma_foreign_key_check GROUP BY 1, 2 ORDER BY 1, 2
        """
    )
    return rows.map { row in
      let (name, parent, number): (String, String, Int64) =
        (row["name"], row["parent"], row["number"])
      return number == 1
        ? "1 row of \(name) names a \(parent) that does not exist."
        : "\(number) rows of \(name) name a \(parent) that does not exist."
    }
  }

  // MARK: What only we can check

  private func voidings() throws -> [String] {
    try sentences(
      """
      SELECT reference, isVoided FROM agreement
      WHERE isVoided <> (id IN (SELECT recordId FROM voiding WHERE kind = 'agreement'))
      ORDER BY reference
      """
    ) { row in
      let (reference, isVoided): (String, Bool) = (row["reference"], row["isVoided"])
      return isVoided
        ? "Agreement \(reference) is marked as voided, and no voiding says why."
        : "Agreement \(reference) was voided, and is not marked so."
    }
  }

  private func revisions() throws -> [String] {
    var problems: [String] = []
    for kind in ["agreement", "party", "person", "service"] {
      problems += try sentences(
        """
        SELECT r.id AS id, r.\(kind)Id AS owner FROM \(kind)Revision r
        WHERE r.id >> 20 <> r.\(kind)Id ORDER BY r.id
        """
      ) { row in
        let (id, owner): (Int64, Int64) = (row["id"], row["owner"])
        return "Revision \(id) of a \(kind) does not lie with its \(kind) \(owner)."
      }
      problems += try sentences(
        """
        SELECT k.reference AS reference FROM \(kind) k
        WHERE NOT EXISTS (SELECT 1 FROM \(kind)Revision r
          WHERE r.id BETWEEN k.id << 20 AND (k.id << 20) + 1048575)
        ORDER BY k.reference
        """
      ) { row in
        let reference: String = row["reference"]
        return "The \(kind) \(reference) has no revision, so nothing is known of it."
      }
    }
    return problems
  }

  private func versions() throws -> [String] {
    try sentences(
      """
      SELECT DISTINCT a.reference AS reference, r.versionNumber AS number
      FROM agreementRevision r JOIN agreement a ON a.id = r.agreementId
      WHERE r.versionNumber > 1 AND NOT EXISTS (SELECT 1 FROM agreementVersion v
        WHERE v.agreementId = r.agreementId AND v.number = r.versionNumber)
      ORDER BY 1, 2
      """
    ) { row in
      let (reference, number): (String, Int64) = (row["reference"], row["number"])
      return "Agreement \(reference) has revisions of version \(number), which does not exist."
    }
  }

  private func journal() throws -> [String] {
    let result = try Store.verifyJournal(
      database,
      expectedHead: nil,
      includesOriginals: true
    )
    var problems = result.findings.map(\.message)
    let rest = result.findingCount - problems.count
    if rest > 0 { problems.append("There are \(rest) more.") }
    return problems
  }

  func sentences(_ sql: String, _ sentence: (Row) -> String) throws -> [String] {
    let rows = try Row.fetchCursor(database, sql: sql)
    var result: [String] = []
    while let row = try rows.next() { result.append(sentence(row)) }
    return result
  }
}

extension Store {
  /// Examines the store from the file to the last row.
  ///
  /// - Returns: The checks in a fixed order, each with the problems it found.
  /// - Throws: ``StoreError``.
  public func examine() throws -> [DoctorCheck] {
    try onConnection { database in
      try database.execute(sql: "BEGIN")
      defer { try? database.execute(sql: "ROLLBACK") }
      return Doctor(database: database, path: path).examine()
    }
  }
}
