/// Where a mail server listens and how the connection to it is protected.
public struct MailServer: Sendable, Equatable {
  /// How a connection is protected.
  public enum Protection: String, Sendable, CaseIterable {
    /// TLS from the first byte (RFC 8314, section 3).
    case tls
    /// TLS after STARTTLS (RFC 3207, RFC 9051 section 6.2.1); without it nothing is sent.
    case startTLS = "starttls"
    /// None; only to an address of this machine.
    case plain
  }

  /// How long to wait, in seconds.
  public struct Patience: Sendable, Equatable {
    /// For a connection, with TLS.
    public var connecting: Int
    /// For each answer.
    public var answer: Int
    /// For a mail to be sent from start to end.
    public var sending: Int

    /// Makes the waiting times.
    ///
    /// The defaults: 30 seconds, 2 minutes, 10 minutes (RFC 5321, section 4.5.3.2, asks
    /// for 5 minutes for most answers and 10 after the last dot).
    public init(connecting: Int = 30, answer: Int = 120, sending: Int = 600) {
      self.connecting = connecting
      self.answer = answer
      self.sending = sending
    }

    /// Waits no longer than so many seconds for anything.
    public init(seconds: Int) { self.init(connecting: seconds, answer: seconds, sending: seconds) }
  }

  /// A name or an address without brackets.
  public var host: String
  /// The TCP port, 1 to 65,535.
  public var port: Int
  /// How the connection is protected.
  public var protection: Protection
  /// The path of a PEM file with the authorities to trust, or nil for those of the system.
  public var authorities: String?
  /// How long to wait.
  public var patience: Patience

  /// Makes a server's address.
  public init(
    host: String,
    port: Int,
    protection: Protection = .tls,
    authorities: String? = nil,
    patience: Patience = Patience()
  ) {
    self.host = host
    self.port = port
    self.protection = protection
    self.authorities = authorities
    self.patience = patience
  }

  /// Whether the host is an address of this machine by its writing alone: `localhost`,
  /// 127.0.0.0/8 (RFC 1122, section 3.2.1.3) or ::1 (RFC 4291, section 2.5.3).
  public var isLoopback: Bool { LoopbackHost.contains(host) }

  /// The address as URLs have it, `scheme://host:port`.
  ///
  /// - Throws: A ``MailFault`` with code `server.host`, `server.port` or `server.plain`.
  func url(scheme: String) throws -> String {
    try check()
    let isAddress = host.contains(":")
    return "\(scheme)://\(isAddress ? "[\(host)]" : host):\(port)"
  }

  private func check() throws {
    let isName = host.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: [UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: ":")].contains(byte)
      }
    }
    guard isName, !host.isEmpty else { throw badHost() }
    guard 1...65_535 ~= port else { throw badPort() }
    guard protection != .plain || isLoopback else { throw plainRefused() }
  }

  private func badHost() -> MailFault {
    .permanent(
      "server.host",
      "“\(printable(host.utf8))” is no host name.",
      remedy: "Give the name or the address of the mail server, with no scheme and no port."
    )
  }

  private func badPort() -> MailFault {
    .permanent(
      "server.port",
      "There is no port \(port).",
      remedy: "Give a port from 1 to 65535."
    )
  }

  private func plainRefused() -> MailFault {
    .permanent(
      "server.plain",
      "An unprotected connection to \(host) is refused.",
      remedy: "Use TLS or STARTTLS; plain is only for a server on this machine."
    )
  }
}
