public import Model
public import Storage

/// Reads a mail that is kept again, by what is known now; nothing is written.
public struct MailReplaying {
  /// What is found, one sentence each.
  public let steps: [String]

  /// Reads the mail.
  ///
  /// - Throws: `StoreError` if its bytes are not there.
  public init(
    _ mail: MailMessage,
    _ settings: MailSettings,
    _ reader: Reader,
    at now: Instant
  ) throws {
    guard let raw = try reader.original(mail.sha256) else {
      throw StoreError.unknown(kind: "original", reference: mail.sha256)
    }
    let judged = try MailJudgement(
      mail,
      ReadMail(raw, settings),
      settings,
      reader,
      SenderDirectory(reader),
      raw: raw,
      at: now
    )
    steps = judged.steps
  }
}
