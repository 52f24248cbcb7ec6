import ArgumentParser
import Intake
import Model
import Storage

/// `liaison mail done MAIL`.
struct MailDone: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "done",
    abstract: "Say that nothing more is to be done with a mail that waits.",
    discussion: "  liaison mail done message-7 --note \"Answered by telephone.\""
  )

  @Argument(help: "The mail's reference.")
  var reference: String

  @Option(help: "What there is to say.")
  var note: String?

  @OptionGroup var triage: TriageOptions

  func run() throws {
    try triage.run("mail done", reference) { mail, reader, _ in
      try mail.finish(note: note, reader)
    }
  }
}

/// `liaison mail discard MAIL --reason TEXT`.
struct MailDiscard: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "discard",
    abstract: "Put a mail aside that concerns nothing here; it stays kept.",
    discussion: "  liaison mail discard message-7 --reason Advertising"
  )

  @Argument(help: "The mail's reference.")
  var reference: String

  @Option(help: "Why.")
  var reason: String

  @OptionGroup var triage: TriageOptions

  func run() throws {
    try triage.run("mail discard", reference) { mail, reader, _ in
      try mail.discard(reason: reason, reader)
    }
  }
}

/// `liaison mail undo MAIL`.
struct MailUndo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Let a mail wait again that was accepted, put aside or settled.",
    discussion: """
      What was made of it stays until it is withdrawn by a command of its own kind,
      which is named.

        liaison mail undo message-7
      """
  )

  @Argument(help: "The mail's reference.")
  var reference: String

  @OptionGroup var triage: TriageOptions

  func run() throws {
    try triage.run("mail undo", reference) { mail, reader, _ in
      let made = try MailMessage.find(reference, in: reader).result
      var change = try mail.undo(reader)
      if let made, let command = Self.withdrawal(of: made) {
        change.value += " \(made) stays; to withdraw it: \(command)"
      }
      for batch in MailImportRun.batches(in: made ?? "") {
        change.value += " Batch \(batch) stays; to take it back: liaison batch undo \(batch)"
      }
      return change
    }
  }

  private static func withdrawal(of reference: String) -> String? {
    let kinds = [Complaint.type, Proof.type, Dispute.type]
    return kinds.first { reference.hasPrefix($0.command + "-") }.map {
      "liaison \($0.command) void \(reference) --reason TEXT"
    }
  }
}

/// `liaison mail replay MAIL`.
struct MailReplay: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Read a mail again by what is known today, and show what is found.",
    discussion: """
      Nothing is stored: it shows what was found when the mail came, and what would
      be found now.

        liaison mail replay message-7 --dry-run
      """
  )

  @Argument(help: "The mail's reference.")
  var reference: String

  @Flag(help: "Store nothing; this is so too without it.")
  var dryRun = false

  @OptionGroup var options: IntakeOptions

  func run() throws {
    let machine = Machine.current()
    let store = try options.storeOptions.open(machine)
    try store.readLatest { reader in
      let mail = try MailMessage.find(reference, in: reader)
      let settings = try options.settings(reader, machine)
      let now = try MailReplaying(mail, settings, reader, at: machine.instant).steps
      let then = mail.steps?.split(separator: "\n").map(String.init) ?? []
      for line in then where !now.contains(line) { try StandardOutput.line("then  \(line)") }
      for line in now {
        try StandardOutput.line("\(then.contains(line) ? "same" : "now ")  \(line)")
      }
    }
  }
}
