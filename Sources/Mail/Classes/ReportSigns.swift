/// Whether a message reports on another one: a complaint, a receipt, or news of its delivery.
struct ReportSigns {
  private let content: ReportContent
  private let signs: MessageSigns
  private let notification: DeliveryNotification?

  init(_ content: ReportContent, _ signs: MessageSigns) {
    self.content = content
    self.signs = signs
    notification = DeliveryNotification(content.noticeText)
  }

  /// What shows that it is a complaint of an own message (RFC 5965).
  var abuse: ClassReason? {
    if content.mediaTypes.contains("message/feedback-report") {
      return .part(mediaType: "message/feedback-report")
    }
    if signs.subject == "unsubscribe", let field = signs.autoSubmitted { return .field(field) }
    if notification?.kind == .complaint { return .words("notificationType: Complaint") }
    let isComplaint = ["complaint about message from", "abuse report", "email feedback report"]
      .first {
        signs.subject.hasPrefix($0)
      }
    guard let isComplaint, content.returned != nil else { return nil }
    return .subject(isComplaint)
  }

  /// What shows that it is a receipt (RFC 8098).
  var receipt: ClassReason? {
    let types = ["message/disposition-notification", "message/global-disposition-notification"]
    return types.first { content.mediaTypes.contains($0) }.map { .part(mediaType: $0) }
  }

  /// What shows that it is news of a delivery; empty if it is none.
  var bounce: [ClassReason] {
    let types = ["message/delivery-status", "message/global-delivery-status"]
    if let type = types.first(where: { content.mediaTypes.contains($0) }) {
      return [.part(mediaType: type)]
    }
    if !content.groups.isEmpty { return [.words("Final-Recipient")] }
    if let notification { return [.words("notificationType: \(notification.kind.rawValue)")] }
    if let field = signs.failedRecipients { return [.field(field)] }
    return spoken
  }

  /// The signs of a report in words: at least two of three have to be there.
  ///
  /// An empty sender of the envelope stands for a mail program only together with the subject line
  /// or an address that nobody reads, since absence notes have it too.
  private var spoken: [ClassReason] {
    let folded = content.noticeText.beginning(6_000).small
    let words = BounceWords.texts.first(in: folded).map(ClassReason.words)
    let isUnattended = signs.author.map { UnattendedAddress.isUnattended($0.localPart) } ?? true
    let isNobody = signs.hasNullSender && (subject != nil || isUnattended)
    let nobody = isNobody ? ClassReason.daemon("<>") : nil
    let found = [daemon ?? nobody, subject, words].compactMap(\.self)
    return found.count >= 2 ? found : []
  }

  /// The words of a report in the subject line, unless a person passes one on or answers it.
  private var subject: ClassReason? {
    if BounceWords.passedOn.contains(where: { signs.subject.hasPrefix($0) }) { return nil }
    return BounceWords.subjects.first(in: signs.subject).map(ClassReason.subject)
  }

  private var daemon: ClassReason? {
    guard let author = signs.author else { return nil }
    let name = author.displayName.lowercased()
    let isDaemon =
      UnattendedAddress.isDaemon(author.localPart) || BounceWords.names.isFound(in: name)
    return isDaemon ? .daemon(author.address) : nil
  }
}
