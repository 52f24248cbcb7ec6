import Model
import Storage

/// How many automatic mails one address gets, so that two programs that answer one another fall
/// silent.
///
/// The numbers are those that Zammad settled on for tickets.
enum AnswerLimits {
  /// The most mails in so many minutes: about one case, and about all.
  private static let steps: [(minutes: Int64, ofCase: Int, ofAll: Int)] = [
    (10, 10, 30), (30, 15, 60), (60, 25, 120), (180, 50, 240), (600, 100, 360),
  ]

  /// Why no automatic mail goes to an address now; nil if one may.
  ///
  /// To be asked in the transaction that queues the mail.
  ///
  /// - Throws: `StoreError`.
  static func refusal(
    to address: String,
    about subject: String,
    _ reader: Reader,
    at now: Instant
  ) throws -> String? {
    let mails = try reader.records(OutboxMail.self, having: "recipients", address)
      .filter { $0.sender == nil }
    for step in steps {
      let recent = mails.filter { $0.queuedAt > now.adding(seconds: -step.minutes * 60) }
      let same = recent.count { $0.keys.contains(subject) }
      guard same >= step.ofCase || recent.count >= step.ofAll else { continue }
      return "\(address) got \(recent.count) automatic mails in \(step.minutes) minutes."
    }
    return nil
  }
}
