import ArgumentParser
import Importing
import Model
import Policies
import Rules
import Storage

/// What every command that changes a finding takes, and how the change is made.
struct FindingOptions: ParsableArguments {
  @Argument(help: "The key of the finding; `liaison finding list` shows it.")
  var key: String

  @Option(help: "What there is to say.")
  var note: String?

  @Option(help: "The day on which it happened (default: today).")
  var on: DayArgument?

  @OptionGroup var storeOptions: StoreOptions

  /// Moves the finding to a status, or leaves its status for nil, and sets further facts.
  ///
  /// - Throws: The `Problem` of a step that is not possible, with those that are.
  func run(
    _ verb: String,
    to status: FindingStatus?,
    doer: String? = nil,
    verifier: String? = nil,
    _ set: (inout NewRecord, Finding) -> Void = { _, _ in }
  ) throws {
    try storeOptions.change("finding \(verb)") { store, write, today in
      let day = on?.day ?? today
      let (finding, policy) = try read(store, day)
      var record = NewRecord(Finding.type, reference: key, effectiveOn: day)
      if let status {
        let step = FindingStep(
          from: finding.status,
          to: status,
          doer: doer ?? finding.doneBy,
          verifier: verifier
        )
        if let problem = step.problem(under: policy) { throw CommandError.wrongUse(problem) }
        record.set("status", .text(status.rawValue))
      }
      set(&record, finding)
      if let note { record.set("note", .text(note)) }
      return ChangeText.sentence(
        "finding \(key)",
        try store.changeRecord(record, today: today, write)
      )
    }
  }

  private func read(_ store: Store, _ day: CivilDay) throws -> (Finding, Policy) {
    try store.read(asOf: AsOf(day: day, knowledge: .now)) { reader in
      (try Finding.find(key, in: reader), try PolicyInForce(reader).policy)
    }
  }
}

extension CommandError {
  /// Something that cannot be done as things stand (64): the sentence of a problem and its remedy.
  static func wrongUse(_ problem: Problem) -> CommandError {
    CommandError(message: "\(problem.message) \(problem.remedy)", code: 64)
  }
}
