import ArgumentParser
import Importing
import Intake
import Mail
import Storage

/// Through which server mails go out, and from which address: for every command that sends.
struct MailOptions: ParsableArguments {
  @OptionGroup var mailbox: MailboxOptions

  @Option(
    name: .customLong("mail-server"),
    help: """
      The mail server: smtps://HOST, smtp://HOST with STARTTLS, smtp+plain://127.0.0.1:25 on this \
      machine only, or sendmail:PATH; else LIAISON_MAIL_SERVER.
      """
  )
  var server: String?

  @Option(name: .customLong("mail-user"), help: "Who logs in; else LIAISON_MAIL_USER.")
  var user: String?

  @Option(
    name: .customLong("mail-secret"),
    help: """
      Where the password is: env:NAME, file:PATH with mode 0600, or command:LINE; with token: \
      before it, an access token; else LIAISON_MAIL_SECRET.
      """
  )
  var secret: String?

  @Option(
    name: .customLong("mail-authorities"),
    help: "A PEM file with the authorities to trust; else LIAISON_MAIL_AUTHORITIES."
  )
  var authorities: String?

  @Option(
    name: .customLong("mail-patience"),
    help: """
      How many seconds the server may take for a mail before it is tried again later \
      (default: 30 to connect, 600 to send); else LIAISON_MAIL_PATIENCE.
      """
  )
  var patience: String?

  /// Who the program is when it sends.
  ///
  /// - Throws: A ``CommandError`` (78) without an address, or if the store has no secret left.
  func identity(_ reader: Reader, _ machine: Machine) throws -> MailIdentity {
    if let identity = try mailbox.identity(reader, machine) { return identity }
    throw MailboxOptions.missing
  }

  /// What sends mails.
  ///
  /// - Throws: A ``CommandError`` (78) for a server that is none; a `MailFault` for a secret that
  ///   cannot be read.
  func sender(_ machine: Machine) throws -> any MailSender {
    guard let address = value(server, "LIAISON_MAIL_SERVER", machine) else {
      throw CommandError(
        message: "It is not said how mails are sent. "
          + "Give --mail-server smtps://mail.example.org, or set LIAISON_MAIL_SERVER.",
        code: 78
      )
    }
    if address.hasPrefix("sendmail:") {
      return SendmailSender(
        path: String(address.dropFirst(9)),
        environment: machine.environment
      )
    }
    guard var found = MailServerAddress(address)?.server else { throw wrongServer(address) }
    found.authorities = value(authorities, "LIAISON_MAIL_AUTHORITIES", machine)
    if let seconds = try seconds(machine) { found.patience = .init(seconds: seconds) }
    return SMTPSender(to: found, as: try credentials(machine))
  }

  private func seconds(_ machine: Machine) throws -> Int? {
    guard let text = value(patience, "LIAISON_MAIL_PATIENCE", machine) else { return nil }
    guard let seconds = Int(text), 1...3600 ~= seconds else {
      throw CommandError(
        message: "\(text) is no time to wait. Give --mail-patience a number of seconds from 1 to "
          + "3600.",
        code: 78
      )
    }
    return seconds
  }

  private func credentials(_ machine: Machine) throws -> MailCredentials {
    guard let user = value(user, "LIAISON_MAIL_USER", machine) else { return .none }
    guard let text = value(secret, "LIAISON_MAIL_SECRET", machine) else {
      throw CommandError(
        message: "It is not said where the password of \(user) is. "
          + "Give --mail-secret file:PATH, or set LIAISON_MAIL_SECRET.",
        code: 78
      )
    }
    return try MailCredentials(user: user, secret: text, machine)
  }

  private func value(_ option: String?, _ name: String, _ machine: Machine) -> String? {
    option ?? machine.setting(name)
  }

  private func wrongServer(_ address: String) -> CommandError {
    CommandError(
      message: "\(address) is no mail server. Write smtps://HOST, smtp://HOST:587, "
        + "smtp+plain://127.0.0.1:25 or sendmail:/usr/sbin/sendmail.",
      code: 78
    )
  }
}

/// Which mailbox is ours: for every command that writes or reads mails.
struct MailboxOptions: ParsableArguments {
  @Option(
    name: .customLong("mail-from"),
    help: "The mailbox that mails come from and answers go to; else LIAISON_MAIL_FROM."
  )
  var from: String?

  /// What is said where the address is needed and missing.
  static let missing = CommandError(
    message: "It is not said from which address mails come. "
      + "Give --mail-from name@example.org, or set LIAISON_MAIL_FROM.",
    code: 78
  )

  /// Who the program is in mails, or nil if the address is not said.
  ///
  /// - Throws: A ``CommandError`` (78) if the store has no secret left; a `Problem` for an address
  ///   that is none.
  func identity(_ reader: Reader, _ machine: Machine) throws -> MailIdentity? {
    guard let address = from ?? machine.setting("LIAISON_MAIL_FROM") else { return nil }
    guard let secret = try reader.secret() else {
      throw CommandError(
        message: "Every payload of the journal was redacted, so own mails cannot be signed. "
          + "Change any record once, and try again.",
        code: 78
      )
    }
    return try MailIdentity(
      address: address,
      name: reader.organization.name ?? "",
      secret: secret
    )
  }
}

/// A mail server as people write it: `scheme://host`, `scheme://host:port`.
struct MailServerAddress {
  let server: MailServer

  private typealias Scheme = (name: String, protection: MailServer.Protection, port: Int)

  private static let sending: [Scheme] = [
    ("smtps://", .tls, 465), ("smtp+plain://", .plain, 25), ("smtp://", .startTLS, 587),
  ]

  private static let fetching: [Scheme] = [
    ("imaps://", .tls, 993), ("imap+plain://", .plain, 143), ("imap://", .startTLS, 143),
  ]

  /// Reads the address of a server that sends; nil for any other form.
  ///
  /// An IPv6 address stands in brackets.
  init?(_ text: String) { self.init(text, Self.sending) }

  /// Reads the address of a server that keeps mailboxes; nil for any other form.
  init?(imap text: String) { self.init(text, Self.fetching) }

  private init?(_ text: String, _ schemes: [Scheme]) {
    guard let scheme = schemes.first(where: { text.hasPrefix($0.name) }) else { return nil }
    var host = text.dropFirst(scheme.name.count)
    if host.last == "/" { host.removeLast() }
    var port = scheme.port
    if let mark = host.lastIndex(of: ":"), host.last != "]" {
      guard let number = Int(host[host.index(after: mark)...]) else { return nil }
      port = number
      host = host[..<mark]
    }
    if host.first == "[", host.last == "]" { host = host.dropFirst().dropLast() }
    guard !host.isEmpty, !host.contains("/"), (1...65_535).contains(port) else { return nil }
    server = MailServer(host: String(host), port: port, protection: scheme.protection)
  }
}

extension MailCredentials {
  /// Credentials with a secret as people say where it is, with `token:` before an access token.
  ///
  /// - Throws: A `MailFault` for a secret that cannot be read.
  init(user: String, secret text: String, _ machine: Machine) throws {
    let isToken = text.hasPrefix("token:")
    let source = try SecretSource(isToken ? String(text.dropFirst(6)) : text)
    let secret = try source.read(environment: machine.environment)
    self = isToken ? .token(user: user, secret, .any) : .password(user: user, secret)
  }
}
