import Crypto

/// The two keys by which a message is known that was received before.
///
/// Two messages with one id and different content are not duplicates: neither key is the same.
public struct DuplicateKeys: Sendable, Hashable {
  /// The SHA-256 of the message without the fields that servers add, in hexadecimal digits.
  ///
  /// Line ends count as LF, folding and blank lines at the end do not count.
  public let content: String
  /// The SHA-256 of id, sender, date and body, in hexadecimal digits; nil without an id.
  ///
  /// It is the same where a server or mailing list changed other fields.
  public let identity: String?

  /// Reckons the keys of a message.
  public init(_ message: Message) {
    let body = Self.withLineFeeds(message.root.body)
    content = Self.digest(Self.lastingFields(message.headers) + [10] + body)
    identity = Self.identity(message.headers, body: body)
  }

  private static func identity(_ headers: HeaderFields, body: [UInt8]) -> String? {
    guard let id = headers["Message-ID"]?.unfolded, !id.isEmpty else { return nil }
    var bytes: [UInt8] = []
    for text in [id, headers["From"]?.unfolded ?? "", headers["Date"]?.unfolded ?? ""] {
      bytes.append(contentsOf: text.utf8)
      bytes.append(0)
    }
    bytes.append(contentsOf: SHA256.hash(data: body))
    return digest(bytes)
  }

  private static func digest(_ bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).map { $0 < 16 ? "0" + String($0, radix: 16) : String($0, radix: 16) }
      .joined()
  }

  /// The fields that stay the same on every way, unfolded, a line each.
  private static func lastingFields(_ headers: HeaderFields) -> [UInt8] {
    var bytes: [UInt8] = []
    for field in headers where !isTrace(field.name.lowercased()) {
      bytes.append(contentsOf: field.name.lowercased().utf8)
      bytes.append(58)
      bytes.append(contentsOf: field.unfolded.utf8)
      bytes.append(10)
    }
    return bytes
  }

  private static func isTrace(_ name: String) -> Bool {
    trace.contains(name) || tracePrefixes.contains { name.hasPrefix($0) }
  }

  /// Fields that servers and mailboxes add on the way (RFC 5321, 4.4; RFC 8601; RFC 8617; mbox).
  private static let trace: Set<String> = [
    "received", "return-path", "delivered-to", "delivery-date", "envelope-to", "x-original-to",
    "x-received", "authentication-results", "received-spf", "x-forwarded-to", "x-forwarded-for",
    "status", "x-status", "x-uid", "x-keywords", "x-imap", "x-imapbase", "content-length",
    "lines", "x-apparently-to", "x-rcpt-to", "x-envelope-from", "x-envelope-to", "x-virus-scanned",
    "x-scanned-by", "x-originalarrivaltime", "x-loop", "x-uidl",
  ]

  private static let tracePrefixes = [
    "arc-", "x-spam-", "x-ms-exchange-", "x-microsoft-", "x-forefront-", "x-gm-", "x-google-",
    "x-mozilla-", "x-mimecast-", "x-proofpoint-", "x-rspamd-", "x-ironport-",
  ]

  /// The body with LF at the ends of lines and without blank lines at its end.
  private static func withLineFeeds(_ body: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(body.count)
    var previous: UInt8 = 0
    for byte in body {
      if byte == 10, previous == 13 { bytes.removeLast() }
      bytes.append(byte == 13 ? 10 : byte)
      previous = byte
    }
    while bytes.last == 10 { bytes.removeLast() }
    return bytes
  }
}
