import Foundation
import GRDB

extension Store {
  /// Writes a copy of the whole store, as it is at one moment, into a new file.
  ///
  /// Others may write meanwhile; the copy has what was committed when it began. It is written
  /// under a temporary name beside the path, checked, synchronised and then given its name, so
  /// that a file at the path is always whole. The copy is readable for its owner only.
  ///
  /// - Returns: The hash of the last journal entry in the copy, as 64 hexadecimal digits.
  /// - Throws: ``StoreError/exists(path:)`` if there is a file at the path, and others.
  public func backup(to path: String) throws -> String {
    let manager = FileManager.default
    guard !manager.fileExists(atPath: path) else { throw StoreError.exists(path: path) }
    let temporary = try DurableFile.temporary(beside: path)
    defer {
      for end in ["", "-wal", "-shm", "-journal"] {
        try? manager.removeItem(atPath: temporary + end)
      }
    }
    do {
      let head = try copy(to: temporary)
      try DurableFile.synchronise(temporary)
      try DurableFile.publish(temporary, to: path)
      return head
    } catch let error as DatabaseError {
      throw Self.copyFailure(error, path: path)
    }
  }

  /// Says what went wrong with the copy; SQLite's own message would be about the store.
  private static func copyFailure(_ error: DatabaseError, path: String) -> StoreError {
    switch error.resultCode {
    case .SQLITE_FULL, .SQLITE_IOERR:
      .cannotWrite(path: path, reason: "the disk does not take it")
    default: translate(error, path: path)
    }
  }

  /// Copies page by page in one reading transaction, then checks the copy.
  private func copy(to path: String) throws -> String {
    let copy = try DatabaseQueue(path: path)
    try queue.backup(to: copy)
    let last = try copy.writeWithoutTransaction { database in
      // One file, without a log beside it.
      try database.execute(sql: "PRAGMA journal_mode = DELETE")
      let lines = try String.fetchAll(database, sql: "PRAGMA integrity_check(1)")
      guard lines == ["ok"] else {
        throw StoreError.refused("the copy is not whole: \(lines.first ?? "")")
      }
      return try JournalHead.read(database)
    }
    try copy.close()
    let hash = try onConnection { try JournalHead.hash(of: last.id, $0) }
    guard hash == last.hash else {
      throw StoreError.refused("the copy ends in another journal entry than the store")
    }
    return hexadecimalText(last.hash)
  }
}

/// The last entry of a journal.
enum JournalHead {
  /// The number and hash of the last entry; 0 and zeros for an empty journal.
  static func read(_ database: Database) throws -> (id: Int64, hash: [UInt8]) {
    let row = try Row.fetchOne(
      database,
      sql: "SELECT id, hash FROM journalEntry ORDER BY id DESC LIMIT 1"
    )
    guard let row else { return (0, JournalEntry.origin) }
    return (row["id"], Array(row["hash"] as Data))
  }

  static func hash(of id: Int64, _ database: Database) throws -> [UInt8] {
    guard id > 0 else { return JournalEntry.origin }
    return try Data.fetchOne(
      database,
      sql: "SELECT hash FROM journalEntry WHERE id = ?",
      arguments: [id]
    ).map(Array.init) ?? []
  }
}
