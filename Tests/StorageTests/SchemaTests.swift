import GRDB
import TestSupport
import Testing

@testable import Storage

struct SchemaTests {
  /// After each migration the schema is the one recorded for it, so none is ever edited.
  @Test func `each migration makes its recorded schema`() throws {
    for name in try Migrations.names() {
      let queue = try DatabaseQueue()
      try Migrations.migrate(queue, through: name)
      let schema = try queue.read(Store.schema)
      expectSnapshot(schema, named: "\(name).sql")
    }
  }

  @Test func `a store has the schema of the last migration`() throws {
    let last = try #require(try Migrations.names().last)
    let queue = try DatabaseQueue()
    try Migrations.migrate(queue, through: last)
    #expect(try Store.inMemory().schema() == queue.read(Store.schema))
  }

  @Test func `the schema can be run, and gives itself`() throws {
    let schema = try Store.inMemory().schema()
    #expect(!schema.contains("grdb_migrations"))
    let queue = try DatabaseQueue()
    try queue.write { try $0.execute(sql: schema) }
    #expect(try queue.read(Store.schema) == schema)
  }

  @Test func `every table is strict, and its days and references are checked`() throws {
    let store = try Store.inMemory()
    #expect(
      try store.lines(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
          + "AND strict = 0 AND name NOT LIKE 'sqlite_%' AND name <> 'grdb_migrations'"
      ) == []
    )
    #expect(try store.lines("PRAGMA foreign_keys") == ["1"])
    #expect(try store.lines("PRAGMA synchronous") == ["2"])
  }
}
