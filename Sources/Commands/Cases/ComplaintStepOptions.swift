import ArgumentParser
import Intake
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

  @Option(help: "What was said; with --mail, what is written.")
  var note: String?

  @Flag(help: "Write it to the complainant by mail; `liaison outbox send` sends it.")
  var mail = false

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "A fact of the complaint that holds from now; repeat it for more.",
      valueName: "field=value"
    )
  )
  var settings: [String] = []

  @OptionGroup var mailbox: MailboxOptions
  @OptionGroup var storeOptions: StoreOptions

  func validate() throws { _ = try RecordSettings.read(settings, of: Complaint.type) }

  /// Refuses a letter with a step of which the complainant is not told.
  func check(_ kind: ComplaintStep.Kind?) throws {
    guard mail, !(kind.map(ComplaintLetter.kinds.contains) ?? false) else { return }
    throw ValidationError("No letter goes with this step; use `liaison complaint update`.")
  }

  /// Writes the step into a state, and what changes about the complaint, in one change.
  ///
  /// - Throws: ``CommandError`` with exit code 64 for a step that is not possible.
  func run(
    _ verb: String,
    to state: ComplaintState,
    closing: Complaint.ClosureKind? = nil,
    _ set: (inout NewRecord) -> Void = { _ in }
  ) throws {
    let kind = ComplaintStep.Kind(rawValue: state.rawValue) ?? .entry
    try run(verb, kind, "is \(state.words)", closing: closing, set)
  }

  /// Writes a step, and what changes about the complaint, in one change.
  ///
  /// - Throws: ``CommandError`` with exit code 64 for a step that is not possible.
  func run(
    _ verb: String,
    _ kind: ComplaintStep.Kind,
    _ words: String,
    closing: Complaint.ClosureKind? = nil,
    _ set: (inout NewRecord) -> Void = { _ in }
  ) throws {
    try storeOptions.change("complaint \(verb)") { store, write, today in
      let instant = at?.instant ?? Machine.current().instant
      let day = try store.zone().day(at: instant)
      var complaint = NewRecord(Complaint.type, reference: reference, effectiveOn: day)
      complaint.values = try RecordSettings.read(settings, of: Complaint.type)
      set(&complaint)
      let step = step(kind, instant, day)
      try CaseGuard.check(step, closing: closing, in: store)
      let records = complaint.values.isEmpty ? [step] : [complaint, step]
      guard mail else {
        try store.putRecords(records, today: today, write)
        return "Complaint \(reference) \(words)."
      }
      try store.decide(on: today, write) { reader in
        try written(complaint, step, kind, reader)
      }
      return "Complaint \(reference) \(words). The letter waits in the outbox."
    }
  }

  /// The step with the letter that goes with it.
  private func written(
    _ change: NewRecord,
    _ step: NewRecord,
    _ kind: ComplaintStep.Kind,
    _ reader: Reader
  ) throws -> DecidedChange<Void> {
    let machine = Machine.current()
    guard let identity = try mailbox.identity(reader, machine) else { throw MailboxOptions.missing }
    let complaint = try Complaint.find(reference, in: reader).changed(by: change, reader)
    let people = try reader.organizationFile().people
    let letter = ComplaintLetter(
      kind,
      complaint,
      note: note,
      owner: people.first { $0.id == complaint.owner }?.name
    )
    do {
      let written = try letter.write(identity, reader, at: machine.instant)
      var step = step
      step.set("messageId", .text(written.messageID))
      let changes = change.values.isEmpty ? [] : [change]
      return DecidedChange(
        (),
        records: changes + [step, written.record],
        originals: [written.bytes]
      )
    } catch let refusal as ComplaintLetter.Refusal {
      throw CommandError(message: "Complaint \(reference): \(refusal.sentence)", code: 64)
    }
  }

  private func step(_ kind: ComplaintStep.Kind, _ instant: Instant, _ day: CivilDay) -> NewRecord {
    var step = NewRecord(ComplaintStep.type, reference: nil, effectiveOn: day)
    step.set("complaint", .reference(reference))
    step.set("kind", .text(kind.rawValue))
    step.set("at", .instant(instant))
    step.set("by", by.map(FieldValue.text))
    step.set("note", note.map(FieldValue.text))
    return step
  }
}

extension Complaint {
  /// The complaint with what a change says of what letters name.
  fileprivate func changed(by change: NewRecord, _ reader: Reader) throws -> Complaint {
    func text(_ name: String, _ before: String?) -> String? {
      guard let value = change.values[name] else { return before }
      if case .text(let text)? = value { return text }
      return nil
    }
    var complaint = self
    complaint.address = text("address", address)
    complaint.complainant = text("complainant", complainant)
    complaint.findings = text("findings", findings)
    complaint.remedy = text("remedy", remedy)
    complaint.decision = text("decision", decision?.rawValue).flatMap { .init(rawValue: $0) }
    if case .reference(let person)?? = change.values["owner"] {
      complaint.owner = try reader.organizationFile().people.first { $0.reference == person }?.id
    }
    return complaint
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
