import Mail
import Model
import Policies
import Reminders
import Storage
import Testing

@testable import Intake

/// A store with two contracts and three people, and a mail server that says what it is told to.
final class ReminderDesk {
  /// Says what it is told to, and keeps what it was given.
  final class Server: MailSender {
    var outcome = SendOutcome.accepted(SendReply(code: 250, text: "Taken."))
    var fault: MailFault?
    private(set) var mails: [OutgoingMail] = []

    func send(_ mail: OutgoingMail) -> SendReport {
      mails.append(mail)
      let deliveries = mail.envelope.recipients.map {
        SendReport.Delivery(recipient: $0, outcome: outcome)
      }
      return SendReport(deliveries: deliveries, fault: fault)
    }
  }

  let desk: Desk
  let server = Server()
  let identity: MailIdentity
  /// The present instant.
  var now: Instant
  private var writes = 0

  var store: Store { desk.store }

  /// The contracts start on 2025-11-01 and are Ada's, whose lead is Lin; Bob is somebody else.
  init(adaHasAddress: Bool = true) throws {
    desk = try Desk()
    now = try #require(Instant("2026-10-02T08:00:00Z"))
    identity = try MailIdentity(
      address: "contracts@example.org",
      name: "Example IT",
      secret: Array(repeating: 9, count: 16)
    )
    try desk.run(
      "Number,Title,Start,End,Value,Note,Supplier,Other",
      "C-1,Cloud,2025-11-01,2030-10-31,,,Acme,",
      "C-2,Paper,2025-11-01,2030-10-31,,,Bolt,"
    )
    let start = try #require(CivilDay("2020-01-01"))
    for (reference, name, lead) in [
      ("lin", "Lin Mo", nil), ("ada", "Ada Berg", "lin"), ("bob", "Bob Ort", nil),
    ] {
      var person = NewPerson(reference: reference, name: name, effectiveOn: start)
      person.email = reference == "ada" && !adaHasAddress ? nil : "\(reference)@example.org"
      person.lead = lead
      try store.addPerson(person, request())
    }
    _ = try store.addAssignment(
      NewAssignment(role: .contractManager, person: "ada", validFrom: start),
      request()
    )
  }

  func request() -> WriteRequest {
    writes += 1
    return WriteRequest(
      actor: "Test",
      command: "test",
      recordedAt: "2026-10-01T00:00:00.\(String(1_000 + writes).dropFirst())Z",
      salt: Array(repeating: 5, count: 16)
    )
  }

  func day(_ text: String) throws -> CivilDay { try #require(CivilDay(text)) }

  /// Goes on to a moment.
  func go(to moment: String) throws { now = try #require(Instant(moment)) }

  func read<Value>(_ body: (Reader) throws -> Value) throws -> Value {
    try store.read(asOf: AsOf(day: .last), body)
  }

  // MARK: Runs

  func context() throws -> ReminderContext {
    let today = try store.zone().day(at: now)
    return try store.read(asOf: AsOf(day: today)) { reader in
      var context = ReminderContext(
        asOf: today,
        now: now,
        zone: reader.organization.zone,
        policy: Policy()
      )
      context.organization = try reader.organizationFile()
      return context
    }
  }

  func plan() throws -> ReminderPlan {
    let context = try context()
    let kinds = [ReminderKind.of(.contractReview)].compactMap { $0 }
    return try store.read(asOf: AsOf(day: context.asOf)) {
      try ReminderPlan($0, context, kinds: kinds)
    }
  }

  @discardableResult
  func carryOut(_ plan: ReminderPlan, isDigest: Bool = true) throws -> ReminderDelivery.Result {
    try ReminderDelivery(try context(), identity, writtenAt: now, isDigest: isDigest)
      .carryOut(plan, store, request())
  }

  @discardableResult
  func deliver(isDigest: Bool = true) throws -> ReminderDelivery.Result {
    try carryOut(try plan(), isDigest: isDigest)
  }

  @discardableResult
  func send(only: String? = nil) throws -> OutboxReport {
    try OutboxRun(store, server, now: { self.now }, request: { self.request() }).run(only: only)
  }

  // MARK: What is there

  /// The states of the reminders of contract reviews of an agreement, by step.
  func states(_ agreement: String = "C-1") throws -> [String: String] {
    let reminders = try read { try $0.records(Reminder.self) }.filter {
      $0.reference.hasPrefix("contractReview/agreement/\(agreement)/")
    }
    return Dictionary(
      uniqueKeysWithValues: reminders.map {
        (String($0.reference.split(separator: "/").last ?? ""), $0.state.rawValue)
      }
    )
  }

  func mails() throws -> [OutboxMail] {
    try read { try $0.records(OutboxMail.self) }.sorted { $0.id < $1.id }
  }

  /// The message that was given to the server, read again.
  func message(_ index: Int) throws -> Message {
    let mail = try #require(server.mails.indices.contains(index) ? server.mails[index] : nil)
    return MessageReader().read(mail.content)
  }
}

extension Message {
  /// The text of the first part that is text, its lines ended by line feeds.
  var plainText: String? {
    textParts.first { $0.isText }?.text()?.text.replacing("\r\n", with: "\n")
  }

  /// The text of the first field of a name.
  func field(_ name: String) -> String? { headers[name]?.text }
}
