public import ArgumentParser
import Intake
import Mail
public import Model
import Storage

/// `liaison mail accept MAIL --as KIND`.
struct MailAccept: ParsableCommand {
  /// What a mail is made.
  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case complaint, reply, evidence, dispute, notice, review, `import`
  }

  static let configuration = CommandConfiguration(
    commandName: "accept",
    abstract: "Make something of a mail that waits.",
    discussion: """
      A complaint is received when its mail was, and the complainant gets a receipt.
      A notice ends an agreement as of the day on which the mail came.
      An import takes the CSV and XML files of the mail, also from gzip and zip
      files, as `liaison import` does; with a fault in them nothing is stored.

        liaison mail accept message-7 --as complaint --severity major --owner anna
        liaison mail accept message-8 --as reply --to complaint-1
        liaison mail accept message-9 --as evidence --obligation obligation-2 \\
          --due 2026-06-30 --kind serviceReport
        liaison mail accept message-10 --as dispute --agreement C-1
        liaison mail accept message-11 --as notice --agreement C-1
        liaison mail accept message-12 --as review --to review-3
        liaison mail accept message-13 --as import --dry-run
      """
  )

  @Argument(help: "The mail's reference.")
  var reference: String

  @Option(name: .customLong("as"), help: "What it is.")
  var kind: Kind

  @Option(help: "With reply and review: to which complaint or review it belongs.")
  var to: String?

  @Option(help: "With dispute and notice: the agreement.")
  var agreement: String?

  @OptionGroup(title: "With complaint") var complaint: ComplaintOptions
  @OptionGroup(title: "With evidence") var evidence: EvidenceOptions
  @OptionGroup(title: "With import") var registers: MailRegisterOptions
  @OptionGroup var triage: TriageOptions

  func validate() throws {
    if kind != .import { try registers.requireNone() }
    switch kind {
    case .complaint, .reply, .import: break
    case .evidence: try evidence.check()
    case .dispute, .notice:
      if agreement == nil { throw ValidationError("Say which agreement: --agreement REFERENCE.") }
    case .review: if to == nil { throw ValidationError("Say which review: --to REFERENCE.") }
    }
  }

  func run() throws {
    guard kind != .import else {
      return try MailAcceptImport(reference, registers, triage).run()
    }
    if kind == .notice { try giveNotice() }
    try triage.run("mail accept", reference) { mail, reader, machine in
      switch kind {
      case .complaint:
        return try mail.acceptComplaint(
          complaint.facts,
          try triage.mailbox.identity(reader, machine),
          reader
        )
      case .reply: return try mail.acceptReply(to: to, reader)
      case .evidence: return try mail.acceptProof(try evidence.facts(), reader)
      case .dispute: return try mail.acceptDispute(about: agreement ?? "", subject: nil, reader)
      case .notice: return try mail.accept(as: "Notice of \(agreement ?? "").", reader)
      case .review: return try mail.acceptMinutes(of: to ?? "", reader)
      // An import writes its own transaction, above.
      case .import: return DecidedChange("", records: [])
      }
    }
  }

  /// Notes at the agreement that they gave notice on the day on which the mail came.
  private func giveNotice() throws {
    let machine = Machine.current()
    let store = try triage.storeOptions.open(machine)
    let mail = try MailMessage.find(reference, in: store)
    guard mail.state == .waiting else { return }
    try store.giveNotice(
      agreement ?? "",
      on: try store.zone().day(at: mail.receivedAt),
      by: .them,
      triage.storeOptions.write(machine, "mail accept")
    )
  }
}

/// What only a person can say of a complaint.
struct ComplaintOptions: ParsableArguments {
  @Option(help: "The party (default: the sender's).")
  var party: String?

  @Option(help: "critical, major or minor.")
  var severity: Complaint.Severity?

  @Option(help: "Who of us handles it.")
  var owner: String?

  @Option(help: "The service that it is about.")
  var service: String?

  @Option(help: "What is wrong (default: what the mail says).")
  var description: String?

  @Flag(name: .customLong("no-receipt"), help: "Send no receipt.")
  var noReceipt = false

  var facts: MailTriage.ComplaintFacts {
    var facts = MailTriage.ComplaintFacts()
    facts.party = party
    facts.severity = severity
    facts.owner = owner
    facts.service = service
    facts.description = description
    facts.sendsReceipt = !noReceipt
    return facts
  }
}

extension Complaint.Severity: ExpressibleByArgument {}

/// Which proof a file of a mail is.
struct EvidenceOptions: ParsableArguments {
  @Option(help: "The obligation.")
  var obligation: String?

  @Option(help: "The due day that it is for.")
  var due: DayArgument?

  @Option(name: .customLong("kind"), help: "What sort of proof; see `liaison proof add --help`.")
  var proof: Proof.Kind?

  @Option(help: "Which of the files, counted from one.")
  var file = 1

  func check() throws { _ = try facts() }

  func facts() throws -> MailTriage.ProofFacts {
    guard let obligation, let due, let proof else {
      throw ValidationError(
        "Say for what it is: --obligation REFERENCE --due YYYY-MM-DD --kind KIND."
      )
    }
    var facts = MailTriage.ProofFacts(obligation: obligation, dueOn: due.day, kind: proof)
    facts.file = file
    return facts
  }
}

/// What every decision about a mail takes, and how it is written.
struct TriageOptions: ParsableArguments {
  @Option(help: "Who decides (default: who is recorded in the journal).")
  var by: String?

  @OptionGroup var mailbox: MailboxOptions
  @OptionGroup var storeOptions: StoreOptions

  /// Decides about a mail in one change, and says what was done.
  func run(
    _ command: String,
    _ reference: String,
    _ decide: (MailTriage, Reader, Machine) throws -> DecidedChange<String>
  ) throws {
    try storeOptions.change(command) { store, write, today in
      let machine = Machine.current()
      let triage = triage(of: reference, machine)
      return try store.decide(on: today, write) { try decide(triage, $0, machine) }
    }
  }

  /// The triage of a mail by whoever decides.
  func triage(of reference: String, _ machine: Machine) -> MailTriage {
    let person = by ?? storeOptions.actor ?? machine.actor
    return MailTriage(reference, by: person, at: machine.instant)
  }
}
