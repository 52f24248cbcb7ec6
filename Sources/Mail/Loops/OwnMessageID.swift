/// The id of an own message, which names its subject and is signed.
///
/// It stands in `In-Reply-To` and `References` of the answer, also where the answer's writer has
/// changed the address and the subject line.
public struct OwnMessageID: Sendable, Hashable {
  /// How ids of this program begin.
  private static let prefix = "liaison"

  /// What the message is about, as the program names it.
  public let subject: String
  /// What makes the id the only one of its subject, such as the number of the message.
  public let serial: String

  /// Makes the id for a message.
  public init(subject: String, serial: String) {
    self.subject = subject
    self.serial = serial
  }

  /// The id, with the domain of the own mail behind the `@`; nil for an empty subject or serial,
  /// and for a domain that no id can have.
  public func written(domain: String, key: MailKey) -> MessageID? {
    guard !subject.isEmpty, !serial.isEmpty, !domain.isEmpty else { return nil }
    let parts = [subject, serial].map { Base32.encoded(Array($0.utf8)) }
    let signature = key.signature(.message, [subject, serial])
    return MessageID("\(Self.prefix).\(parts[0]).\(parts[1]).\(signature)@\(domain)")
  }

  /// Reads an id; nil if it is not one of ours, or its signature is not right.
  ///
  /// The domain does not count: it may have changed since.
  public init?(_ id: MessageID, key: MailKey) {
    let local = id.value.prefix { $0 != "@" }
    let parts = local.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4, parts[0].lowercased() == Self.prefix,
      let subject = Base32.decoded(parts[1]).flatMap({ String(validating: $0, as: UTF8.self) }),
      let serial = Base32.decoded(parts[2]).flatMap({ String(validating: $0, as: UTF8.self) }),
      key.isSignature(String(parts[3]), .message, [subject, serial])
    else { return nil }
    self.subject = subject
    self.serial = serial
  }
}
