import Importing
import Mail
import Testing

@Suite struct IMAPConnectingTests {
  /// A server's answers: what it can do, and what it says to a login.
  private static func server(
    _ capabilities: String,
    login: String = "OK welcome",
    greeting: String = "* OK hi\r\n"
  ) throws -> ScriptedServer {
    try ScriptedServer(greeting: greeting) { line in
      let words = line.split(separator: " ").map(String.init)
      guard words.count > 1 else { return "+ \r\n" }
      switch words[1] {
      case "CAPABILITY": return "* CAPABILITY IMAP4rev1 \(capabilities)\r\n\(words[0]) OK x\r\n"
      case "AUTHENTICATE": return words.count > 3 ? "\(words[0]) \(login)\r\n" : "+ \r\n"
      case "LOGIN": return "\(words[0]) \(login)\r\n"
      default: return "\(words[0]) OK x\r\n"
      }
    }
  }

  private static func connect(
    _ server: ScriptedServer,
    as credentials: MailCredentials = .password(user: "anna", Secret("hunter2")),
    protection: MailServer.Protection = .plain
  ) throws -> IMAPSession {
    try IMAPSession.connect(
      to: MailServer(
        host: "127.0.0.1",
        port: server.port,
        protection: protection,
        patience: .init(connecting: 2, answer: 2)
      ),
      as: credentials
    )
  }

  @Test func `a password goes by PLAIN where that is offered`() throws {
    let server = try Self.server("SASL-IR AUTH=PLAIN AUTH=CRAM-MD5")
    let session = try Self.connect(server)
    #expect(server.lines.contains { $0.contains("AUTHENTICATE PLAIN") })
    #expect(try session.capabilities().contains("SASL-IR"))
  }

  @Test func `it goes by the command LOGIN where no SASL for passwords is offered`() throws {
    let server = try Self.server("SASL-IR AUTH=GSSAPI")
    _ = try Self.connect(server)
    #expect(server.lines.contains { $0.hasSuffix("LOGIN anna hunter2") })
  }

  @Test func `it does not go at all where the server forbids that`() throws {
    let server = try Self.server("LOGINDISABLED")
    #expect(fault { _ = try Self.connect(server) }?.code == "imap.login")
    #expect(!server.lines.contains { $0.contains("hunter2") })
  }

  @Test(arguments: [
    (MailCredentials.TokenMechanism.any, "OAUTHBEARER"), (.oauthBearer, "OAUTHBEARER"),
    (.xoauth2, "XOAUTH2"),
  ])
  func `a token goes by the mechanism that is wanted`(
    mechanism: MailCredentials.TokenMechanism,
    wanted: String
  ) throws {
    let server = try Self.server("SASL-IR AUTH=OAUTHBEARER AUTH=XOAUTH2")
    _ = try Self.connect(server, as: .token(user: "anna", Secret("ya29"), mechanism))
    #expect(server.lines.contains { $0.contains("AUTHENTICATE \(wanted) ") })
  }

  @Test func `a refused login says what the server says, never the password`() throws {
    let server = try Self.server("SASL-IR AUTH=PLAIN", login: "NO [AUTHENTICATIONFAILED] wrong")
    let words = fault { _ = try Self.connect(server) }
    #expect(words?.isPassing == false)
    #expect(words?.code == "imap.login")
    #expect(
      words?.message.hasPrefix(
        "The mail server 127.0.0.1, port \(server.port) refused the login: it said “A"
      ) ?? false
    )
    #expect(words?.message.hasSuffix(" NO [AUTHENTICATIONFAILED] wrong”.") ?? false)
    #expect(
      words?.remedy
        == "Check user name, password or token, and which kinds of login the server allows."
    )
    #expect(server.lines.filter { $0.contains("AUTHENTICATE") }.count == 1)
  }

  @Test func `a login that is refused for now is a fault that passes`() throws {
    let server = try Self.server("SASL-IR AUTH=PLAIN", login: "NO [UNAVAILABLE] later")
    let words = fault { _ = try Self.connect(server) }
    #expect(words?.isPassing == true)
    #expect(words?.remedy == "Try again later.")
  }

  @Test func `STARTTLS that is not offered is refused, and the password stays here`() throws {
    let server = try Self.server("SASL-IR AUTH=PLAIN")
    #expect(
      fault { _ = try Self.connect(server, protection: .startTLS) }
        == FaultWords(
          false,
          "imap.starttls",
          "The mail server 127.0.0.1, port \(server.port) offers no STARTTLS, "
            + "so nothing was sent.",
          "Use the port for TLS from the start, or turn on TLS in the server."
        )
    )
    #expect(!server.lines.contains { $0.contains("AUTHENTICATE") || $0.contains("LOGIN") })
  }

  @Test func `a server that does not speak TLS where it should is a fault`() throws {
    let server = try Self.server("AUTH=PLAIN")
    #expect(
      fault { _ = try Self.connect(server, protection: .tls) }
        == FaultWords(
          true,
          "imap.tls",
          "No TLS connection to 127.0.0.1, port \(server.port) came about.",
          "Check that port and protection fit each other."
        )
    )
  }

  @Test func `a server that is down, or silent, is a fault that passes`() throws {
    let down = MailServer(host: "127.0.0.1", port: 1, protection: .plain)
    #expect(
      fault { _ = try IMAPSession.connect(to: down, as: .none) }
        == FaultWords(
          true,
          "imap.connection",
          "The mail server 127.0.0.1, port 1 cannot be reached.",
          "Check that it runs, and that no firewall is between."
        )
    )
    let silent = try Self.server("", greeting: "")
    #expect(
      fault { _ = try Self.connect(silent) }
        == FaultWords(
          true,
          "imap.timeout",
          "The mail server 127.0.0.1, port \(silent.port) did not answer in time.",
          "Try again later; check that port and protection fit each other."
        )
    )
  }

  @Test func `a server that sends everybody away is a fault that passes`() throws {
    let server = try Self.server("", greeting: "* BYE overloaded\r\n")
    let words = fault { _ = try Self.connect(server) }
    #expect(words?.isPassing == true)
  }
}
