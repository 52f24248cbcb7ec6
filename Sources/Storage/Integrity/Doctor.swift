import Foundation
import GRDB

/// Examines a store: the file, the schema, what the database can check, and what only we can.
struct Doctor {
  let database: Database
  /// Nil for a store in memory.
  let path: String?
  private static let restore = "Restore the store from a backup."

  func examine() throws -> [DoctorCheck] {
    var checks = [try filePermission(), logSize(), try schema(), try pages()]
    checks += [try foreignKeys(), try voidings(), try revisions(), try versions()]
    checks += [try dates(), try references(), try identifiers(), try journal()]
    return checks
  }

  // MARK: The file

  private func filePermission() throws -> DoctorCheck {
    var problems: [String] = []
    if let path {
      let attributes = try? FileManager.default.attributesOfItem(atPath: path)
      let mode = (attributes?[.posixPermissions] as? NSNumber)?.intValue ?? 0o600
      if mode & 0o077 != 0 {
        problems = ["Others than the owner may use \(path) (mode \(String(mode, radix: 8)))."]
      }
    }
    return DoctorCheck(
      "filePermission",
      "The file is for its owner only",
      problems,
      remedy: "Run `chmod 600` on the store."
    )
  }

  private func logSize() -> DoctorCheck {
    var problems: [String] = []
    if let path {
      let attributes = try? FileManager.default.attributesOfItem(atPath: path + "-wal")
      let size = (attributes?[.size] as? NSNumber)?.int64Value ?? 0
      if size > 256 << 20 {
        problems = ["The write-ahead log \(path)-wal has grown to \(size >> 20) MiB."]
      }
    }
    return DoctorCheck(
      "logSize",
      "The write-ahead log is short",
      problems,
      remedy: "End the programs that hold the store open; the last one takes the log away."
    )
  }

  // MARK: The database

  private func schema() throws -> DoctorCheck {
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
    return DoctorCheck(
      "schema",
      "The schema is that of this program",
      problems,
      remedy: "Compare `liaison schema` with that of a new store; then restore from a backup."
    )
  }

  private func pages() throws -> DoctorCheck {
    let lines = try String.fetchAll(database, sql: "PRAGMA integrity_check(100)")
    return DoctorCheck(
      "pages",
      "Tables and indices are whole",
      lines == ["ok"] ? [] : lines.map { "SQLite finds: \($0)." },
      remedy: Self.restore
    )
  }

  private func foreignKeys() throws -> DoctorCheck {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT "table" AS name, parent, count(*) AS number
        FROM pragma_foreign_key_check GROUP BY 1, 2 ORDER BY 1, 2
        """
    )
    let problems = rows.map { row in
      let (name, parent, number): (String, String, Int64) =
        (row["name"], row["parent"], row["number"])
      return number == 1
        ? "1 row of \(name) names a \(parent) that does not exist."
        : "\(number) rows of \(name) name a \(parent) that does not exist."
    }
    return DoctorCheck(
      "foreignKeys",
      "Every row names rows that exist",
      problems,
      remedy: Self.restore
    )
  }

  // MARK: What only we can check

  private func voidings() throws -> DoctorCheck {
    let problems = try sentences(
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
    return DoctorCheck(
      "voidings",
      "Voided agreements are marked",
      problems,
      remedy: Self.restore
    )
  }

  private func revisions() throws -> DoctorCheck {
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
    return DoctorCheck(
      "revisions",
      "Every record has revisions, and they lie with it",
      problems,
      remedy: Self.restore
    )
  }

  private func versions() throws -> DoctorCheck {
    let problems = try sentences(
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
    return DoctorCheck(
      "versions",
      "Every revision belongs to a version",
      problems,
      remedy: Self.restore
    )
  }

  private func journal() throws -> DoctorCheck {
    let result = try Store.verifyJournal(
      database,
      expectedHead: nil,
      includesOriginals: true
    )
    var problems = result.findings.map(\.message)
    let rest = result.findingCount - problems.count
    if rest > 0 { problems.append("There are \(rest) more.") }
    return DoctorCheck(
      "journal",
      "Nothing was changed behind the journal's back",
      problems,
      remedy: JournalFindings.compare
    )
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
      return try Doctor(database: database, path: path).examine()
    }
  }
}
