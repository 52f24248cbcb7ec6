import Importing
import Intake
import Mail
import Model
import Policies
import Reminders
import Storage

/// One run of reminders: finds what is due, and, if asked, writes and sends the mails.
struct RemindJob {
  let storeOptions: StoreOptions
  let mailOptions: MailOptions
  /// Whether each reminder has a mail of its own.
  let isEach: Bool

  /// The day, the policy and what else reminders go by.
  static func context(
    _ reader: Reader,
    _ machine: Machine,
    through: CivilDay? = nil
  ) throws -> ReminderContext {
    let zone = reader.organization.zone
    let end = zone.end(of: reader.asOf.day).adding(seconds: -1)
    var context = ReminderContext(
      asOf: reader.asOf.day,
      now: min(end, machine.instant),
      zone: zone,
      policy: try PolicyInForce(reader).policy
    )
    context.through = max(through ?? reader.asOf.day, reader.asOf.day)
    context.organization = try reader.organizationFile()
    context.graph = try reader.serviceGraph()
    return context
  }

  /// Writes what is due into the outbox and sends it.
  ///
  /// - Returns: The exit code: 0, 1 if something reaches nobody, 75 if mails wait for the server.
  /// - Throws: A ``CommandError`` if it is not said how to send; nothing is written then.
  func deliver(_ store: Store, _ asOf: AsOf, _ machine: Machine) throws -> Int32 {
    let sender = try mailOptions.sender(machine)
    let (plan, delivery) = try store.read(asOf: asOf) { reader in
      let context = try Self.context(reader, machine)
      let identity = try mailOptions.identity(reader, machine)
      return (
        try ReminderPlan(reader, context),
        ReminderDelivery(
          context,
          identity,
          writtenAt: machine.instant,
          isDigest: !isEach
        )
      )
    }
    let result = try delivery.carryOut(plan, store, storeOptions.write(machine, "remind"))
    for reason in result.undeliverable { standardError("not delivered: \(reason)") }
    if !storeOptions.quiet { standardError(Self.sentence(result)) }
    let code = try OutboxJob(storeOptions: storeOptions).send(store, sender)
    return code == 0 && !result.undeliverable.isEmpty ? 1 : code
  }

  private static func sentence(_ result: ReminderDelivery.Result) -> String {
    var parts = [
      "\(count(result.reminders, "reminder")) in \(count(result.mails, "mail"))",
      "\(result.cancelled) cancelled or replaced",
    ]
    if result.taken > 0 { parts.append("\(result.taken) taken by another run") }
    return "Wrote \(parts.joined(separator: ", "))."
  }

  static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}

/// One run of the outbox.
struct OutboxJob {
  let storeOptions: StoreOptions

  /// Sends what waits, and says what came of it.
  ///
  /// - Returns: The exit code: 0, 1 if a mail is given up, 75 if mails wait, 78 if the server refuses
  ///   us.
  func send(_ store: Store, _ sender: any MailSender, only: String? = nil) throws -> Int32 {
    let run = OutboxRun(
      store,
      sender,
      now: { Machine.current().instant },
      request: { storeOptions.write(.current(), "outbox send") }
    )
    let report = try run.run(only: only)
    for mail in report.repeated {
      standardError("\(mail) may arrive twice: an earlier run ended while it was being sent.")
    }
    for failure in report.givenUp { standardError("\(failure.mail) is given up: \(failure.reply)") }
    for failure in report.waiting { standardError("\(failure.mail) waits: \(failure.reply)") }
    if let fault = report.fault { standardError(ProblemText.block(fault.problem)) }
    if !storeOptions.quiet { standardError("Sent \(RemindJob.count(report.sent.count, "mail")).") }
    if let fault = report.fault { return fault.isPassing ? 75 : 78 }
    if !report.waiting.isEmpty { return 75 }
    return report.givenUp.isEmpty ? 0 : 1
  }
}
