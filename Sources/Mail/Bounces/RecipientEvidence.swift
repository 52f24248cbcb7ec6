/// All that a report says about one recipient, and what follows from it.
struct RecipientEvidence {
  /// The longest diagnosis in characters.
  private static let diagnosisCharacters = 500

  /// The address, in small letters; nil if none is named.
  var address: String?
  /// The action that a field states.
  var action: BouncedRecipient.Action?
  /// The status that a field states.
  var statedStatus: EnhancedStatus?
  /// The answer that a field quotes; nil without such a field.
  var answer: String?
  /// Words that are about this recipient.
  var words: String = ""
  /// Words that may be about several recipients.
  var commonWords: String = ""
  /// The subject line of the report.
  var subject: String = ""

  /// What the recipient's part of the report means.
  var recipient: BouncedRecipient {
    let status = status
    let reply = replyCode
    let isPermanent = isPermanent(status, reply)
    return BouncedRecipient(
      address: address,
      action: action ?? (isStillTried ? .delayed : .failed),
      status: status,
      replyCode: reply,
      reason: reason(status, reply),
      isPermanent: isPermanent,
      diagnosis: diagnosis
    )
  }

  /// The texts in which something may be said, the closest first.
  private var texts: [String] { [answer ?? "", words, commonWords].filter { !$0.isEmpty } }

  private var diagnosis: String {
    let text = texts.first ?? ""
    let joined = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return String(joined.prefix(Self.diagnosisCharacters))
  }

  // MARK: Codes

  /// The status of the quoted answer if it says more than that something failed, else that of the
  /// field, else that of the words.
  private var status: EnhancedStatus? {
    let quoted = StatusScan.found(in: answer ?? "").filter { !$0.status.isVague }
    if let last = quoted.last(where: \.followsReply) { return failing(last.status) }
    if let statedStatus, quoted.contains(where: { $0.status == statedStatus }) {
      return failing(statedStatus)
    }
    if let first = quoted.first { return failing(first.status) }
    let isVague = StatusScan.found(in: answer ?? "").contains {
      $0.followsReply && $0.status.isVague
    }
    if isVague, let statedStatus { return failing(statedStatus) }
    let close = StatusScan.found(in: words)
    let spoken =
      close.isEmpty && (words.isEmpty || answer == nil) ? StatusScan.found(in: commonWords) : close
    let said = spoken.filter { $0.status.kind != 2 || action != nil }
    let clear = said.filter { !$0.status.isVague }
    let found = (clear.last(where: \.followsReply) ?? clear.first ?? said.first)?.status
    guard let statedStatus else { return failing(found) }
    return failing(statedStatus.isVague && found?.isVague == false ? found : statedStatus)
  }

  /// A code of success says nothing about a failure.
  private func failing(_ status: EnhancedStatus?) -> EnhancedStatus? {
    status?.kind == 2 && (action == nil || action == .failed) ? nil : status
  }

  private var replyCode: Int? {
    for text in texts.prefix(2) {
      if let reply = StatusScan.reply(in: text), reply >= 400 || action == .delivered {
        return reply
      }
    }
    return nil
  }

  private var isStillTried: Bool {
    let folded = (words + "\n" + commonWords).lowercased()
    return Self.retries.isFound(in: folded)
  }

  private static let retries = NeedleSet([
    "will be retried", "warning message only", "temporary failure report", "has been delayed",
  ])

  private func isPermanent(_ status: EnhancedStatus?, _ reply: Int?) -> Bool {
    if let status { return status.kind == 5 }
    if action == .delayed || (action == nil && isStillTried) { return false }
    return reply.map { $0 >= 500 } ?? true
  }

  // MARK: Reason

  private func reason(_ status: EnhancedStatus?, _ reply: Int?) -> BounceReason {
    if let action, action != .failed, action != .delayed { return .unknown }
    let said = saidReason
    let stated = status.flatMap { StatusMeaning.reason($0) }
    let reason = StatusMeaning.combined(stated: stated, said: said, status)
    return proven(reason, status, reply)
  }

  /// The reason in the closest text that gives one; the last reply of an answer counts first.
  private var saidReason: BounceReason? {
    if let answer, let last = StatusScan.lastReply(in: answer),
      let reason = BouncePhrases.reason(in: last)
    {
      return reason
    }
    for text in texts + [subject] {
      if let reason = BouncePhrases.reason(in: text) { return reason }
    }
    return nil
  }

  /// Takes back “unknown” where the answer does not speak of the recipient.
  ///
  /// An answer to the content, the sender or the greeting is none about an address, however it is
  /// worded; one that names neither the command nor the address may be one to the content.
  private func proven(_ reason: BounceReason, _ status: EnhancedStatus?, _ reply: Int?)
    -> BounceReason
  {
    guard reason == .userUnknown || reason == .hostUnknown else { return reason }
    if let status, StatusMeaning.speaksOfAddress(status) { return reason }
    switch stage {
    case .sender, .connection: return .senderRefused
    case .content: return isExplicit ? reason : .notProven
    case .recipient: return reason
    case nil: break
    }
    guard reason == .userUnknown else { return reason }
    let isPolicy = status.map { $0.subject == 7 || ($0.subject == 2 && $0.detail == 1) } ?? false
    return isPolicy || (reply != nil && !namesAddress) ? .notProven : reason
  }

  private var stage: SMTPStage? { texts.lazy.compactMap { SMTPStage($0) }.first }

  private var isExplicit: Bool { BouncePhrases.isExplicit(texts.first ?? "") }

  /// Whether the answer itself names an address.
  private var namesAddress: Bool {
    if let answer { return !AddressScan.addresses(in: answer).isEmpty }
    return AddressScan.addresses(in: words).count > 1 || words.contains("... ")
  }
}
