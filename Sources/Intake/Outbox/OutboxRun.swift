public import Mail
public import Model
public import Storage

/// Sends what waits in the outbox.
///
/// A mail is first recorded as being sent, then sent, then recorded as sent. One that is still being
/// sent when its run has been silent for 15 minutes is in doubt and sent again, with the same id. So
/// no kill loses a mail, each repeats at most one, and no two runs send the same one.
public struct OutboxRun {
  /// How many seconds a mail may be in sending before its run counts as killed.
  public static let patience: Int64 = 900
  /// How many seconds after it was written a mail is given up.
  public static let longest: Int64 = 3 * 86_400

  private let store: Store
  private let sender: any MailSender
  private let now: () -> Instant
  private let request: () -> WriteRequest

  /// Makes a run.
  ///
  /// - Parameters:
  ///   - store: The store.
  ///   - sender: What sends.
  ///   - now: Gives the present instant.
  ///   - request: Gives what the journal keeps of a change.
  public init(
    _ store: Store,
    _ sender: any MailSender,
    now: @escaping () -> Instant,
    request: @escaping () -> WriteRequest
  ) {
    self.store = store
    self.sender = sender
    self.now = now
    self.request = request
  }

  /// Tries every mail whose moment has come, the oldest first.
  ///
  /// A fault of the server as a whole ends the run; what is left waits.
  ///
  /// - Parameter only: The reference of the one mail to be tried, whatever its moment; nil for all.
  /// - Returns: What came of them.
  /// - Throws: ``StoreError``.
  public func run(only: String? = nil) throws -> OutboxReport {
    var report = OutboxReport()
    for reference in try waiting(only) {
      guard let claim = try claim(reference, isForced: only != nil) else { continue }
      if claim.isRepeated { report.repeated.append(reference) }
      guard let bytes = claim.bytes, let envelope = claim.envelope else {
        try finish(claim.mail, .lost, &report)
        continue
      }
      let sent = sender.send(OutgoingMail(envelope, content: bytes))
      try finish(claim.mail, OutboxVerdict(sent), &report)
      if let fault = sent.fault {
        report.fault = fault
        break
      }
    }
    return report
  }

  // MARK: Claiming

  private struct Claim: Sendable {
    let mail: OutboxMail
    let bytes: [UInt8]?
    let isRepeated: Bool

    var envelope: MailEnvelope? {
      try? MailEnvelope(sender: mail.sender ?? "", recipients: mail.addresses)
    }
  }

  private func today(_ reader: Reader) -> CivilDay { reader.organization.zone.day(at: now()) }

  private func waiting(_ only: String?) throws -> [String] {
    let mails = try store.read(asOf: AsOf(day: .last)) { reader in
      try reader.records(OutboxMail.self, inState: ["queued", "sending"])
    }
    let wanted = mails.filter { only == nil || $0.reference == only }
    return wanted.sorted { ($0.queuedAt, $0.id) < ($1.queuedAt, $1.id) }.map(\.reference)
  }

  /// Marks a mail as being sent; nil if another run has it, or its moment is still to come.
  private func claim(_ reference: String, isForced: Bool) throws -> Claim? {
    let now = now()
    return try decide { reader in
      guard let mail = try reader.record(OutboxMail.self, reference),
        Self.mayBeTried(mail, at: now, isForced)
      else { return DecidedChange(nil, records: []) }
      var record = NewRecord(OutboxMail.type, reference: reference, effectiveOn: nil)
      record.set("state", .text(OutboxMail.State.sending.rawValue))
      record.set("at", .instant(now))
      record.set("attempts", .integer(mail.attempts + 1))
      let claim = Claim(
        mail: mail,
        bytes: try reader.original(mail.sha256),
        isRepeated: mail.state == .sending
      )
      return DecidedChange(claim, records: [record])
    }
  }

  private static func mayBeTried(_ mail: OutboxMail, at now: Instant, _ isForced: Bool) -> Bool {
    switch mail.state {
    case .queued: isForced || mail.nextAt <= now
    case .sending: mail.at.seconds(to: now) >= patience
    case .sent, .bounced, .givenUp, .cancelled: false
    }
  }

  // MARK: Recording

  private func finish(
    _ mail: OutboxMail,
    _ verdict: OutboxVerdict,
    _ report: inout OutboxReport
  ) throws {
    let now = now()
    let state = verdict.state(of: mail, at: now)
    try decide { reader in
      guard let current = try reader.record(OutboxMail.self, mail.reference),
        current.state == .sending
      else { return DecidedChange((), records: []) }
      var record = NewRecord(OutboxMail.type, reference: mail.reference, effectiveOn: nil)
      record.set("state", .text(state.rawValue))
      record.set("at", .instant(now))
      record.set("reply", .text(verdict.text))
      if state == .queued {
        record.set("nextAt", .instant(now.adding(seconds: Self.pause(after: mail.attempts + 1))))
      }
      let entries = try MailedReminders(reader).records(of: current, became: state, at: now)
      return DecidedChange((), records: [record] + entries)
    }
    report.add(mail.reference, state, verdict.text)
  }

  /// Five minutes after the first try, then twice as long each time, four hours at most.
  static func pause(after attempts: Int64) -> Int64 {
    min(300 << min(max(attempts, 1) - 1, 6), 14_400)
  }

  private func decide<Value: Sendable>(
    _ body: (Reader) throws -> DecidedChange<Value>
  ) throws -> Value {
    let day = try store.zone().day(at: now())
    return try store.decide(on: day, request(), body)
  }
}

/// What came of one try.
private enum OutboxVerdict {
  case accepted(String)
  case temporary(String)
  case permanent(String)
  /// The store does not have its bytes, or its addresses are none.
  case lost

  init(_ report: SendReport) {
    let outcomes = report.deliveries.map(\.outcome)
    let reply = outcomes.first?.reply.text ?? "No answer."
    let text = report.isUncertain ? "It may have arrived. \(reply)" : reply
    if outcomes.contains(where: { if case .accepted = $0 { true } else { false } }) {
      self = .accepted(text)
    } else if outcomes.contains(where: { if case .temporary = $0 { true } else { false } }) {
      self = .temporary(text)
    } else {
      self = .permanent(text)
    }
  }

  var text: String {
    switch self {
    case .accepted(let text), .temporary(let text), .permanent(let text):
      text.isEmpty ? "No answer." : text
    case .lost: "The bytes of the mail or its addresses are not in the store."
    }
  }

  func state(of mail: OutboxMail, at now: Instant) -> OutboxMail.State {
    switch self {
    case .accepted: .sent
    case .permanent, .lost: .givenUp
    case .temporary: mail.queuedAt.seconds(to: now) >= OutboxRun.longest ? .givenUp : .queued
    }
  }
}
