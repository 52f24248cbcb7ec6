import Foundation
import Synchronization

@testable import Mail

/// A Dovecot of its own for one test, with one user `anna`; it ends with the value.
final class Dovecot {
  static let program = "/usr/sbin/dovecot"
  static var isPresent: Bool { TestMachine.has(program, "/usr/bin/openssl") }

  let folder: TestFolder
  let plainPort: Int
  let securePort: Int
  let deliveryPort: Int
  private let tokens: ScriptedServer
  private let process: Process

  init() throws {
    folder = try TestFolder()
    tokens = try Self.tokenServer()
    plainPort = try TestMachine.freePort()
    securePort = try TestMachine.freePort()
    deliveryPort = try TestMachine.freePort()
    try TestMachine.makeCertificate(in: folder.path)
    for part in ["mail/anna/new", "mail/anna/cur", "mail/anna/tmp"] { try folder.makeFolder(part) }
    try folder.write(
      """
      tokeninfo_url = http://127.0.0.1:\(tokens.port)/?token=
      introspection_mode = auth
      username_attribute = email
      """,
      to: "oauth2.conf"
    )
    let configuration = Self.configuration(
      folder.path,
      plain: plainPort,
      secure: securePort,
      delivery: deliveryPort
    )
    try folder.write(configuration, to: "dovecot.conf")
    try TestMachine.shell("chmod 755 '\(folder.path)'; chown -R mail:mail '\(folder.path)/mail'")
    process = try TestMachine.start(
      Self.program,
      ["-F", "-c", "\(folder.path)/dovecot.conf"],
      port: plainPort
    )
  }

  deinit { TestMachine.end(process) }

  /// Answers with the user's name to the token `good`, and with 401 to any other.
  private static func tokenServer() throws -> ScriptedServer {
    let isGood = Flag()
    return try ScriptedServer(greeting: "") { line in
      if line.hasPrefix("GET ") { isGood.set(line.contains("?token=good ")) }
      guard line.isEmpty else { return "" }
      let status = isGood.value ? "200 OK" : "401 Unauthorized"
      let body = isGood.value ? #"{"email":"anna"}"# : #"{"error":"invalid_token"}"#
      return "HTTP/1.1 \(status)\r\nContent-Type: application/json\r\n"
        + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
    }
  }

  private final class Flag: Sendable {
    private let flag = Mutex(false)
    var value: Bool { flag.withLock { $0 } }
    func set(_ value: Bool) { flag.withLock { $0 = value } }
  }

  /// Puts mails into the mailbox as a mail server would.
  func deliver(_ mails: [[UInt8]]) throws {
    let maildir = Maildir(path: "\(folder.path)/mail/anna")
    for (index, mail) in mails.enumerated() {
      try folder.write(mail, to: "mail/anna/new/17000\(100_000 + index).test")
    }
    try TestMachine.shell("chown -R mail:mail '\(maildir.path)'")
  }

  func server(
    _ protection: MailServer.Protection,
    trusting authorities: String? = nil
  ) -> MailServer {
    MailServer(
      host: "127.0.0.1",
      port: protection == .tls ? securePort : plainPort,
      protection: protection,
      authorities: authorities ?? "\(folder.path)/cert.pem",
      patience: .init(connecting: 10, answer: 30)
    )
  }

  private static func configuration(
    _ folder: String,
    plain: Int,
    secure: Int,
    delivery: Int
  ) -> String {
    """
    base_dir = \(folder)/run
    state_dir = \(folder)/run
    log_path = \(folder)/log
    protocols = imap lmtp
    listen = 127.0.0.1
    ssl = yes
    ssl_cert = <\(folder)/cert.pem
    ssl_key = <\(folder)/key.pem
    disable_plaintext_auth = no
    auth_mechanisms = plain login xoauth2 oauthbearer
    auth_failure_delay = 0
    mail_location = maildir:\(folder)/mail/%u
    first_valid_uid = 1
    mail_uid = mail
    mail_gid = mail
    passdb {
      driver = static
      mechanisms = plain login
      args = password=secret
    }
    passdb {
      driver = oauth2
      mechanisms = xoauth2 oauthbearer
      args = \(folder)/oauth2.conf
    }
    userdb {
      driver = static
      args = allow_all_users=yes uid=mail gid=mail home=\(folder)/mail/%u
    }
    mail_max_userip_connections = 100
    service imap-login {
      inet_listener imap {
        port = \(plain)
      }
      inet_listener imaps {
        port = \(secure)
      }
    }
    service lmtp {
      inet_listener lmtp {
        port = \(delivery)
      }
    }
    """
  }
}
