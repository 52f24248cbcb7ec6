public import ArgumentParser
public import Model
import Storage

/// The verbs of obligations.
enum ObligationVerbs {
  static let all: [any ParsableCommand.Type] = [
    ObligationReceive.self, ObligationAccept.self, ObligationReject.self, ObligationWaive.self,
  ]
}

/// `liaison obligation receive REFERENCE`.
struct ObligationReceive: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "receive",
    abstract: "Record that a proof for a due day of an obligation arrived.",
    discussion: """
        liaison obligation receive obligation-1 --due 2026-05-31 \\
          --kind serviceReport --title "Report for May"
      """
  )

  @Argument(help: "The obligation's reference.")
  var reference: String

  @Option(help: "The due day that it is for.")
  var due: DayArgument

  @Option(help: "What sort of proof; see `liaison proof add --help`.")
  var kind: Proof.Kind

  @Option(help: "What it is.")
  var title: String

  @Option(help: "The day on which it arrived (default: today).")
  var on: DayArgument?

  @OptionGroup var storeOptions: StoreOptions

  func run() throws {
    try storeOptions.change("obligation receive") { store, write, today in
      let day = on?.day ?? today
      var proof = NewRecord(Proof.type, reference: nil, effectiveOn: day)
      proof.set("obligation", .reference(reference))
      proof.set("dueOn", .day(due.day))
      proof.set("kind", .text(kind.rawValue))
      proof.set("title", .text(title))
      proof.set("receivedOn", .day(day))
      let name = try store.addRecord(proof, today: today, write)
      return "Added proof \(name). Next: liaison obligation accept \(name)"
    }
  }
}

/// `liaison obligation accept PROOF`.
struct ObligationAccept: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept",
    abstract: "Accept a proof that arrived; the obligation is met for its due day.",
    discussion: "  liaison obligation accept proof-1 --by \"A. Muster\""
  )

  @OptionGroup var decision: ProofDecisionOptions

  func run() throws { try decision.run("accept", isAccepted: true) }
}

/// `liaison obligation reject PROOF`.
struct ObligationReject: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reject",
    abstract: "Reject a proof that arrived; a better one is owed.",
    discussion: """
        liaison obligation reject proof-1 --by "A. Muster" \\
          --reason "Covers April only." --resubmit 2026-06-15
      """
  )

  @Option(help: "Why.")
  var reason: String

  @Option(help: "The day by which a better one is asked for.")
  var resubmit: DayArgument?

  @OptionGroup var decision: ProofDecisionOptions

  func run() throws {
    try decision.run("reject", isAccepted: false) { record in
      record.set("reason", .text(reason))
      if let resubmit { record.set("resubmitBy", .day(resubmit.day)) }
    }
  }
}

/// What the decision about a proof takes, and how it is written.
struct ProofDecisionOptions: ParsableArguments {
  @Argument(help: "The proof's reference.")
  var proof: String

  @Option(help: "Who decides.")
  var by: String

  @Option(help: "The day (default: today).")
  var on: DayArgument?

  @OptionGroup var storeOptions: StoreOptions

  /// Writes the decision; a proof that was accepted is not decided about again.
  func run(
    _ verb: String,
    isAccepted: Bool,
    _ set: (inout NewRecord) -> Void = { _ in }
  ) throws {
    try storeOptions.change("obligation \(verb)") { store, write, today in
      let day = on?.day ?? today
      try refuseIfAccepted(store)
      var record = NewRecord(ProofDecision.type, reference: nil, effectiveOn: day)
      record.set("proof", .reference(proof))
      record.set("isAccepted", .integer(isAccepted ? 1 : 0))
      record.set("decidedOn", .day(day))
      record.set("decidedBy", .text(by))
      set(&record)
      try store.addRecord(record, today: today, write)
      return "Proof \(proof) is \(isAccepted ? "accepted" : "rejected")."
    }
  }

  private func refuseIfAccepted(_ store: Store) throws {
    let (proof, decisions) = try store.readLatest { reader in
      (try Proof.find(self.proof, in: reader), try reader.records(ProofDecision.self))
    }
    guard let accepted = decisions.first(where: { $0.proof == proof.id && $0.isAccepted })
    else { return }
    throw CommandError(
      message: "Proof \(proof.reference) was accepted on \(accepted.decidedOn); it stays as it "
        + "is. If that was wrong, withdraw it: liaison proof-decision void "
        + "\(accepted.reference) --reason TEXT.",
      code: 64
    )
  }
}

/// `liaison obligation waive REFERENCE`.
struct ObligationWaive: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "waive",
    abstract: "Say that what is due on a day is not owed.",
    discussion: """
        liaison obligation waive obligation-1 --due 2026-05-31 --by "A. Muster" \\
          --reason "Nothing was delivered in May."
      """
  )

  @Argument(help: "The obligation's reference.")
  var reference: String

  @Option(help: "The due day.")
  var due: DayArgument

  @Option(help: "Who decides.")
  var by: String

  @Option(help: "Why.")
  var reason: String

  @OptionGroup var storeOptions: StoreOptions

  func run() throws {
    try storeOptions.change("obligation waive") { store, write, today in
      var record = NewRecord(ObligationInstance.type, reference: nil, effectiveOn: today)
      record.set("obligation", .reference(reference))
      record.set("dueOn", .day(due.day))
      record.set("state", .text("waived"))
      record.set("decidedBy", .text(by))
      record.set("reason", .text(reason))
      try store.addRecord(record, today: today, write)
      return "What obligation \(reference) asks for on \(due.day) is not owed."
    }
  }
}

extension Proof.Kind: ExpressibleByArgument {}
