import Mail
import Model

/// A mail as it reads by itself, before the store is asked about it.
struct ReadMail {
  let message: Message
  let classified: ClassifiedMessage
  let trust: SenderTrust
  let keys: DuplicateKeys
  /// The author with an address to which mail could go, or nil.
  let sender: MailAddress?
  /// What the author wrote, without what is quoted.
  let reply: String
  /// When it was sent, as the author says; nil if that cannot be read.
  let sentAt: Instant?
  /// When the topmost server had it; nil if that is not written.
  let stampedAt: Instant?

  /// Reads a mail.
  init(_ bytes: [UInt8], _ settings: MailSettings) {
    message = MessageReader().read(bytes)
    let own = OwnMail(
      key: settings.identity?.key,
      addresses: settings.identity.map { [$0.mailbox.address] } ?? []
    )
    classified = MessageClassifier(own: own).classify(message)
    trust = SenderTrust.judged(message, server: settings.authenticationServer)
    keys = DuplicateKeys(message)
    sender = message.author.flatMap { $0.isComplete ? $0 : nil }
    reply = ReplyText(message.readableText).reply
    sentAt = message.date.flatMap { Self.instant($0.seconds) }
    stampedAt = message.headers["Received"]?.stampedDate.flatMap { Self.instant($0.seconds) }
  }

  /// An instant of the years that the store can keep.
  private static func instant(_ seconds: Int64) -> Instant? {
    let instant = Instant(seconds: seconds)
    return Instant(instant.description) == instant ? instant : nil
  }
}

extension Message {
  /// The text of the mail: of the first alternative that is plain text, else of the hypertext.
  var readableText: String {
    let texts = textParts.filter { $0.isText && $0.mediaType.essence != "text/html" }
    let plain = texts.compactMap { $0.text()?.text }.joined(separator: "\n")
    guard plain.allSatisfy(\.isWhitespace) else { return plain }
    let pages = textParts.filter { $0.mediaType.essence == "text/html" }
    return pages.compactMap { $0.text().map { HypertextText($0.text).text } }
      .joined(separator: "\n")
  }
}
