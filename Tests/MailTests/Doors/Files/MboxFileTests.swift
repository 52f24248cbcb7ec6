import Foundation
import Mail
import Testing

@Suite struct MboxFileTests {
  private static func mail(_ number: Int) -> String {
    "From a Thu Nov 26 07:00:00 2026\nSubject: \(number)\n\nbody\n\n"
  }

  private static func subjects(_ opened: MboxFile.Opened?) throws -> [String]? {
    guard let opened else { return nil }
    var subjects: [String] = []
    while let message = try opened.reader.next() {
      let text = String(decoding: message.content ?? [], as: UTF8.self)
      subjects.append(String(text.prefix { $0 != "\n" }.dropFirst(9)))
    }
    return subjects
  }

  @Test func `a file that has not changed is not opened`() throws {
    let folder = try TestFolder()
    let file = MboxFile(path: try folder.write(Self.mail(1), to: "box"))
    let first = try file.open()
    #expect(try Self.subjects(first) == ["1"])
    #expect(try Self.subjects(file.open(since: first?.state)) == nil)
  }

  @Test func `of a file that has grown only what is new is read`() throws {
    let folder = try TestFolder()
    let file = MboxFile(path: try folder.write(Self.mail(1), to: "box"))
    let first = try #require(try file.open())
    try folder.append(Self.mail(2) + Self.mail(3), to: "box")
    let second = try #require(try file.open(since: first.state))
    let message = try #require(try second.reader.next())
    #expect(message.offset == Self.mail(1).utf8.count)
    #expect(try Self.subjects(file.open(since: first.state)) == ["2", "3"])
    #expect(try Self.subjects(file.open(since: second.state)) == nil)
  }

  @Test func `a file that was changed before its end is read anew`() throws {
    let folder = try TestFolder()
    let file = MboxFile(path: try folder.write(Self.mail(1) + Self.mail(2), to: "box"))
    let first = try #require(try file.open())
    try folder.write(Self.mail(7) + Self.mail(8) + Self.mail(9), to: "box")
    #expect(try Self.subjects(file.open(since: first.state)) == ["7", "8", "9"])
  }

  @Test func `a file that became shorter, or went on in the middle of a mail, is read anew`() throws
  {
    let folder = try TestFolder()
    let file = MboxFile(path: try folder.write(Self.mail(1) + Self.mail(2), to: "box"))
    let first = try #require(try file.open())
    try folder.append("more of it\n\n" + Self.mail(3), to: "box")
    #expect(try Self.subjects(file.open(since: first.state)) == ["1", "2", "3"])
    try folder.write(Self.mail(1), to: "box")
    #expect(try Self.subjects(file.open(since: first.state)) == ["1"])
  }

  @Test func `the state can be stored as JSON`() throws {
    let folder = try TestFolder()
    let file = MboxFile(path: try folder.write(Self.mail(1), to: "box"))
    let state = try #require(try file.open()).state
    let json = try JSONEncoder().encode(state)
    #expect(try JSONDecoder().decode(MboxFile.State.self, from: json) == state)
  }

  @Test func `a file that is not there is a problem`() {
    #expect(
      problem { _ = try MboxFile(path: "/nowhere/box").open() }
        == ["file.missing", "There is no such file.", "Check the path."]
    )
  }
}
