import ArgumentParser
import Model
import Storage

/// The verbs of disputes, in the order of the ladder.
enum DisputeVerbs {
  static let all: [any ParsableCommand.Type] = [
    DisputeMove<Acknowledge>.self, DisputeNegotiate.self, DisputeMove<Mediate>.self,
    DisputeMove<File>.self, DisputeMove<Settle>.self, DisputeMove<Decide>.self,
    DisputeMove<Withdraw>.self, DisputeClose.self,
  ]

  enum Acknowledge: CaseVerb {
    static let word = "acknowledge"
    static let sentence = "Say that the other side has confirmed its receipt."
    static let state = DisputeState.acknowledged
  }

  enum Mediate: CaseVerb {
    static let word = "mediate"
    static let sentence = "Hand it to a mediator, from the highest level of the negotiation."
    static let state = DisputeState.mediation
  }

  enum File: CaseVerb {
    static let word = "file"
    static let sentence = "Bring it before a court or an arbitrator."
    static let state = DisputeState.formal
  }

  enum Settle: CaseVerb {
    static let word = "settle"
    static let sentence = "Say that the sides have agreed."
    static let state = DisputeState.settled
  }

  enum Decide: CaseVerb {
    static let word = "decide"
    static let sentence = "Say that a court or an arbitrator has decided."
    static let state = DisputeState.decided
  }

  enum Withdraw: CaseVerb {
    static let word = "withdraw"
    static let sentence = "Say that the side that raised it has taken it back."
    static let state = DisputeState.withdrawn
  }
}

/// `liaison dispute VERB REFERENCE` for the verbs that bring it into a state.
struct DisputeMove<Verb: CaseVerb>: ParsableCommand where Verb.State == DisputeState {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: Verb.word,
      abstract: Verb.sentence,
      discussion: """
        Refused, with what is possible, unless the state of the dispute leads there.

          liaison dispute \(Verb.word) dispute-1 --on 2026-05-04
        """
    )
  }

  @OptionGroup var step: DisputeStepOptions

  func run() throws { try step.run(Verb.word, to: DisputeStage(Verb.state)) }
}

/// `liaison dispute negotiate REFERENCE`.
struct DisputeNegotiate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "negotiate",
    abstract: "Begin the negotiation, or take it to the next level.",
    discussion: "  liaison dispute negotiate dispute-1 --level 2 --on 2026-05-04"
  )

  @Option(help: "The level: 1 operational contacts, 2 directors, 3 executives.")
  var level = 1

  @OptionGroup var step: DisputeStepOptions

  func validate() throws {
    guard (1...3).contains(level) else { throw ValidationError("A level is 1, 2 or 3.") }
  }

  func run() throws { try step.run("negotiate", to: DisputeStage(.negotiating, level: level)) }
}

/// `liaison dispute close REFERENCE`.
struct DisputeClose: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close",
    abstract: "Close a dispute with its outcome.",
    discussion: "  liaison dispute close dispute-1 --outcome \"Half the credit is paid.\""
  )

  @Option(help: "What came out.")
  var outcome: String

  @OptionGroup var step: DisputeStepOptions

  func run() throws {
    try step.run("close", to: DisputeStage(.closed)) { $0.set("outcome", .text(outcome)) }
  }
}

/// What every verb of disputes takes, and how its step is written.
struct DisputeStepOptions: ParsableArguments {
  @Argument(help: "The dispute's reference.")
  var reference: String

  @Option(help: "The day (default: today).")
  var on: DayArgument?

  @Option(help: "Who did it.")
  var by: String?

  @Option(help: "What was said.")
  var note: String?

  @OptionGroup var storeOptions: StoreOptions

  /// Writes the step, and what changes about the dispute, in one change.
  ///
  /// - Throws: ``CommandError`` with exit code 64 for a step that is not possible.
  func run(
    _ verb: String,
    to stage: DisputeStage,
    _ set: (inout NewRecord) -> Void = { _ in }
  ) throws {
    try storeOptions.change("dispute \(verb)") { store, write, today in
      let day = on?.day ?? today
      var dispute = NewRecord(Dispute.type, reference: reference, effectiveOn: day)
      set(&dispute)
      let step = step(stage, day)
      try CaseGuard.check(step, in: store)
      let records = dispute.values.isEmpty ? [step] : [dispute, step]
      try store.putRecords(records, today: today, write)
      return "Dispute \(reference) is \(stage.words)."
    }
  }

  private func step(_ stage: DisputeStage, _ day: CivilDay) -> NewRecord {
    var step = NewRecord(DisputeStep.type, reference: nil, effectiveOn: day)
    step.set("dispute", .reference(reference))
    step.set("kind", .text(stage.state.rawValue))
    step.set("happenedOn", .day(day))
    step.set("level", stage.level.map { .integer(Int64($0)) })
    step.set("by", by.map(FieldValue.text))
    step.set("note", note.map(FieldValue.text))
    return step
  }
}
