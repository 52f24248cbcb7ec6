import Foundation
import Testing

@testable import Mail

@Suite struct LMTPServerTests {
  private static let talk =
    "LHLO x\r\nMAIL FROM:<s@y>\r\nRCPT TO:<a@x>\r\nDATA\r\nSubject: x\r\n\r\n.\r\nQUIT\r\n"

  @Test func `a mail comes over a socket in the file system, which only its owner may use`() throws
  {
    let folder = try TestFolder()
    let path = "\(folder.path)/lmtp"
    let receiver = PretendReceiver()
    do {
      let server = try LMTPServer(.socket(path: path, mode: 0o600), receiver: receiver)
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect(attributes[.posixPermissions] as? Int == 0o600)
      let client = Background { LocalClient.talk(socket: path, Self.talk) }
      server.run(clock: { 0 }, until: { client.value != nil })
      #expect(client.value?.hasSuffix("250 2.1.5 Stored\r\n221 2.0.0 Bye\r\n") ?? false)
    }
    #expect(receiver.mails.map(\.sender) == ["s@y"])
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test(arguments: ["127.0.0.1", "localhost"])
  func `many connections are served at once over a port`(host: String) throws {
    let receiver = PretendReceiver()
    let server = try LMTPServer(.port(0, host: host), receiver: receiver)
    let port = try #require(server.port)
    let clients = (0..<70).map { _ in Background { LocalClient.talk(port: port, Self.talk) } }
    server.run(clock: { 0 }, until: { clients.allSatisfy { $0.value != nil } })
    #expect(clients.allSatisfy { $0.value?.contains("250 2.1.5 Stored") ?? false })
    #expect(receiver.mails.count == 70)
  }

  @Test func `a silent connection is closed after five minutes`() throws {
    let server = try LMTPServer(.port(0, host: "127.0.0.1"), receiver: PretendReceiver())
    let port = try #require(server.port)
    let client = Background { LocalClient.talk(port: port, "NOOP\r\n") }
    var time = 0
    server.run(
      clock: {
        time += 100
        return time
      },
      until: { client.value != nil }
    )
    #expect(client.value == "220 localhost LMTP ready\r\n250 2.0.0 OK\r\n")
  }

  @Test func `a socket that a dead server left is taken over, a live one is not`() throws {
    let folder = try TestFolder()
    let path = "\(folder.path)/lmtp"
    let receiver = PretendReceiver()
    let live = try LMTPServer(.socket(path: path, mode: 0o600), receiver: receiver)
    #expect(
      fault { _ = try LMTPServer(.socket(path: path, mode: 0o600), receiver: receiver) }
        == FaultWords(
          false,
          "lmtp.listen",
          "LMTP cannot listen at \(path): Address already in use.",
          "Choose another place, or end the program that has it."
        )
    )
    try withExtendedLifetime(live) {
      try FileManager.default.moveItem(atPath: path, toPath: path + "2")
    }
    let text = try folder.write("keep", to: "file")
    #expect(
      fault { _ = try LMTPServer(.socket(path: text, mode: 0o600), receiver: receiver) }?.message
        == "LMTP cannot listen at \(text): File exists."
    )
    #expect(try folder.read("file") == "keep")
  }

  @Test func `a path longer than the system allows is refused`() {
    let path = "/" + String(repeating: "x", count: 200)
    #expect(
      fault { _ = try LMTPServer(.socket(path: path, mode: 0o600), receiver: PretendReceiver()) }?
        .message == "LMTP cannot listen at \(path): File name too long."
    )
  }
}
