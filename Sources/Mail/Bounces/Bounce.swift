/// A report that a message was not delivered, was delayed, or was delivered.
///
/// Fields of delivery reports count first (RFC 3464, RFC 6522, RFC 6533); where there are none,
/// the words of the report are read, as old and odd mail programs write them.
public struct Bounce: Sendable, Equatable {
  /// What is said of each recipient, in the order of the report; never empty.
  public let recipients: [BouncedRecipient]
  /// What is given back of the message; nil if nothing is.
  public let returned: ReturnedMessage?

  /// Reads a message as a report; whether it is one is for ``MessageClassifier`` to say.
  public init(_ message: Message) { self.init(ReportContent(message), message.headers) }

  init(_ content: ReportContent, _ headers: HeaderFields) {
    returned = content.returned
    let evidence = Self.evidence(content, headers)
    recipients = evidence.map(\.recipient)
  }

  private static func evidence(_ content: ReportContent, _ headers: HeaderFields)
    -> [RecipientEvidence]
  {
    if let notification = DeliveryNotification(content.noticeText) { return notification.evidence }
    let blocks = NoticeBlocks(content.notice)
    let notice = content.noticeText
    let stated = stated(content.groups)
    let subject = headers["Subject"]?.text ?? ""
    guard stated.isEmpty else {
      return stated.map { one in
        var one = one
        one.words =
          one.address.map { blocks.lines(for: $0).prefix(12).joined(separator: "\n") } ?? ""
        if stated.count == 1 { one.commonWords = notice }
        return one
      }
    }
    if blocks.blocks.count > 1 {
      return blocks.blocks.map {
        RecipientEvidence(
          address: $0.address,
          words: $0.lines.joined(separator: "\n"),
          subject: subject
        )
      }
    }
    let named = blocks.blocks.first
    let address = named?.address ?? failedRecipient(headers, content)
    let words = named?.lines.joined(separator: "\n") ?? ""
    return [
      RecipientEvidence(address: address, words: words, commonWords: notice, subject: subject)
    ]
  }

  /// The recipients that groups of fields name; a group without a recipient counts only if no
  /// group has one.
  private static func stated(_ groups: [FieldGroup]) -> [RecipientEvidence] {
    let named = groups.filter { $0["final-recipient"] ?? $0["original-recipient"] != nil }
    let chosen =
      named.isEmpty ? Array(groups.filter { $0["action"] ?? $0["status"] != nil }.prefix(1)) : named
    return chosen.map { group in
      let recipient = group["final-recipient"] ?? group["original-recipient"] ?? ""
      let action = group["action"]?.lowercased().prefix { $0.isLetter } ?? ""
      return RecipientEvidence(
        address: AddressScan.addresses(in: recipient).first,
        action: Self.action(String(action), group["status"].flatMap { EnhancedStatus($0) }),
        statedStatus: group["status"].flatMap { EnhancedStatus($0) },
        answer: group["diagnostic-code"]
      )
    }
  }

  /// The action of a field; a word that is none is read by the status (Postfix writes
  /// “deliverable” and “undeliverable” for messages that were only tried).
  private static func action(_ word: String, _ status: EnhancedStatus?) -> BouncedRecipient.Action?
  {
    if let action = BouncedRecipient.Action(rawValue: word) { return action }
    if word == "deliverable" || status?.kind == 2 { return .delivered }
    return word == "undeliverable" ? .failed : nil
  }

  /// The address that a field of the report, its words, or the returned message name.
  private static func failedRecipient(_ headers: HeaderFields, _ content: ReportContent) -> String?
  {
    if let field = headers["X-Failed-Recipients"] {
      if let first = AddressScan.addresses(in: field.unfolded).first { return first }
    }
    return AddressScan.addresses(in: content.noticeText).first ?? content.returned?.recipients.first
  }
}
