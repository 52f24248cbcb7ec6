import CCurl
import Importing

/// Says what a finished transfer means for each recipient.
struct SMTPVerdict {
  let sender: SMTPSender
  let envelope: MailEnvelope
  let transfer: SMTPTransfer

  private var dialogue: SMTPDialogue { transfer.dialogue }

  /// The report for libcurl's code.
  func report(_ code: CURLcode) -> SendReport {
    let fault = fault(code)
    var report = SendReport(
      deliveries: zip(envelope.recipients, envelope.recipients.indices).map { recipient, index in
        .init(recipient: recipient, outcome: outcome(index, fault))
      },
      fault: fault
    )
    report.isUncertain = dialogue.hasText && dialogue.final == nil && transfer.isComplete
    return report
  }

  /// The outcome for one recipient: its own refusal, else that of the mail, else the fault.
  private func outcome(_ index: Int, _ fault: MailFault?) -> SendOutcome {
    if let fault, !dialogue.hasText { return ownRefusal(index, fault) }
    let own = index < dialogue.recipients.count ? dialogue.recipients[index] : nil
    if let own, own.code ?? 0 >= 400 { return SendOutcome(own) }
    if own != nil, let reply = dialogue.final ?? dialogue.dataRefusal { return SendOutcome(reply) }
    if let reply = dialogue.senderRefusal { return SendOutcome(reply) }
    return .temporary(SendReply(code: nil, text: fault?.problem.message ?? "No answer."))
  }

  /// What was said of a recipient before the conversation failed; a missing login is nothing
  /// that is wrong with the recipient.
  private func ownRefusal(_ index: Int, _ fault: MailFault) -> SendOutcome {
    let own = index < dialogue.recipients.count ? dialogue.recipients[index] : nil
    guard let own, own.code ?? 0 >= 400, fault.problem.code != "smtp.login" else {
      return .temporary(SendReply(code: nil, text: fault.problem.message))
    }
    return SendOutcome(own)
  }

  /// Why the conversation failed; nil if the server has judged the mail, whatever it said.
  private func fault(_ code: CURLcode) -> MailFault? {
    guard code != CURLE_OK else { return nil }
    if dialogue.final != nil { return nil }
    if isLoginMissing { return loginMissing }
    let isJudged =
      dialogue.senderRefusal != nil || dialogue.dataRefusal != nil
      || dialogue.recipients.count == envelope.recipients.count
        && dialogue.recipients.allSatisfy { $0.code ?? 0 >= 400 }
    if isJudged, dialogue.refusal?.code != 421 { return nil }
    return CurlFault(server: sender.server, scheme: "smtp", dialogue: transfer.lines).fault(code)
  }

  /// Whether the server wants a login (RFC 4954, section 6) that it did not get.
  private var isLoginMissing: Bool {
    let code = dialogue.refusal?.code ?? 0
    return [530, 534, 535, 538].contains(code)
      || sender.credentials != .none && !dialogue.hasLogin && code >= 500
  }

  private var loginMissing: MailFault {
    let server = sender.server
    return .permanent(
      "smtp.login",
      "The mail server \(server.host), port \(server.port) refused the login: it said “"
        + (dialogue.refusal?.text ?? "") + "”.",
      remedy: "Check user name, password or token, and which kinds of login the server allows."
    )
  }
}

extension SendReport {
  /// The report of a conversation that failed before anything was said about the mail.
  init(_ envelope: MailEnvelope, failed fault: MailFault) {
    let reply = SendReply(code: nil, text: fault.problem.message)
    deliveries = envelope.recipients.map { .init(recipient: $0, outcome: .temporary(reply)) }
    self.fault = fault
  }
}
