import Testing

@testable import Mail

@Suite struct MailServerTests {
  @Test(arguments: [
    ("mail.example.org", "imap://mail.example.org:143"), ("192.0.2.1", "imap://192.0.2.1:143"),
    ("2001:db8::1", "imap://[2001:db8::1]:143"),
  ])
  func `a server's address is written as a URL`(host: String, url: String) throws {
    #expect(try MailServer(host: host, port: 143).url(scheme: "imap") == url)
  }

  @Test(arguments: ["", "a b", "user@host", "a/b", "a\r\nb", "a?b", "ü.example"])
  func `what is no host name is refused`(host: String) {
    #expect(
      fault { _ = try MailServer(host: host, port: 1).url(scheme: "imap") }?.code == "server.host"
    )
  }

  @Test func `the refusals have their words`() {
    #expect(
      fault { _ = try MailServer(host: "a/b", port: 1).url(scheme: "imap") }
        == FaultWords(
          false,
          "server.host",
          "“a/b” is no host name.",
          "Give the name or the address of the mail server, with no scheme and no port."
        )
    )
    #expect(
      fault { _ = try MailServer(host: "a", port: 65_536).url(scheme: "imap") }
        == FaultWords(
          false,
          "server.port",
          "There is no port 65536.",
          "Give a port from 1 to 65535."
        )
    )
    #expect(fault { _ = try MailServer(host: "a", port: 0).url(scheme: "imap") } != nil)
    #expect(
      fault {
        _ = try MailServer(host: "mail.example.org", port: 143, protection: .plain).url(
          scheme: "imap"
        )
      }
        == FaultWords(
          false,
          "server.plain",
          "An unprotected connection to mail.example.org is refused.",
          "Use TLS or STARTTLS; plain is only for a server on this machine."
        )
    )
  }

  @Test(arguments: [
    ("localhost", true), ("LOCALHOST", true), ("127.0.0.1", true), ("127.255.3.4", true),
    ("::1", true), ("128.0.0.1", false), ("127.0.0", false), ("127.0.0.1.example.org", false),
    ("127.0.0.256", false), ("localhost.example.org", false), ("::2", false), ("0.0.0.0", false),
    ("127.0.0.+1", false),
  ])
  func `only addresses of this machine may be unprotected`(host: String, isLoopback: Bool) {
    let server = MailServer(host: host, port: 1, protection: .plain)
    #expect(server.isLoopback == isLoopback)
    #expect((fault { _ = try server.url(scheme: "imap") } == nil) == isLoopback)
  }
}
