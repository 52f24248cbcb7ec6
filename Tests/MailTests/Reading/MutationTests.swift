import Foundation
import Mail
import TestSupport
import Testing

/// Whatever the bytes are, reading ends, and gives the same again.
@Suite struct MutationTests {
  private static let pieces = [
    "\r\n", "\n", "\r", "\n\n", "\0", "--", "\n--outer", "\n--outer--\n", "=?", "?=", "=?utf-8?B?",
    "=?gb2312?Q?=", "\"", "\\", "(", ")", "<", ">", ",", ";", ":", "@", "=", "==", "%", "''",
    "*0*=",
    "\nContent-Type: multipart/mixed; boundary=outer\n", "\nContent-Type: message/rfc822\n",
    "\nContent-Transfer-Encoding: base64\n\n", "begin 644 x\n", "\nend\n", "\u{1B}$B", "~{",
    "+AGE-",
    "charset=", "utf-16", "iso-2022-kr", "big5", "shift_jis", "euc-tw", "johab", "\u{FEFF}",
  ].map { Array($0.utf8) }

  /// Damages the bytes in up to ten places.
  static func damage(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...10, using: &random) {
      let place = Int.random(in: 0...bytes.count, using: &random)
      let end = min(bytes.count, place + Int.random(in: 0...60, using: &random))
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes.removeSubrange(place..<end)
      case 1: bytes.insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: place)
      case 2: bytes.insert(contentsOf: bytes[place..<end], at: 0)
      case 3: bytes.replaceSubrange(place..<end, with: [UInt8.random(in: 0...255, using: &random)])
      default: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
      }
    }
    return bytes
  }

  @Test(arguments: 0..<100)
  func `damaged messages are read to their end and the same each time`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<20 {
      let fixture = MailFixtures.all.randomElement(using: &random) ?? []
      let bytes = Self.damage(fixture, &random)
      let dump = MessageDump.text(of: MessageReader().read(bytes))
      #expect(dump == MessageDump.text(of: MessageReader().read(bytes)))
    }
  }

  @Test(arguments: MailFixtures.all)
  func `a message that is cut off anywhere is read`(bytes: [UInt8]) {
    for end in 0...bytes.count {
      let message = MessageReader().read(Array(bytes[..<end]))
      #expect(!MessageDump.text(of: message).isEmpty)
    }
  }

  @Test(.enabled(if: Corpus.isPresent, "\(Corpus.missing)"), arguments: ["zammad", "bounces"])
  func `damaged messages of the corpus are read`(folder: String) throws {
    let url = try #require(Corpus.folder).appendingPathComponent("mail/\(folder)")
    let names = try FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
    var random = SplitMix64(seed: 5)
    for name in names where !name.hasSuffix(".json") && !name.hasSuffix(".jsonl") {
      let bytes = Array(try Data(contentsOf: url.appendingPathComponent(name)))
      let damaged = Self.damage(Array(bytes.prefix(20_000)), &random)
      #expect(!MessageDump.text(of: MessageReader().read(damaged)).isEmpty)
    }
  }
}
