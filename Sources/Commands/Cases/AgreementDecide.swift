public import ArgumentParser
public import Model
import Storage

/// `liaison agreement decide REFERENCE DECISION`.
struct AgreementDecide: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide",
    abstract: "Record what was decided about the end or renewal of an agreement.",
    discussion: """
        liaison agreement decide SC-1 renew --by "A. Muster" --term-end 2026-12-31
        liaison agreement decide SC-1 end --reason "Too dear."
      """
  )

  @Argument(help: "The agreement's reference.")
  var reference: String

  @Argument(help: "continue, renew, amend, renegotiate, end, exit or changeAgreement.")
  var decision: Decision.Kind

  @Option(help: "Who decided.")
  var by: String?

  @Option(help: "The day (default: today).")
  var on: DayArgument?

  @Option(help: "The last day of the term that it decides about.")
  var termEnd: DayArgument?

  @Option(help: "Why.")
  var reason: String?

  @OptionGroup var storeOptions: StoreOptions

  func run() throws {
    try storeOptions.change("agreement decide") { store, write, today in
      let day = on?.day ?? today
      var record = NewRecord(Decision.type, reference: nil, effectiveOn: day)
      record.set("kind", .text(decision.rawValue))
      record.set("agreement", .reference(reference))
      record.set("decidedOn", .day(day))
      record.set("decidedBy", by.map(FieldValue.text))
      record.set("termEnd", termEnd.map { .day($0.day) })
      record.set("reason", reason.map(FieldValue.text))
      let name = try store.addRecord(record, today: today, write)
      return "Decided about agreement \(reference): \(decision.rawValue) (\(name))."
    }
  }
}

extension Decision.Kind: ExpressibleByArgument {}
