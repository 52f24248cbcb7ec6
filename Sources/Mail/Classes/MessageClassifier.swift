/// Says what kind a message is of.
///
/// Structure counts before fields, fields before words. A subject line such as “Automatic reply”
/// and `X-Auto-Response-Suppress` are weak signs: each alone does not make a message automatic,
/// though it is then not answered.
public struct MessageClassifier: Sendable {
  private let own: OwnMail

  /// Makes a classifier.
  public init(own: OwnMail) { self.own = own }

  /// The kind of a message.
  public func classify(_ message: Message) -> ClassifiedMessage {
    let signs = MessageSigns(message)
    let (messageClass, reasons, bounce) = found(message, signs)
    let permission = AnswerPermission(own: own, signs: signs)
    return ClassifiedMessage(
      messageClass: messageClass,
      reasons: reasons,
      bounce: bounce,
      refusals: permission.refusals(message, messageClass)
    )
  }

  private typealias Finding = (MessageClass, [ClassReason], Bounce?)

  private func found(_ message: Message, _ signs: MessageSigns) -> Finding {
    if let reason = loop(message) { return (.ownLoop, [reason], nil) }
    let content = ReportContent(message)
    let report = ReportSigns(content, signs)
    if let reason = report.abuse { return (.abuseReport, [reason], nil) }
    if let reason = report.receipt { return (.readReceipt, [reason], nil) }
    if !report.bounce.isEmpty {
      let bounce = Bounce(content, message.headers)
      return (Self.messageClass(of: bounce), report.bounce, bounce)
    }
    let automatic = AutomaticSigns(content, signs)
    if !automatic.reasons.isEmpty {
      return (automatic.isAbsence ? .absence : .automaticAcknowledgement, automatic.reasons, nil)
    }
    let lists = signs.listFields.map(ClassReason.field)
    return lists.isEmpty ? (.human, [.noSign], nil) : (.list, lists, nil)
  }

  /// The mark or the signed id of an own message.
  private func loop(_ message: Message) -> ClassReason? {
    guard let key = own.key else { return nil }
    let mark = message.headers.all(LoopMark.fieldName).first { LoopMark($0.text, key: key) != nil }
    if let mark { return .field(mark) }
    guard let id = message.messageID, OwnMessageID(id, key: key) != nil else { return nil }
    return message.headers["Message-ID"].map(ClassReason.field)
  }

  private static func messageClass(of bounce: Bounce) -> MessageClass {
    let open = bounce.recipients.filter { $0.action == .failed || $0.action == .delayed }
    if open.isEmpty { return .deliveryReport }
    return open.contains { $0.action == .failed && $0.isPermanent }
      ? .permanentBounce : .temporaryBounce
  }
}
