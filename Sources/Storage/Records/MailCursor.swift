import GRDB

/// How far a mailbox, file or folder has been read.
///
/// It is no fact about a relationship: it is not in the journal, and after a restore everything is
/// looked at again and known by its content.
public struct MailCursor: Sendable, Equatable {
  /// The mailbox, file or folder.
  public var door: String
  /// The state, as who reads it wrote it.
  public var state: String

  /// Makes a cursor.
  public init(door: String, state: String) {
    self.door = door
    self.state = state
  }

  func write(_ database: Database) throws {
    try database.execute(
      sql: """
        INSERT INTO main.mailCursor (door, state) VALUES (?, ?)
        ON CONFLICT (door) DO UPDATE SET state = excluded.state
        """,
      arguments: [door, state]
    )
  }
}

extension Reader {
  /// How far a mailbox, file or folder has been read; nil if it never was.
  ///
  /// - Throws: ``StoreError``.
  public func cursor(of door: String) throws -> String? {
    try String.fetchOne(
      database,
      sql: "SELECT state FROM main.mailCursor WHERE door = ?",
      arguments: [door]
    )
  }
}

extension Store {
  /// Stores how far a mailbox, file or folder has been read.
  ///
  /// - Throws: ``StoreError``.
  public func save(_ cursor: MailCursor) throws {
    try onConnection { database in
      try database.execute(sql: "BEGIN IMMEDIATE")
      do {
        try cursor.write(database)
        try database.execute(sql: "COMMIT")
      } catch {
        try? database.execute(sql: "ROLLBACK")
        throw error
      }
    }
  }
}
