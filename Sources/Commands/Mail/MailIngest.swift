import ArgumentParser
import Importing
import Intake
import Model
import Reporting
import Storage

/// `liaison mail ingest PATH…`: takes mails from files, folders and standard input.
struct MailIngest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingest",
    abstract: "Take mails from files, an mbox, a Maildir or standard input.",
    discussion: """
      A path is a mail, an mbox, a Maildir or a folder of .eml files; - is standard
      input, for a mail server that delivers through a pipe. What was taken before
      is known by its content and taken once. With - the program ends with 0 only
      when the mail is on disk, and with 75 for every fault that may pass.

        liaison mail ingest ~/Maildir
        liaison mail ingest archive.mbox complaint.eml --format json
        liaison mail ingest -
      """
  )

  @Argument(help: "Mails, mboxes, Maildirs, folders; - for standard input.")
  var paths: [String]

  @Option(help: "Show each mail, as json, ndjson, csv or table (default: only how many).")
  var format: OutputFormat?

  @OptionGroup var options: IntakeOptions

  func validate() throws {
    if paths.contains(StandardInputSource.name), paths.count > 1 {
      throw ValidationError("- stands alone: it is one mail on standard input.")
    }
  }

  func run() throws {
    guard paths == [StandardInputSource.name] else { return try take() }
    do {
      try take()
    } catch let problem as Problem where problem.code == "mail.size" {
      throw problem
    } catch {
      // Whatever it is, the mail server keeps the mail and tries again.
      let failure = Failure(error)
      if let message = failure.message { standardError(message) }
      throw ExitCode(75)
    }
  }

  private func take() throws {
    let machine = Machine.current()
    let store = try options.storeOptions.open(machine)
    let intake = try options.intake(store, machine, "mail ingest")
    try intake.understand()
    var taking = MailTaking(intake, store, isQuiet: options.storeOptions.quiet)
    for path in paths {
      if path == StandardInputSource.name {
        try taking.takeStandardInput(machine)
      } else {
        try taking.take(path: path)
      }
    }
    try MailTold(taking.kept).tell(store, format, isQuiet: options.storeOptions.quiet)
  }
}
