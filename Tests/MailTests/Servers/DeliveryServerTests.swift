import TestSupport
import Testing

@testable import Mail

/// Reminders by a Postfix that does not do what is hoped for: nothing is lost, nothing comes twice.
@Suite(
  .enabled(if: Postfix.isPresent, "\(TestMachine.missing)"),
  .timeLimit(.minutes(5)),
  .serialized
)
struct DeliveryServerTests {
  private let organisation: ReminderOrganisation

  init() throws { organisation = try ReminderOrganisation() }

  /// Expects that a mail which waited is sent once by a server that takes it.
  private func expectSentOnce() throws {
    let postfix = try Postfix()
    organisation.use(port: postfix.port)
    let sent = try organisation.sendAgain()
    #expect(sent.code == 0, "\(sent.errors)")
    #expect(try Postfix.wait { try postfix.arrived().count == 1 })
    #expect(try organisation.reminders() == ["sent"])
    let again = try organisation.remind()
    #expect(again.code == 0)
    #expect(again.errors.hasSuffix("Sent 0 mails.\n"))
    #expect(try postfix.arrived().count == 1)
  }

  @Test func `a server that is down keeps the mail waiting`() throws {
    organisation.use(port: try TestMachine.freePort())
    let down = try organisation.remind()
    #expect(down.code == 75)
    #expect(try organisation.reminders() == ["queued"])
    try expectSentOnce()
  }

  /// What Postfix does by its settings, and how its reply begins, if it gives any.
  private static let passing = [
    ("a recipient is refused for now", "smtpd_recipient_restrictions = defer", "4.3.2 "),
    (
      "the machine is refused in the greeting",
      "smtpd_client_restrictions = reject\nsmtpd_delay_reject = no", "554"
    ),
    ("the disk of the server is full", "queue_minfree = 900000000000000", "4.3.1 "),
    ("it takes longer than we wait", "smtpd_recipient_restrictions = sleep 8, permit", ""),
    ("it confirms later than we wait", "smtpd_end_of_data_restrictions = sleep 8", ""),
  ]

  @Test(arguments: passing)
  func `a mail waits if`(fault: String, settings: String, code: String) throws {
    let postfix = try Postfix(settings: settings)
    organisation.use(port: postfix.port)
    let result = try organisation.remind("2026-10-02", "--mail-patience", code.isEmpty ? "2" : "30")
    #expect(result.code == 75, "\(fault): \(result.errors)")
    #expect(result.errors.contains(code), "\(fault): \(result.errors)")
    #expect(try organisation.reminders() == ["queued"], "\(fault)")
    try expectSentOnce()
  }

  @Test func `a slow server is waited for`() throws {
    let postfix = try Postfix(settings: "smtpd_recipient_restrictions = sleep 2, permit")
    organisation.use(port: postfix.port)
    let result = try organisation.remind()
    #expect(result.code == 0, "\(result.errors)")
    #expect(try Postfix.wait { try postfix.arrived().count == 1 })
  }

  /// What is refused for good, and how the reply begins.
  private static let lasting = [
    ("check_recipient_access inline:{{ada@example.org = REJECT}}, permit", "5.7.1 ", 50_000_000),
    ("permit", "5.3.4 ", 100),
  ]

  @Test(arguments: lasting)
  func `what is refused for good goes to the lead with the next run`(
    restriction: String,
    code: String,
    size: Int
  ) throws {
    let refusing = try Postfix(
      settings: "smtpd_recipient_restrictions = \(restriction)\nmessage_size_limit = \(size)"
    )
    organisation.use(port: refusing.port)
    let refused = try organisation.remind()
    #expect(refused.code == 1, "\(refused.errors)")
    #expect(refused.errors.contains("is given up: \(code)"), "\(refused.errors)")
    #expect(try organisation.reminders() == ["notDelivered"])
    let postfix = try Postfix(
      settings: "smtpd_recipient_restrictions = check_recipient_access "
        + "inline:{{ada@example.org = REJECT}}, permit"
    )
    organisation.use(port: postfix.port)
    let next = try organisation.remind("2026-10-03")
    #expect(next.errors.contains("Sent 1 mail."), "\(next.errors)")
    #expect(try Postfix.wait { try postfix.arrived().count == 1 })
    let mail = MessageReader().read(try #require(try postfix.arrived().first))
    #expect(mail.addresses.to.addresses.map(\.address).contains("lin@example.org"))
  }
}
