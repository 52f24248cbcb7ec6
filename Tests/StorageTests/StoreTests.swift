import Foundation
import GRDB
import Testing

@testable import Storage

struct StoreTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func opening(_ path: String) -> String? { thrown { _ = try Store.open(path) } }

  @Test func `a new store is for its owner only, with its log`() throws {
    let path = folder.file("deep/er/store.sqlite")
    let store = try Store.create(path)
    try store.setSetting("zone", to: "UTC", effectiveOn: .of("2026-01-01"), .number(1))
    for end in ["", "-wal", "-shm"] {
      let attributes = try FileManager.default.attributesOfItem(atPath: path + end)
      #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600, "\(end)")
    }
  }

  @Test func `a missing store says how to make one`() {
    let path = folder.file("none.sqlite")
    #expect(
      opening(path)
        == "There is no store at \(path). Make one with `liaison init` or `liaison import`."
    )
  }

  @Test func `a store is not made over a file`() throws {
    let path = folder.file("store.sqlite")
    _ = try Store.create(path)
    #expect(
      thrown { _ = try Store.create(path) }
        == "There is already a file at \(path). Choose another path with --store."
    )
  }

  @Test func `a folder, a text and another database are not stores`() throws {
    #expect(
      opening(folder.path)
        == "\(folder.path) is not a Liaison store. Choose another path with --store."
    )
    let text = folder.file("text.sqlite")
    try Data(String(repeating: "not a database ", count: 100).utf8)
      .write(to: URL(fileURLWithPath: text))
    #expect(
      opening(text) == "\(text) is not a Liaison store. Choose another path with --store."
    )
    let other = folder.file("other.sqlite")
    let queue = try DatabaseQueue(path: other)
    try queue.write { try $0.execute(sql: "CREATE TABLE thing (id INTEGER)") }
    try queue.close()
    let before = try Data(contentsOf: URL(fileURLWithPath: other))
    #expect(
      opening(other) == "\(other) is not a Liaison store. Choose another path with --store."
    )
    #expect(try Data(contentsOf: URL(fileURLWithPath: other)) == before)
  }

  @Test func `a store of a newer program is left alone`() throws {
    let path = folder.file("store.sqlite")
    let store = try Store.create(path)
    try store.tamper("INSERT INTO grdb_migrations VALUES ('9999-later')")
    #expect(
      opening(path) == "The store was written by a newer Liaison (migration 9999-later). "
        + "Update this program."
    )
  }

  @Test func `a folder that cannot be made is told`() throws {
    let file = folder.file("file")
    try Data().write(to: URL(fileURLWithPath: file))
    let path = file + "/store.sqlite"
    #expect(
      thrown { _ = try Store.create(path) }
        == "The store \(path) cannot be opened: its folder cannot be made. "
        + "Check the folder and its permissions."
    )
  }

  @Test func `a writer that does not get the lock says so and changes nothing`() throws {
    let path = folder.file("store.sqlite")
    let first = try Store.create(path)
    let second = try Store.open(path, busyTimeout: 0)
    try first.queue.writeWithoutTransaction { database in
      try database.execute(sql: "BEGIN IMMEDIATE")
      let message = thrown {
        try second.setSetting("zone", to: "UTC", effectiveOn: .of("2026-01-01"), .number(1))
      }
      #expect(
        message
          == "Another process is writing to the store. Nothing was changed; try again."
      )
      #expect(
        throws: StoreError.busy,
        performing: { try second.take([AgreementSample("A")], 2) }
      )
      #expect(try second.journalEntries() == [])
      try database.execute(sql: "ROLLBACK")
    }
    try second.setSetting("zone", to: "UTC", effectiveOn: .of("2026-01-01"), .number(3))
    #expect(try first.verifyJournal().isIntact)
  }

  @Test func `opening again changes nothing`() throws {
    let path = folder.file("store.sqlite")
    let store = try FullSample.store(at: path)
    let before = try store.dump(without: [])
    #expect(try Store.open(path).dump(without: []) == before)
  }

  @Test func `every error has its sentence`() {
    let sentences = [
      StoreError.unknown(kind: "party", reference: "X"), .refused("disk full"),
      .notAllowed("No."), .cannotOpen(path: "p", reason: "r"),
    ].map(\.description)
    #expect(
      sentences == [
        "There is no party with the reference X.",
        "The store refused a change: disk full. Nothing was changed.", "No.",
        "The store p cannot be opened: r. Check the folder and its permissions.",
      ]
    )
  }
}
