import Foundation
import Mail
import Testing

@Suite struct MaildirTests {
  private let folder: TestFolder
  private let maildir: Maildir

  init() throws {
    folder = try TestFolder()
    maildir = Maildir(path: "\(folder.path)/box")
    try maildir.create()
  }

  private func deliver(_ names: String...) throws {
    for name in names { try maildir.deliver(Array("Subject: \(name)\n".utf8), unique: name) }
  }

  @Test func `a delivered mail lies in new alone, for its owner alone`() throws {
    try deliver("1.a")
    #expect(try folder.names(in: "box/new") == ["1.a"])
    #expect(try folder.names(in: "box/tmp").isEmpty)
    let attributes = try FileManager.default.attributesOfItem(atPath: "\(maildir.path)/new/1.a")
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(try folder.read("box/new/1.a") == "Subject: 1.a\n")
  }

  @Test(arguments: ["", ".a", "a/b", "a:2,S"])
  func `names that a mail cannot have are refused`(name: String) {
    #expect(
      problem { try maildir.deliver([], unique: name) } == [
        "mail.name", "A mail cannot have the name “\(name)” in the Maildir.",
        "Give a name that is not taken, without a slash and a colon.",
      ]
    )
  }

  @Test func `a mail is never replaced by another of its name`() throws {
    try deliver("1.a")
    #expect(problem { try maildir.deliver([65], unique: "1.a") }?.first == "mail.name")
    #expect(try folder.read("box/new/1.a") == "Subject: 1.a\n")
  }

  @Test func `mails are listed in order of their names, files with a full stop in front are not`()
    throws
  {
    try deliver("3.c", "1.a")
    try folder.write("x", to: "box/cur/2.b:2,RS")
    try folder.write("x", to: "box/new/.hidden")
    let listing = try maildir.list()
    #expect(listing.entries.map(\.name) == ["1.a", "2.b:2,RS", "3.c"])
    #expect(listing.entries.map(\.flags) == ["", "RS", ""])
    #expect(listing.entries.map { String($0.unique) } == ["1.a", "2.b", "3.c"])
  }

  @Test func `a kept mail moves to cur with its flags in order`() throws {
    try deliver("1.a")
    let entry = try #require(try maildir.list().entries.first)
    let kept = try #require(try maildir.keep(entry, adding: "S"))
    #expect(try folder.names(in: "box/new").isEmpty)
    #expect(try folder.names(in: "box/cur") == ["1.a:2,S"])
    let again = try maildir.keep(kept, adding: "FS")
    #expect(again?.name == "1.a:2,FS")
    #expect(try maildir.keep(entry, adding: "S")?.name == "1.a:2,FS")
  }

  @Test func `a mail that has moved since it was listed is read where it is`() throws {
    try deliver("1.a")
    let entry = try #require(try maildir.list().entries.first)
    try maildir.keep(entry, adding: "RS")
    #expect(try maildir.read(entry) == Array("Subject: 1.a\n".utf8))
  }

  @Test func `a mail that is gone is none`() throws {
    try deliver("1.a")
    let entry = try #require(try maildir.list().entries.first)
    try FileManager.default.removeItem(atPath: maildir.path(of: entry))
    #expect(try maildir.read(entry) == nil)
    #expect(try maildir.keep(entry) == nil)
  }

  @Test func `a mail beyond the limit is a problem of its file`() throws {
    try deliver("1.a")
    let entry = try #require(try maildir.list().entries.first)
    #expect(
      problem { _ = try maildir.read(entry, maximumSize: 12) } == [
        "mail.size", "The mail is larger than 12 bytes.",
        "Raise the limit for mails if it shall be taken.",
      ]
    )
    #expect(try maildir.read(entry, maximumSize: 13)?.count == 13)
  }

  @Test func `a Maildir seen before lists nothing, whatever is read and flagged in it`() throws {
    try deliver("1.a", "2.b", "3.c")
    let first = try maildir.list()
    for entry in first.entries { try maildir.keep(entry, adding: "F") }
    let second = try maildir.list(since: first.state)
    #expect(second.entries.isEmpty)
    #expect(second.state == first.state)
    #expect(second.state.count == 3)
  }

  @Test func `of a Maildir with many mails only few are listed again when one comes`() throws {
    for number in 0..<2000 { try deliver("\(number).x") }
    let first = try maildir.list()
    try deliver("new.x")
    let second = try maildir.list(since: first.state)
    #expect(second.entries.contains { $0.name == "new.x" })
    #expect(second.entries.count < 40)
    #expect(try maildir.list(since: second.state).entries.isEmpty)
  }

  @Test func `the state can be stored as JSON`() throws {
    try deliver("1.a")
    let state = try maildir.list().state
    let json = try JSONEncoder().encode(state)
    #expect(try JSONDecoder().decode(MaildirState.self, from: json) == state)
  }

  @Test func `a state of another form lists everything`() throws {
    try deliver("1.a")
    let json = Data(#"{"count":1,"sums":[1,2]}"#.utf8)
    let state = try JSONDecoder().decode(MaildirState.self, from: json)
    #expect(try maildir.list(since: state).entries.count == 1)
  }

  @Test func `a name that is not UTF-8 is a problem and not passed over`() throws {
    try TestMachine.shell("cd '\(maildir.path)/new' && touch \"$(printf 'a\\377')\"")
    #expect(
      problem { _ = try maildir.list() } == [
        "file.name", "A name in the folder is not UTF-8: “a?”.", "Rename the file.",
      ]
    )
  }

  @Test func `a folder that is no Maildir is a problem`() {
    #expect(
      problem { _ = try Maildir(path: "/nowhere").list() } == [
        "file.unreadable", "The folder cannot be used: No such file or directory.",
        "Check its access rights and the disk.",
      ]
    )
  }
}
