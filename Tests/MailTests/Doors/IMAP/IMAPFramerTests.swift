import TestSupport
import Testing

@testable import Mail

@Suite struct IMAPFramerTests {
  private static func frames(
    _ text: String,
    piece: Int = 10_000,
    limits: IMAPLimits = IMAPLimits()
  ) throws -> [[IMAPPiece]] {
    var framer = IMAPFramer(limits: limits)
    var frames: [[IMAPPiece]] = []
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: piece) {
      try framer.feed(Array(bytes[start..<min(start + piece, bytes.count)]))
      while let frame = framer.take() { frames.append(frame) }
    }
    return frames
  }

  private static func text(_ text: String) -> IMAPPiece { .text(Array(text.utf8)) }
  private static func literal(_ text: String) -> IMAPPiece { .literal(Array(text.utf8)) }

  /// A mail whose lines look like the ends of commands.
  private static let hostile = "M1 OK done\r\n* BYE\r\n* 9 EXISTS\r\n+ go on\r\nx {40}\r\n"

  @Test(arguments: 1...40)
  func `what lies in a literal is never read as a line, however it is cut`(piece: Int) throws {
    let count = Self.hostile.utf8.count
    let sent =
      "* 1 FETCH (UID 7 BODY[] {\(count)}\r\n\(Self.hostile) FLAGS ())\r\nM1 OK done\r\n"
    #expect(
      try Self.frames(sent, piece: piece) == [
        [
          Self.text("* 1 FETCH (UID 7 BODY[] "), Self.literal(Self.hostile),
          Self.text(" FLAGS ())"),
        ],
        [Self.text("M1 OK done")],
      ]
    )
  }

  @Test func `a response may have several literals, also empty ones`() throws {
    #expect(
      try Self.frames("* 1 FETCH (A {0}\r\n B ~{2}\r\nab C {1+}\r\nc)\n") == [
        [
          Self.text("* 1 FETCH (A "), Self.literal(""), Self.text(" B "), Self.literal("ab"),
          Self.text(" C "), Self.literal("c"), Self.text(")"),
        ]
      ]
    )
  }

  @Test(arguments: ["* OK hello {5}", "* no {3}", "* BYE {1}", "+ {2}", "M1 OK done {9}"])
  func `free text may end in a brace`(line: String) throws {
    #expect(
      try Self.frames("\(line)\r\n* 1 EXISTS\r\n") == [
        [Self.text(line)], [Self.text("* 1 EXISTS")],
      ]
    )
  }

  @Test(arguments: ["* X {a}", "* X {}", "* X {-1}", "* X {1234567890123456789}", "* X 5}"])
  func `braces without a size are text`(line: String) throws {
    #expect(try Self.frames("\(line)\r\n") == [[Self.text(line)]])
  }

  @Test func `a line beyond the limit ends the conversation`() {
    #expect(
      fault { _ = try Self.frames("* X abcdefgh", limits: IMAPLimits(line: 10)) }
        == FaultWords(
          false,
          "imap.limit",
          "The mail server sent a line beyond the limit of 10.",
          "Raise the limit if you trust the server."
        )
    )
  }

  @Test func `a literal beyond the limit ends the conversation before it is read`() {
    #expect(
      fault { _ = try Self.frames("* X {11}\r\n", limits: IMAPLimits(literal: 10)) }
        == FaultWords(
          false,
          "imap.limit",
          "The mail server sent a literal beyond the limit of 10.",
          "Raise the limit if you trust the server."
        )
    )
    #expect(
      fault { _ = try Self.frames("* X {999999999999999999}\r\n") }?.code == "imap.limit"
    )
  }

  @Test func `a limit is not yet beyond it`() throws {
    #expect(
      try Self.frames("* X {10}\r\n0123456789\r\n", limits: IMAPLimits(literal: 10)).count == 1
    )
  }

  @Test(arguments: 0..<300)
  func `damaged responses are understood, refused or waited for, and nothing else`(
    seed: UInt64
  ) throws {
    var random = SplitMix64(seed: seed)
    let count = Self.hostile.utf8.count
    var bytes = Array(
      """
      * CAPABILITY IMAP4rev1 MOVE\r\n* SEARCH 1 2 4294967295\r\n* 23 EXISTS\r
      * 1 FETCH (UID 7 RFC822.SIZE 12 FLAGS (\\Seen "x\\"y") BODY[] {\(count)}\r
      \(Self.hostile))\r\n* OK [UIDVALIDITY 9] ok\r\nM2 NO [TRYCREATE] none\r\n+ idling\r\n
      """.utf8
    )
    for _ in 0..<Int.random(in: 1...12, using: &random) {
      let index = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.remove(at: index)
      default:
        bytes.insert(Array("{}()[]\"\\* \r\n0".utf8).randomElement(using: &random)!, at: index)
      }
    }
    var framer = IMAPFramer()
    do {
      try framer.feed(bytes)
      while let frame = framer.take() { _ = try IMAPResponse(frame) }
    } catch { #expect(error is MailFault) }
  }
}
