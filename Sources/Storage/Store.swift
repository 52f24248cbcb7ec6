import Foundation
import GRDB
import GRDBSQLite
import Schemas

/// The relationship store: one SQLite file, and the only code that writes it.
///
/// Writing goes through ``write(_:body:)``, which makes one transaction, one journal entry and
/// one recording. Reading goes through ``read(asOf:body:)``, which sees the store as of a day.
public final class Store: @unchecked Sendable {
  /// The path of the file; nil for a store in memory.
  public let path: String?
  let queue: DatabaseQueue

  private init(queue: DatabaseQueue, path: String?) {
    self.queue = queue
    self.path = path
  }

  /// Opens a store that exists, and brings its schema up to date.
  ///
  /// - Throws: ``StoreError``.
  public static func open(_ path: String, busyTimeout: Double = 5) throws -> Store {
    var isFolder: ObjCBool = false
    guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw StoreError.missing(path: path)
    }
    guard !isFolder.boolValue else { throw StoreError.foreign(path: path) }
    return try connect(path, busyTimeout: busyTimeout)
  }

  /// Makes a new store, readable and writable for its owner only.
  ///
  /// - Throws: ``StoreError/exists(path:)`` and others.
  public static func create(_ path: String, busyTimeout: Double = 5) throws -> Store {
    let url = URL(fileURLWithPath: path)
    let manager = FileManager.default
    guard !manager.fileExists(atPath: path) else { throw StoreError.exists(path: path) }
    do {
      try manager.createDirectory(
        at: url.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
    } catch {
      throw StoreError.cannotOpen(path: path, reason: "its folder cannot be made")
    }
    guard manager.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
    else { throw StoreError.cannotOpen(path: path, reason: "the file cannot be made") }
    return try connect(path, busyTimeout: busyTimeout)
  }

  /// Makes an empty store in memory, gone with the value.
  ///
  /// - Throws: ``StoreError``.
  public static func inMemory() throws -> Store {
    let queue = try DatabaseQueue(configuration: configuration(busyTimeout: 0))
    try Migrations.migrate(queue)
    return Store(queue: queue, path: nil)
  }

  private static func connect(_ path: String, busyTimeout: Double) throws -> Store {
    do {
      let queue = try DatabaseQueue(
        path: path,
        configuration: configuration(busyTimeout: busyTimeout)
      )
      try Migrations.check(queue, path: path)
      try queue.writeWithoutTransaction { database in
        try database.execute(sql: "PRAGMA journal_mode = WAL")
      }
      try Migrations.migrate(queue)
      return Store(queue: queue, path: path)
    } catch let error as DatabaseError {
      throw translate(error, path: path)
    }
  }

  private static func configuration(busyTimeout: Double) -> Configuration {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(busyTimeout)
    configuration.prepareDatabase { database in
      try database.execute(
        sql: """
          PRAGMA page_size = 16384;
          PRAGMA synchronous = FULL;
          PRAGMA cache_size = -49152;
          PRAGMA temp_store = FILE;
          PRAGMA trusted_schema = OFF;
          """
      )
    }
    return configuration
  }

  /// Says in our words what went wrong in SQLite.
  static func translate(_ error: DatabaseError, path: String?) -> StoreError {
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
    case .SQLITE_NOTADB: .foreign(path: path ?? "")
    case .SQLITE_READONLY, .SQLITE_PERM: .notPermitted(path: path ?? "")
    case .SQLITE_CANTOPEN: cannotOpen(path ?? "", error)
    default: .refused(error.message ?? "SQLite \(error.resultCode.rawValue)")
    }
  }

  /// Says why a file cannot be opened: a file that is there may be closed to this user.
  private static func cannotOpen(_ path: String, _ error: DatabaseError) -> StoreError {
    let manager = FileManager.default
    guard manager.fileExists(atPath: path), !manager.isReadableFile(atPath: path) else {
      return .cannotOpen(path: path, reason: error.message ?? "no reason given")
    }
    return .notPermitted(path: path)
  }

  /// Runs a body on the connection and says its database errors in our words.
  func onConnection<Value>(_ body: (Database) throws -> Value) throws -> Value {
    do {
      return try queue.writeWithoutTransaction(body)
    } catch let error as DatabaseError {
      throw Store.translate(error, path: path)
    }
  }
}
