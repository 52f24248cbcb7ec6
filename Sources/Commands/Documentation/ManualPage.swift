import Model

/// The manual page of the program in roff, for `man` (man(7)).
enum ManualPage {
  static func text(_ tree: CommandTree) -> String {
    let root = tree.command
    var lines = [
      ".TH LIAISON 1 \"\" \"Liaison \(escaped(programVersion))\" \"User Commands\"",
      ".SH NAME", "liaison \\- \(sentence(root.abstract))", ".SH SYNOPSIS",
      ".B liaison", "\\fIcommand\\fR [\\fIoptions\\fR]", ".SH DESCRIPTION",
    ]
    lines += body(root)
    lines.append(".SH COMMANDS")
    for command in root.leaves { lines += section(command) }
    lines += exitStatus + environment
    return lines.joined(separator: "\n") + "\n"
  }

  private static func section(_ command: CommandTree.Command) -> [String] {
    var lines = [".SS \(escaped(command.path))", escaped(command.abstract ?? "")]
    lines += [".PP", ".B \(escaped(command.usage))"]
    lines += body(command)
    for argument in command.own {
      lines += [".TP", ".B \(escaped(argument.title))", escaped(argument.text)]
    }
    return lines
  }

  private static func body(_ command: CommandTree.Command) -> [String] {
    var lines = command.paragraphs.flatMap { [".PP", escaped($0)] }
    guard !command.examples.isEmpty else { return lines }
    lines += [".PP", ".RS 4", ".nf"] + command.examples.map(escaped) + [".fi", ".RE"]
    return lines
  }

  private static let exitStatus =
    [".SH EXIT STATUS"]
    + ExitStatus.all.flatMap { [".TP", ".B \($0.codes)", escaped($0.meaning)] }

  private static let environment =
    [".SH ENVIRONMENT"]
    + EnvironmentVariable.all.flatMap { [".TP", ".B \(escaped($0.name))", escaped($0.meaning)] }

  private static func sentence(_ text: String?) -> String {
    let text = (text ?? "").prefix(1).lowercased() + (text ?? "").dropFirst()
    return escaped(text.hasSuffix(".") ? String(text.dropLast()) : text)
  }

  /// The text with what roff would take for its own: backslashes, hyphens, control lines.
  private static func escaped(_ text: String) -> String {
    let text = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
      .replacing("\n", with: " ")
    return text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" + text : text
  }
}

/// What the program's exit codes mean.
struct ExitStatus {
  let codes, meaning: String

  static let all = [
    ExitStatus(codes: "0", meaning: "Done."),
    ExitStatus(
      codes: "1",
      meaning: "Done, and something needs attention: records rejected, conflicts, findings, "
        + "journal not intact."
    ),
    ExitStatus(codes: "64", meaning: "Wrong use of the command."),
    ExitStatus(codes: "65", meaning: "The input cannot be used; nothing was stored."),
    ExitStatus(codes: "66", meaning: "There is no such input, or no store."),
    ExitStatus(codes: "73, 74", meaning: "A file cannot be created, read or written."),
    ExitStatus(codes: "75", meaning: "Another process is writing to the store; try again."),
    ExitStatus(codes: "77", meaning: "The store may not be written by this user."),
    ExitStatus(codes: "78", meaning: "The store is of a newer program."),
  ]
}

/// What the program reads from its environment.
struct EnvironmentVariable {
  let name, meaning: String

  static let all = [
    EnvironmentVariable(name: "LIAISON_STORE", meaning: "The store, if --store is not given."),
    EnvironmentVariable(
      name: "XDG_DATA_HOME",
      meaning: "The folder of liaison/relationships.sqlite, if no store is named; "
        + "else ~/.local/share."
    ),
    EnvironmentVariable(
      name: "LIAISON_ACTOR",
      meaning: "Who is recorded in the journal, if --actor is not given; else the login name."
    ),
    EnvironmentVariable(
      name: "LIAISON_MAIL_FROM",
      meaning: "The mailbox that mails come from, if --mail-from is not given."
    ),
    EnvironmentVariable(
      name: "LIAISON_MAIL_SERVER",
      meaning: "The mail server, if --mail-server is not given."
    ),
    EnvironmentVariable(
      name: "LIAISON_MAIL_USER",
      meaning: "Who logs in to it, if --mail-user is not given."
    ),
    EnvironmentVariable(
      name: "LIAISON_MAIL_SECRET",
      meaning: "Where the password or token is, if --mail-secret is not given; never the secret."
    ),
    EnvironmentVariable(
      name: "LIAISON_MAIL_AUTHORITIES",
      meaning: "The authorities to trust, if --mail-authorities is not given."
    ),
    EnvironmentVariable(
      name: "LIAISON_MAIL_AUTH_SERVER",
      meaning: "The own mail server’s name, if --mail-auth-server is not given."
    ),
    EnvironmentVariable(
      name: "LIAISON_MAIL_RECEIPTS",
      meaning: "yes: people who write for the first time about something get a receipt."
    ),
    EnvironmentVariable(
      name: "LIAISON_IMAP_SERVER",
      meaning: "Where the mailbox is, if --imap-server is not given; of an account ACCOUNT, "
        + "LIAISON_IMAP_ACCOUNT_SERVER, and so for the following."
    ),
    EnvironmentVariable(
      name: "LIAISON_IMAP_USER",
      meaning: "Who logs in to it, if --imap-user is not given."
    ),
    EnvironmentVariable(
      name: "LIAISON_IMAP_SECRET",
      meaning: "Where the password or token is, if --imap-secret is not given; never the secret."
    ),
    EnvironmentVariable(
      name: "LIAISON_IMAP_AUTHORITIES",
      meaning: "The authorities to trust, if --imap-authorities is not given."
    ),
    EnvironmentVariable(
      name: "LIAISON_IMAP_MAILBOX",
      meaning: "The mailbox, if --mailbox is not given."
    ),
    EnvironmentVariable(
      name: "LIAISON_IMAP_MOVE_TO",
      meaning: "Where mails go that are stored, if --move-to is not given."
    ),
    EnvironmentVariable(name: "NO_COLOR", meaning: "Use no colour, if it is not empty."),
    EnvironmentVariable(name: "COLUMNS", meaning: "The width of tables."),
  ]
}
