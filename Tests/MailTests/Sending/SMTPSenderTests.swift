import Importing
import Mail
import Testing

@Suite struct SMTPSenderTests {
  /// The answers of a server that takes everything, with others for lines that begin so.
  private static func answers(_ others: [String: String] = [:]) -> @Sendable (String) -> String {
    { line in
      for (start, answer) in others where line.hasPrefix(start) { return answer }
      switch line.prefix(4) {
      case "EHLO": return "250-test\r\n250-SIZE 1000\r\n250-SMTPUTF8\r\n250 AUTH PLAIN XOAUTH2\r\n"
      case "AUTH": return line.split(separator: " ").count > 2 ? "235 ok\r\n" : "334 \r\n"
      case _ where !line.contains(" ") && line.count >= 8: return "235 ok\r\n"
      case "DATA": return "354 go on\r\n"
      case "QUIT": return "221 bye\r\n"
      default: return "250 ok\r\n"
      }
    }
  }

  private static func send(
    to server: ScriptedServer,
    as credentials: MailCredentials = .none,
    protection: MailServer.Protection = .plain,
    sender: String = "s@y",
    recipients: [String] = ["a@x", "b@x"],
    name: String? = "client.example"
  ) throws -> SendReport {
    let address = MailServer(
      host: "127.0.0.1",
      port: server.port,
      protection: protection,
      patience: .init(connecting: 2, answer: 2, sending: 10)
    )
    let envelope = try MailEnvelope(sender: sender, recipients: recipients)
    return SMTPSender(to: address, as: credentials, name: name).send(
      OutgoingMail(envelope, content: Array("Subject: x\n\n.\n".utf8))
    )
  }

  @Test func `a mail is taken for every recipient`() throws {
    let server = try ScriptedServer(
      greeting: "220 hi\r\n",
      answer: Self.answers([".": "250 2.0.0 queued as 7\r\n"])
    )
    let report = try Self.send(to: server)
    let reply = SendReply(code: 250, text: "2.0.0 queued as 7")
    #expect(report.deliveries.map(\.outcome) == [.accepted(reply), .accepted(reply)])
    #expect(report.fault == nil)
    #expect(!report.isUncertain)
    #expect(
      server.lines.prefix(6) == [
        "EHLO client.example", "MAIL FROM:<s@y> SIZE=17", "RCPT TO:<a@x>", "RCPT TO:<b@x>",
        "DATA", ".",
      ]
    )
  }

  @Test func `each recipient has its own outcome`() throws {
    let server = try ScriptedServer(
      greeting: "220 hi\r\n",
      answer: Self.answers([
        "RCPT TO:<a@x>": "550 5.1.1 no such user\r\n",
        "RCPT TO:<b@x>": "451 4.7.1 greylisted\r\n",
      ])
    )
    let report = try Self.send(to: server, recipients: ["a@x", "b@x", "c@x"])
    #expect(
      report.deliveries.map(\.outcome) == [
        .permanent(SendReply(code: 550, text: "5.1.1 no such user")),
        .temporary(SendReply(code: 451, text: "4.7.1 greylisted")),
        .accepted(SendReply(code: 250, text: "ok")),
      ]
    )
  }

  @Test func `when none is taken that is no fault of the connection`() throws {
    let server = try ScriptedServer(
      greeting: "220 hi\r\n",
      answer: Self.answers(["RCPT": "550 5.1.1 no such user\r\n"])
    )
    let report = try Self.send(to: server)
    let reply = SendReply(code: 550, text: "5.1.1 no such user")
    #expect(report.deliveries.map(\.outcome) == [.permanent(reply), .permanent(reply)])
    #expect(report.fault == nil)
  }

  @Test(arguments: [
    ("MAIL", "552 too large"), ("MAIL", "451 later"), ("DATA", "554 no"), (".", "554 spam"),
    (".", "452 disk full"),
  ])
  func `a refusal of the mail counts for all recipients`(command: String, answer: String) throws {
    let server = try ScriptedServer(
      greeting: "220 hi\r\n",
      answer: Self.answers([command: "\(answer)\r\n"])
    )
    let report = try Self.send(to: server)
    let reply = SendReply(code: Int(answer.prefix(3)), text: String(answer.dropFirst(4)))
    let wanted: SendOutcome = answer.hasPrefix("5") ? .permanent(reply) : .temporary(reply)
    #expect(report.deliveries.map(\.outcome) == [wanted, wanted])
    #expect(report.fault == nil)
  }

  @Test func `the null sender is empty`() throws {
    let server = try ScriptedServer(greeting: "220 hi\r\n", answer: Self.answers())
    _ = try Self.send(to: server, sender: "")
    #expect(server.lines.contains { $0.hasPrefix("MAIL FROM:<>") })
  }

  @Test func `an address beyond ASCII asks for SMTPUTF8`() throws {
    let server = try ScriptedServer(greeting: "220 hi\r\n", answer: Self.answers())
    _ = try Self.send(to: server, recipients: ["jürgen@example.org"])
    #expect(server.lines.contains { $0.hasPrefix("MAIL FROM:<s@y>") && $0.contains("SMTPUTF8") })
    #expect(server.lines.contains("RCPT TO:<jürgen@example.org>"))
  }

  @Test func `a password goes by PLAIN, a token by XOAUTH2`() throws {
    let server = try ScriptedServer(greeting: "220 hi\r\n", answer: Self.answers())
    let report = try Self.send(to: server, as: .password(user: "u", Secret("p")))
    #expect(report.fault == nil)
    // RFC 4616: an empty identity, user and password, parted by NUL, in base64.
    #expect(server.lines.contains { $0.hasPrefix("AUTH PLAIN") })
    _ = try Self.send(to: server, as: .token(user: "u", Secret("t"), .xoauth2))
    #expect(server.lines.contains { $0.hasPrefix("AUTH XOAUTH2") })
  }

  @Test func `a refused login is a fault that stays, and nothing is wrong with the mail`() throws {
    let server = try ScriptedServer(
      greeting: "220 hi\r\n",
      answer: Self.answers(["AUTH": "535 5.7.8 wrong\r\n"])
    )
    let report = try Self.send(to: server, as: .password(user: "u", Secret("hunter2")))
    let message =
      "The mail server 127.0.0.1, port \(server.port) refused the login: "
      + "it said “5.7.8 wrong”."
    #expect(report.fault?.isPassing == false)
    #expect(report.fault?.problem.message == message)
    let reply = SendReply(code: nil, text: message)
    #expect(report.deliveries.map(\.outcome) == [.temporary(reply), .temporary(reply)])
    #expect(!String(reflecting: report).contains("hunter2"))
  }

  @Test func `a server that wants a login and offers none does not condemn the recipients`() throws
  {
    let server = try ScriptedServer(
      greeting: "220 hi\r\n",
      answer: Self.answers(["EHLO": "250 test\r\n", "MAIL": "530 5.7.0 login first\r\n"])
    )
    for credentials in [MailCredentials.none, .password(user: "u", Secret("p"))] {
      let report = try Self.send(to: server, as: credentials)
      #expect(report.fault?.problem.code == "smtp.login")
      #expect(
        report.deliveries.allSatisfy {
          if case .temporary = $0.outcome { true } else { false }
        }
      )
    }
  }

  @Test func `STARTTLS that is not offered is a fault, and nothing is sent`() throws {
    let server = try ScriptedServer(greeting: "220 hi\r\n", answer: Self.answers())
    let report = try Self.send(
      to: server,
      as: .password(user: "u", Secret("p")),
      protection: .startTLS
    )
    #expect(
      report.fault?.problem.message
        == "The mail server 127.0.0.1, port \(server.port) offers no STARTTLS, "
        + "so nothing was sent."
    )
    #expect(report.fault?.isPassing == false)
    #expect(!server.lines.contains { $0.hasPrefix("AUTH") || $0.hasPrefix("MAIL") })
  }

  @Test func `a server that is down is a fault that passes`() throws {
    let port = try ScriptedServer(greeting: "", answer: { _ in "" }).port
    let envelope = try MailEnvelope(sender: "", recipients: ["a@x"])
    let down = MailServer(host: "127.0.0.1", port: 1, protection: .plain)
    let report = SMTPSender(to: down).send(OutgoingMail(envelope, content: []))
    #expect(port > 0)
    #expect(report.fault?.isPassing == true)
    #expect(
      report.deliveries.map(\.outcome) == [
        .temporary(
          SendReply(code: nil, text: "The mail server 127.0.0.1, port 1 cannot be reached.")
        )
      ]
    )
  }

  @Test(arguments: ["", "554 5.3.2 no\r\n", "421 4.3.2 shutting down\r\n"])
  func `a server that is silent or refuses everybody is temporary for the mail`(
    greeting: String
  ) throws {
    let server = try ScriptedServer(greeting: greeting, answer: Self.answers())
    let report = try Self.send(to: server)
    #expect(report.fault?.isPassing == true)
    #expect(
      report.deliveries.allSatisfy { if case .temporary = $0.outcome { true } else { false } }
    )
    #expect(!report.isUncertain)
  }

  @Test func `a connection that breaks after the last full stop leaves the outcome uncertain`()
    throws
  {
    let server = try ScriptedServer(
      greeting: "220 hi\r\n",
      answer: Self.answers([".": ScriptedServer.hangUp])
    )
    let report = try Self.send(to: server)
    #expect(report.isUncertain)
    #expect(report.fault?.isPassing == true)
    #expect(
      report.deliveries.allSatisfy { if case .temporary = $0.outcome { true } else { false } }
    )
  }

  @Test func `a slow answer after the last full stop leaves the outcome uncertain`() throws {
    let server = try ScriptedServer(
      greeting: "220 hi\r\n",
      answer: Self.answers([".": ""])
    )
    let report = try Self.send(to: server)
    #expect(report.isUncertain)
    #expect(
      report.fault?.problem.message
        == "The mail server 127.0.0.1, port \(server.port) did not answer in time."
    )
  }

  @Test func `a connection that breaks before the text is not uncertain`() throws {
    let server = try ScriptedServer(
      greeting: "220 hi\r\n",
      answer: Self.answers(["RCPT TO:<b": ScriptedServer.hangUp])
    )
    let report = try Self.send(to: server)
    #expect(!report.isUncertain)
    #expect(report.fault?.isPassing == true)
  }

  @Test func `a name for this machine that could break out of its command is refused`() throws {
    let server = try ScriptedServer(greeting: "220 hi\r\n", answer: Self.answers())
    let report = try Self.send(to: server, name: "a b")
    #expect(
      report.fault?.problem.message == "“a b” is no name for this machine."
    )
    #expect(server.lines.isEmpty)
  }
}
