import TestSupport
import Testing

@testable import Mail

@Suite struct LMTPSessionTests {
  private let receiver = PretendReceiver()

  private func talk(_ text: String, piece: Int = 100_000, size: Int = 1000) -> [String] {
    var session = LMTPSession(
      name: "here",
      limits: LMTPSession.Limits(size: size, recipients: 3),
      receiver: receiver
    )
    var replies = session.greeting
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: piece) {
      replies += session.receive(Array(bytes[start..<min(start + piece, bytes.count)]))
    }
    return String(decoding: replies, as: UTF8.self).split(separator: "\r\n").map(String.init)
  }

  private static let hello = "LHLO mta\r\n"
  private static let helloReplies = [
    "220 here LMTP ready", "250-here", "250-PIPELINING", "250-ENHANCEDSTATUSCODES",
    "250-8BITMIME", "250-SMTPUTF8", "250 SIZE 1000",
  ]
  private static let ok = ["250 2.1.0 OK", "250 2.1.5 OK"]
  private static let goOn = "354 Go on, end with a full stop"

  /// The replies after those to the greeting.
  private func replies(_ text: String, piece: Int = 100_000) -> [String] {
    Array(talk(Self.hello + text, piece: piece).dropFirst(Self.helloReplies.count))
  }

  @Test func `the greeting names what the server can do`() {
    #expect(talk("lhlo x\r\n") == Self.helloReplies)
  }

  @Test(arguments: [1, 2, 3, 5, 100_000])
  func `commands may come all at once, and each recipient has a reply after DATA`(piece: Int) {
    receiver.verdicts["b@x"] = .passing("Disk full")
    receiver.verdicts["c@x"] = .permanent("Damaged")
    #expect(
      replies(
        "MAIL FROM:<s@y> SIZE=5 BODY=8BITMIME\r\nRCPT TO:<a@x>\r\nRCPT TO:<b@x>\r\n"
          + "RCPT TO:<c@x>\r\nDATA\r\nSubject: x\r\n\r\n..dot\r\n...\r\n.\r\nQUIT\r\n",
        piece: piece
      ) == [
        "250 2.1.0 OK", "250 2.1.5 OK", "250 2.1.5 OK", "250 2.1.5 OK", Self.goOn,
        "250 2.1.5 Stored", "451 4.3.0 Disk full", "550 5.7.1 Damaged", "221 2.0.0 Bye",
      ]
    )
    #expect(
      receiver.mails == [
        LMTPMail(
          sender: "s@y",
          recipients: ["a@x", "b@x", "c@x"],
          content: Array("Subject: x\r\n\r\n.dot\r\n..\r\n".utf8)
        )
      ]
    )
  }

  @Test func `what cannot be stored is kept by the mail server`() {
    receiver.isFull = true
    #expect(
      replies("MAIL FROM:<>\r\nRCPT TO:<a@x>\r\nRCPT TO:<b@x>\r\nDATA\r\nx\r\n.\r\n").suffix(2) == [
        "451 4.3.0 Not stored, try again", "451 4.3.0 Not stored, try again",
      ]
    )
  }

  @Test(arguments: ["\n.\n", "\r.\r", "\r\n.\n", "\n.\r\n", "\r.\r\n", "\r\n.\r\r\n", "\r\n.x\r\n"])
  func `only CRLF, a full stop and CRLF end a mail`(text: String) throws {
    #expect(
      replies("MAIL FROM:<>\r\nRCPT TO:<a@x>\r\nDATA\r\na\(text)b\r\n.\r\n")
        == Self.ok + [Self.goOn, "250 2.1.5 Stored"]
    )
    // The full stop that began a line after CRLF is gone, everything else is as it was sent.
    var sent = Array("a\(text)b\r\n".utf8)
    if text.utf8.starts(with: "\r\n.".utf8) { sent.remove(at: 3) }
    #expect(receiver.mails.map(\.content) == [sent])
  }

  @Test func `an empty mail is a mail`() {
    #expect(
      replies("MAIL FROM:<>\r\nRCPT TO:<a@x>\r\nDATA\r\n.\r\n").last == "250 2.1.5 Stored"
    )
    #expect(receiver.mails.map(\.content) == [[]])
  }

  @Test func `a mail beyond the limit is refused for each recipient, and the next one is taken`() {
    let long = String(repeating: "x", count: 998)
    let start = "MAIL FROM:<>\r\nRCPT TO:<a@x>\r\nRCPT TO:<b@x>\r\nDATA\r\n"
    #expect(
      replies("\(start)\(long)x\r\n.\r\n\(start)\(long)\r\n.\r\n").filter {
        $0.hasPrefix("552") || $0.hasSuffix("Stored")
      } == [
        "552 5.3.4 Mail too large", "552 5.3.4 Mail too large", "250 2.1.5 Stored",
        "250 2.1.5 Stored",
      ]
    )
    #expect(replies("MAIL FROM:<> SIZE=1001\r\n") == ["552 5.3.4 Mail too large"])
    #expect(replies("MAIL FROM:<> SIZE=1000\r\n") == ["250 2.1.0 OK"])
  }

  @Test func `recipients that are not here are refused in one line, the others have replies`() {
    receiver.unknown = ["b@x"]
    #expect(
      replies("MAIL FROM:<>\r\nRCPT TO:<b@x>\r\nDATA\r\nRCPT TO:<a@x>\r\nDATA\r\nx\r\n.\r\n") == [
        "250 2.1.0 OK", "550 5.7.1 No such?? mailbox", "503 5.5.1 No valid recipients",
        "250 2.1.5 OK", Self.goOn, "250 2.1.5 Stored",
      ]
    )
  }

  @Test func `recipients beyond the limit are put off`() {
    let recipients = ["a", "b", "c", "d"].map { "RCPT TO:<\($0)@x>\r\n" }.joined()
    #expect(replies("MAIL FROM:<>\r\n" + recipients).last == "452 4.5.3 Too many recipients")
  }

  @Test func `commands out of order are refused`() {
    #expect(talk("MAIL FROM:<>\r\n").last == "503 5.5.1 Not now")
    #expect(replies("RCPT TO:<a@x>\r\n") == ["503 5.5.1 Not now"])
    #expect(replies("DATA\r\n") == ["503 5.5.1 Not now"])
    #expect(replies("MAIL FROM:<>\r\nMAIL FROM:<>\r\n").last == "503 5.5.1 Not now")
    #expect(replies("MAIL FROM:<>\r\nRSET\r\nMAIL FROM:<>\r\n").last == "250 2.1.0 OK")
    #expect(
      replies("EHLO x\r\nHELO x\r\n\r\nNOOP\r\nVRFY a\r\n") == [
        "500 5.5.1 Command not known", "500 5.5.1 Command not known",
        "500 5.5.1 Command not known", "250 2.0.0 OK", "252 2.5.0 Try to deliver",
      ]
    )
  }

  @Test(arguments: [
    "MAIL FROM:a@x", "MAIL FROM <a@x>", "MAIL TO:<a@x>", "MAIL FROM:<a@x", "MAIL FROM:<a\u{1}@x>",
    "MAIL",
  ])
  func `addresses that cannot be read are refused`(line: String) {
    #expect(replies("\(line)\r\n") == ["501 5.1.3 Address not understood"])
  }

  @Test func `addresses may be quoted, routed, and in UTF-8`() {
    _ = replies(
      "mail from: <@a,@b:\"x>y\\\"\"@z>\r\nrcpt to:<jürgen@ü.example> NOTIFY=NEVER\r\nDATA\r\n.\r\n"
    )
    #expect(receiver.mails.map(\.sender) == ["\"x>y\\\"\"@z"])
    #expect(receiver.mails.map(\.recipients) == [["jürgen@ü.example"]])
  }

  @Test(arguments: [1000, 100_000])
  func `a line that is too long is refused once and not kept`(piece: Int) {
    let long = String(repeating: "x", count: 50_000)
    #expect(
      replies("NOOP \(long)\r\nNOOP\r\n", piece: piece)
        == ["500 5.5.2 Line too long", "250 2.0.0 OK"]
    )
  }

  @Test func `who sends nothing but faults is sent away`() {
    let replies = replies(String(repeating: "GET / HTTP/1.1\r\n", count: 60))
    #expect(replies.count == 51)
    #expect(replies.last == "421 4.7.0 Too many faults")
  }

  @Test(arguments: 0..<100)
  func `damaged conversations end in replies of three digits and nothing else`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var bytes = Array(
      (Self.hello + "MAIL FROM:<a@b> SIZE=3\r\nRCPT TO:<a@x>\r\nDATA\r\n..x\r\n.\r\nQUIT\r\n").utf8
    )
    for _ in 0..<Int.random(in: 1...10, using: &random) {
      let index = Int.random(in: 0..<bytes.count, using: &random)
      bytes[index] = Array("\r\n.<>:\" \u{0}A".utf8).randomElement(using: &random)!
    }
    for reply in talk(String(decoding: bytes, as: UTF8.self)) {
      #expect(Int(reply.prefix(3)) != nil)
    }
  }
}
