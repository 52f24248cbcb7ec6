import CCurl
import Importing

/// Sends mails to a mail server by SMTP (RFC 5321) or submission (RFC 6409), with libcurl.
public struct SMTPSender: MailSender, Sendable {
  /// The server.
  public var server: MailServer
  /// Who the program is for it.
  public var credentials: MailCredentials
  /// The name that the program gives itself (EHLO), or nil for the machine's.
  public var name: String?

  /// Makes a sender.
  public init(to server: MailServer, as credentials: MailCredentials = .none, name: String? = nil) {
    self.server = server
    self.credentials = credentials
    self.name = name
  }

  /// Sends a mail over a connection of its own.
  public func send(_ mail: OutgoingMail) -> SendReport {
    let text = LineEnds.normalise(mail.content, to: [0x0D, 0x0A])
    let transfer = SMTPTransfer(text)
    do {
      let handle = try handle(mail.envelope, transfer)
      // The farewell, when the handle is freed, is no part of the verdict.
      return withExtendedLifetime(handle) {
        let code = handle.perform()
        return SMTPVerdict(sender: self, envelope: mail.envelope, transfer: transfer).report(code)
      }
    } catch {
      let fault = error as? MailFault ?? Self.unknown(error)
      return SendReport(mail.envelope, failed: fault)
    }
  }

  private func handle(_ envelope: MailEnvelope, _ transfer: SMTPTransfer) throws -> CurlHandle {
    let path = try "/" + helloName()
    let handle = try CurlHandle(server, scheme: "smtp", path: path)
    try handle.set(credentials)
    try handle.set(CURLOPT_TIMEOUT, server.patience.sending)
    // An empty sender is the null sender; libcurl adds the brackets.
    try handle.set(CURLOPT_MAIL_FROM, envelope.sender)
    try handle.set(CURLOPT_MAIL_RCPT, list: envelope.recipients)
    try handle.set(CURLOPT_MAIL_RCPT_ALLLOWFAILS, 1)
    try handle.set(CURLOPT_UPLOAD, 1)
    try handle.set(CURLOPT_INFILESIZE_LARGE, size: transfer.size)
    try transfer.attach(to: handle)
    return handle
  }

  /// The name for EHLO, which becomes part of a command.
  private func helloName() throws -> String {
    guard let name else { return "" }
    let isName = name.utf8.allSatisfy { byte in
      [UInt8(ascii: "."), UInt8(ascii: "-")].contains(byte) || 0x30...0x39 ~= byte
        || 0x41...0x5A ~= uppercase(byte)
    }
    guard isName else {
      throw MailFault.permanent(
        "smtp.name",
        "“\(printable(name.utf8))” is no name for this machine.",
        remedy: "Give a host name of letters, digits, hyphens and full stops."
      )
    }
    return name
  }

  private static func unknown(_ error: any Error) -> MailFault {
    .passing("smtp.unknown", "The mail was not sent.", remedy: "Try again later.")
  }
}
