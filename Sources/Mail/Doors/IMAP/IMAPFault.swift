import Importing

/// The faults of a conversation with an IMAP server.
enum IMAPFault {
  static func limit(_ what: String, _ limit: Int) -> MailFault {
    .permanent(
      "imap.limit",
      "The mail server sent \(what) beyond the limit of \(limit).",
      remedy: "Raise the limit if you trust the server."
    )
  }

  static func malformed(_ what: String) -> MailFault {
    .passing(
      "imap.response",
      "The mail server sent what is no IMAP: \(what).",
      remedy: "Try again; if it stays so, check that this is an IMAP server."
    )
  }

  static var closed: MailFault {
    .passing(
      "imap.closed",
      "The mail server closed the connection.",
      remedy: "Try again later."
    )
  }

  static func goodbye(_ text: String) -> MailFault {
    .passing(
      "imap.closed",
      "The mail server closed the connection: “\(text)”.",
      remedy: "Try again later."
    )
  }

  static var timedOut: MailFault {
    .passing(
      "imap.timeout",
      "The mail server did not answer in time.",
      remedy: "Try again later."
    )
  }

  static var broken: MailFault {
    .passing(
      "imap.broken",
      "The connection was given up after an earlier fault.",
      remedy: "Connect again."
    )
  }

  /// A command was answered by NO or BAD.
  static func refused(_ command: String, _ status: IMAPStatus) -> MailFault {
    MailFault(
      isPassing: status.isPassing,
      problem: Problem(
        "imap.refused",
        message: "The mail server refused \(command): “\(status.summary)”.",
        remedy: status.isPassing
          ? "Try again later." : "Check the mailbox and what the user may do with it."
      )
    )
  }

  static func mailboxName(_ name: String) -> MailFault {
    .permanent(
      "imap.mailbox",
      "“\(printable(name.utf8))” is no name of a mailbox.",
      remedy: "Give a name without control characters."
    )
  }

  /// SELECT was answered without UIDVALIDITY, which every server has to send.
  static var noValidity: MailFault {
    .permanent(
      "imap.uidvalidity",
      "The mail server does not say by which numbers it keeps the mails (UIDVALIDITY).",
      remedy: "Take the mails from a server that keeps numbers, or from a Maildir."
    )
  }
}
