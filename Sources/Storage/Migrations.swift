import Foundation
import GRDB
import Schemas

/// The numbered SQL files that make and change the schema, applied once each and in order.
enum Migrations {
  /// The names of the files without `.sql`, in order.
  static func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: Schemas.migrations.path)
      .filter { $0.hasSuffix(".sql") }
      .map { String($0.dropLast(4)) }
      .sorted()
  }

  /// Applies what the database has not had yet.
  static func migrate(_ queue: DatabaseQueue, through last: String? = nil) throws {
    var migrator = DatabaseMigrator()
    for name in try names() {
      let url = Schemas.migrations.appendingPathComponent(name + ".sql")
      let sql = try String(contentsOf: url, encoding: .utf8)
      migrator.registerMigration(name) { try $0.execute(sql: sql) }
    }
    if try queue.read(migrator.hasCompletedMigrations) { return }
    if let last { try migrator.migrate(queue, upTo: last) } else { try migrator.migrate(queue) }
  }

  /// Refuses a file that is not ours or that a newer program wrote.
  static func check(_ queue: DatabaseQueue, path: String) throws {
    let known = Set(try names())
    try queue.read { database in
      let isEmpty = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") == 0
      guard !isEmpty else { return }
      guard try database.tableExists("grdb_migrations"), try database.tableExists("journalEntry")
      else { throw StoreError.foreign(path: path) }
      let applied = try String.fetchAll(
        database,
        sql: "SELECT identifier FROM grdb_migrations ORDER BY identifier"
      )
      if let unknown = applied.first(where: { !known.contains($0) }) {
        throw StoreError.newer(migration: unknown)
      }
    }
  }
}
