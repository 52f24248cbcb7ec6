import ArgumentParser
import Model
import Storage

/// What every verb of complaints takes, and how its step is written.
struct ComplaintStepOptions: ParsableArguments {
  @Argument(help: "The complaint's reference.")
  var reference: String

  @Option(help: "When, as YYYY-MM-DDTHH:MM:SSZ (default: now).")
  var at: InstantArgument?

  @Option(help: "Who did it.")
  var by: String?

  @Option(help: "What was said.")
  var note: String?

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "A fact of the complaint that holds from now; repeat it for more.",
      valueName: "field=value"
    )
  )
  var settings: [String] = []

  @OptionGroup var storeOptions: StoreOptions

  func validate() throws { _ = try RecordSettings.read(settings, of: Complaint.type) }

  /// Writes the step, and what changes about the complaint, in one change.
  ///
  /// - Throws: ``CommandError`` with exit code 64 for a step that is not possible.
  func run(
    _ verb: String,
    to state: ComplaintState,
    closing: Complaint.ClosureKind? = nil,
    _ set: (inout NewRecord) -> Void = { _ in }
  ) throws {
    try storeOptions.change("complaint \(verb)") { store, write, today in
      let instant = at?.instant ?? Machine.current().instant
      let day = try store.zone().day(at: instant)
      var complaint = NewRecord(Complaint.type, reference: reference, effectiveOn: day)
      complaint.values = try RecordSettings.read(settings, of: Complaint.type)
      set(&complaint)
      let step = step(state, instant, day)
      try CaseGuard.check(step, closing: closing, in: store)
      let records = complaint.values.isEmpty ? [step] : [complaint, step]
      try store.putRecords(records, today: today, write)
      return "Complaint \(reference) is \(state.words)."
    }
  }

  private func step(_ state: ComplaintState, _ instant: Instant, _ day: CivilDay) -> NewRecord {
    var step = NewRecord(ComplaintStep.type, reference: nil, effectiveOn: day)
    step.set("complaint", .reference(reference))
    step.set("kind", .text(state.rawValue))
    step.set("at", .instant(instant))
    step.set("by", by.map(FieldValue.text))
    step.set("note", note.map(FieldValue.text))
    return step
  }
}

/// A moment on the command line, `YYYY-MM-DDTHH:MM:SSZ`.
struct InstantArgument: ExpressibleByArgument {
  let instant: Instant

  init?(argument: String) {
    guard let instant = Instant(argument) else { return nil }
    self.instant = instant
  }
}
