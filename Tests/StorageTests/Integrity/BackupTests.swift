import Foundation
import GRDB
import Importing
import Model
import Testing

@testable import Storage

struct BackupTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `a backup is the same store, one file, for its owner only`() throws {
    let store = try FullSample.store(at: folder.file("store.sqlite"))
    let path = folder.file("copy.sqlite")
    let head = try store.backup(to: path)
    #expect(try head == store.verifyJournal().head)
    #expect(try folder.names().filter { $0.hasPrefix("copy") } == ["copy.sqlite"])
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
    let copy = try Store.open(path)
    #expect(try copy.dump(without: []) == store.dump(without: []))
    #expect(try copy.schema() == store.schema())
    #expect(try copy.verifyJournal(expectedHead: head, includesOriginals: true).isIntact)
    #expect(try copy.examine().flatMap(\.problems) == [])
  }

  @Test func `an empty store and one in memory can be backed up`() throws {
    let path = folder.file("copy.sqlite")
    #expect(try Store.inMemory().backup(to: path) == String(repeating: "0", count: 64))
    #expect(try Store.open(path).journalEntries() == [])
  }

  @Test func `a file that exists is not written over`() throws {
    let path = folder.file("copy.sqlite")
    try Data("mine".utf8).write(to: URL(fileURLWithPath: path))
    let store = try Store.inMemory()
    #expect(
      thrown { _ = try store.backup(to: path) }
        == "There is already a file at \(path). Choose another path with --store."
    )
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "mine")
    #expect(try folder.names() == ["copy.sqlite"])
  }

  @Test func `a folder that does not exist is told, and nothing is left`() throws {
    let path = folder.file("none/copy.sqlite")
    #expect(
      thrown { _ = try Store.inMemory().backup(to: path) }
        == "The store \(path) cannot be opened: its folder does not take a new file. "
        + "Check the folder and its permissions."
    )
    #expect(try folder.names() == [])
  }

  @Test func `a backup while another connection holds the lock has what was committed`() throws {
    let path = folder.file("store.sqlite")
    let store = try FullSample.store(at: path)
    let committed = try store.dump(without: [])
    let other = try Store.open(path)
    try other.queue.writeWithoutTransaction { database in
      try database.execute(sql: "BEGIN IMMEDIATE; UPDATE person SET reference = reference || '!'")
      _ = try store.backup(to: folder.file("copy.sqlite"))
      try database.execute(sql: "ROLLBACK")
    }
    #expect(try Store.open(folder.file("copy.sqlite")).dump(without: []) == committed)
  }

  @Test func `backups while another connection writes are whole`() async throws {
    let path = folder.file("store.sqlite")
    let store = try FullSample.store(at: path)
    let other = try Store.open(path)
    let writing = Task.detached {
      for number in 100..<160 {
        try other.take(
          (0..<50).map { AgreementSample("N\(number)-\($0)", [.title: .text("T")]) },
          number
        )
      }
    }
    for number in 0..<8 {
      let copy = folder.file("copy\(number).sqlite")
      let head = try store.backup(to: copy)
      let opened = try Store.open(copy)
      #expect(try opened.verifyJournal(expectedHead: head, includesOriginals: true).isIntact)
      #expect(try opened.examine().flatMap(\.problems) == [])
    }
    try await writing.value
    #expect(try store.verifyJournal().isIntact)
    #expect(try store.journalEntries().first?.id == other.journalEntries().first?.id)
  }
}
