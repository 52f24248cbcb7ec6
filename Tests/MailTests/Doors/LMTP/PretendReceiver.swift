import Mail

/// A receiver that keeps mails in memory.
final class PretendReceiver: LMTPReceiver {
  struct Full: Error {}

  private(set) var mails: [LMTPMail] = []
  /// Verdicts by recipient, where they are not that the mail is stored.
  var verdicts: [String: LMTPVerdict] = [:]
  /// Addresses that are not accepted as recipients.
  var unknown: Set<String> = []
  var isFull = false

  func accepts(recipient: String) -> LMTPVerdict {
    unknown.contains(recipient) ? .permanent("No such\r\n mailbox") : .stored
  }

  func deliver(_ mail: LMTPMail) throws -> [LMTPVerdict] {
    if isFull { throw Full() }
    mails.append(mail)
    return mail.recipients.map { verdicts[$0] ?? .stored }
  }
}
