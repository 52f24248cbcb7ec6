public import ArgumentParser
public import Model
import Reporting
import Storage

/// `liaison mail queue`: what waits for a person, the oldest first.
struct MailQueue: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "queue",
    abstract: "Show the mails that wait for a person, the oldest first.",
    discussion: """
      Each has what may be made of it, and by when somebody is to decide by the
      policy (intake.triage); what it is, a person decides. Mails that could not be
      read are there too. For files that may be registers the command is named.

        liaison mail queue
        liaison mail queue --proposal complaint --format json
      """
  )

  @Option(help: "Only mails with this proposal.")
  var proposal: MailMessage.Proposal?

  @OptionGroup var readingOptions: ReadingOptions

  func run() throws {
    try readingOptions.read { reader, machine in
      let states: [MailMessage.State] = [.arrived, .waiting, .quarantined]
      let mails = try states.flatMap {
        try reader.records(MailMessage.self, having: "state", $0.rawValue)
      }
      let wanted = mails.filter { proposal == nil || $0.proposal == proposal }
        .sorted { ($0.receivedAt, $0.id) < ($1.receivedAt, $1.id) }
      let judged = try readingOptions.judged(reader, machine)
      try MailTable(reader, judged).listing("Mails that wait", wanted)
        .show(readingOptions.formatOptions, machine)
      if readingOptions.formatOptions.format == .table, !readingOptions.storeOptions.quiet {
        pointOutRegisters(wanted)
      }
    }
  }

  /// Names the command for mails that may bring registers.
  private func pointOutRegisters(_ mails: [MailMessage]) {
    let mails = mails.filter { $0.proposal == .import && $0.state == .waiting }
    guard let first = mails.first else { return }
    let bring = mails.count == 1 ? "brings" : "bring"
    standardError(
      "\(RemindJob.count(mails.count, "mail")) perhaps \(bring) a register. What it would change: "
        + MailAcceptImport.command(first.reference) + " --dry-run"
    )
  }
}

extension MailMessage.Proposal: ExpressibleByArgument {}
