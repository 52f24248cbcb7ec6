import Crypto
import Foundation
import Mail
import TestSupport

/// A mail of the corpus, and what is expected of it.
struct ZammadMail {
  struct Attachment: Decodable {
    var filename: String?
    var alternative: Bool
    var sha256: String
  }

  private struct Expectation: Decodable {
    var file: String
    var fromEmail: String?
    var fromName: String?
    var subject: String?
    var attachments: [Attachment]
  }

  let name: String
  let message: Message
  let subject: String
  let sender: String
  let senderName: String
  /// The files, HTML bodies not counted.
  let attachments: [Attachment]

  /// All mails in the order of their files; empty without the corpus.
  static func all() throws -> [Self] {
    guard let folder = Corpus.folder?.appendingPathComponent("mail/zammad") else { return [] }
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let lines = try Data(contentsOf: folder.appendingPathComponent("expected.jsonl"))
    return try lines.split(separator: 0x0A).map { line in
      let expected = try decoder.decode(Expectation.self, from: line)
      let bytes = try Data(contentsOf: folder.appendingPathComponent(expected.file))
      return Self(expected, MessageReader().read(Array(bytes)))
    }
  }

  private init(_ expected: Expectation, _ message: Message) {
    name = String(expected.file.prefix(7))
    self.message = message
    subject = (expected.subject ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
    sender = expected.fromEmail ?? ""
    senderName = expected.fromName ?? ""
    attachments = expected.attachments.filter { !$0.alternative }
  }

  var hasSubject: Bool {
    (message.subject ?? "").trimmingCharacters(in: .whitespacesAndNewlines) == subject
  }

  var hasSender: Bool { (message.author?.address ?? "") == sender }

  var hasSenderName: Bool { (message.author?.displayName ?? "") == senderName }

  /// The parts that have the bytes of an attachment; line ends may be LF, as the corpus has them
  /// for files that are not encoded.
  func parts(for attachment: Attachment) -> [MessagePart] {
    message.parts.filter { part in
      let bytes = part.decoded().bytes
      let text = String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")
      return [bytes, Array(text.utf8)].contains { Self.digest($0) == attachment.sha256 }
    }
  }

  private static func digest(_ bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).map { byte in
      let text = String(byte, radix: 16)
      return byte < 16 ? "0\(text)" : text
    }.joined()
  }
}
