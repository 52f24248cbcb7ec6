import GRDB
import Importing
import Model

/// Brings records of kinds into the store at the end of an import: first what they are known by,
/// so that they may refer to each other in any order, then what holds of them.
///
/// Everything is judged before anything is written, because nothing that was written is taken away.
final class RecordIntake {
  let session: WriteSession
  let request: ImportRequest
  let staging: RecordStaging
  let references: RecordReferences
  let plan: (PlanItem) -> Void
  private var writers: [String: RecordWriter] = [:]
  private var entries: [String: EntryWriter] = [:]
  /// What became of the records, by the name of many.
  var outcome: [String: ImportCounts] = [:]

  init(
    _ session: WriteSession,
    request: ImportRequest,
    schemeId: Int64,
    plan: @escaping (PlanItem) -> Void
  ) throws {
    self.session = session
    self.request = request
    self.plan = plan
    staging = try RecordStaging(session.database)
    references = try RecordReferences(session, schemeId: schemeId)
  }

  /// Keeps a record aside.
  ///
  /// - Returns: What is wrong with it, whatever the store has; empty if it is kept.
  func take(_ draft: RecordDraft, sourceId: Int64) throws -> [Problem] {
    guard let type = Self.type(draft.kind) else { return [unknownKind(draft)] }
    let reading = RecordReading(draft, type)
    let problems = reading.problems
    var draft = draft
    draft.reference = reading.name
    try staging.keep(draft, sourceId: sourceId, isRejected: !problems.isEmpty)
    if !problems.isEmpty { outcome[type.plural, default: ImportCounts()].rejected += 1 }
    return problems
  }

  private func unknownKind(_ draft: RecordDraft) -> Problem {
    Problem(
      "record.kindUnknown",
      place: draft.place,
      value: draft.kind,
      message: "There is no kind of record named \u{201C}\(draft.kind)\u{201D}.",
      remedy: "Correct the name of the kind."
    )
  }

  /// Judges and writes all records.
  ///
  /// `report` takes an error with its source for each record that is rejected after all.
  func finish(report: (Problem, _ sourceId: Int64) throws -> Void) throws {
    guard !staging.isEmpty else { return }
    try staging.forEachKept { try identify($0, report) }
    try staging.forEachKept { staged in
      guard let reading = reading(staged) else { return }
      try refuse(staged, try judge(staged, reading), report)
    }
    try refuseSteps(report)
    try refuseDependents(report)
    try staging.forEachKept(makeIfNew)
    references.areMade = true
    try staging.forEachKept(write)
    try staging.drop()
  }

  // MARK: Judging

  /// The kind of that name, or nil.
  static func type(_ kind: String) -> RecordType? {
    RecordType.kept(kind) ?? EntryType.named(kind)?.type
  }

  /// The record as its kind reads it.
  func reading(_ staged: RecordStaging.Staged) -> RecordReading? {
    Self.type(staged.draft.kind).map { RecordReading(staged.draft, $0) }
  }

  private func identify(
    _ staged: RecordStaging.Staged,
    _ report: (Problem, Int64) throws -> Void
  ) throws {
    let draft = staged.draft
    guard !draft.reference.isEmpty else { return }
    if let first = try staging.first(draft.kind, draft.reference), first.number < staged.number {
      return try refuse(staged, [repeated(draft)], report)
    }
    guard let writer = writer(draft.kind) else { return }
    if let id = try writer.find(draft.reference) {
      return try staging.setTarget(staged.number, id)
    }
    if try session.isWithdrawn(writer.type.table, draft.reference) {
      try refuse(staged, [withdrawn(draft)], report)
    }
  }

  /// What keeps a record from being written, as far as the store and the import tell.
  private func judge(_ staged: RecordStaging.Staged, _ reading: RecordReading) throws -> [Problem] {
    var record = reading.record
    let (problems, links) = try link(staged, reading)
    guard problems.isEmpty else { return problems }
    // The reference stands for the id of a record that is still to be written.
    for name in links {
      guard case .reference(let reference)?? = record.values[name] else { continue }
      record.values[name] = .some(.text(reference))
    }
    do {
      try plan(record, staged, links)
      return []
    } catch {
      let problems = reading.locate(error)
      guard !problems.isEmpty else { throw error }
      return problems
    }
  }

  /// Looks for what a record refers to.
  ///
  /// - Returns: What refers to nothing, and the facts that refer to new records of this import.
  private func link(
    _ staged: RecordStaging.Staged,
    _ reading: RecordReading
  ) throws -> (problems: [Problem], links: [String]) {
    var problems: [Problem] = []
    var links: [String] = []
    for field in reading.record.type.fields {
      guard case .reference(let table) = field.type,
        case .reference(let reference)?? = reading.record.values[field.name],
        try references.find(table, reference) == nil
      else { continue }
      if let other = try staging.first(table, reference) {
        try staging.link(staged.number, field.name, to: other.number)
        links.append(field.name)
      } else {
        problems.append(unknown(table, reference, reading.place(of: field.name), field.name))
      }
    }
    return (problems, links)
  }

  /// Finds out whether a record could be written.
  private func plan(
    _ record: NewRecord,
    _ staged: RecordStaging.Staged,
    _ links: [String]
  ) throws {
    var record = record
    if let entry = entry(staged.draft.kind) {
      let isKnown = !links.contains { entry.entry.keys.contains($0) }
      let known = isKnown ? try entry.find(record) : nil
      record.effectiveOn = day(record, known?.effectiveOn)
      _ = try entry.plan(record, over: known)
    } else if let writer = writer(staged.draft.kind) {
      let known = try staged.target.flatMap { try writer.latest($0) }
      record.effectiveOn = day(record, known?.effectiveOn)
      _ = try writer.plan(record, over: known)
    }
  }

  /// Refuses steps of cases that the steps before them do not lead to.
  private func refuseSteps(_ report: (Problem, Int64) throws -> Void) throws {
    let orders = CaseKind.allCases.map { StepOrder(session.database, $0) }
    try staging.forEachKept { staged in
      for order in orders { order.take(staged) }
    }
    for order in orders {
      for (number, sentence) in try order.refusals() {
        guard let staged = try staging.staged(number) else { continue }
        try refuse(staged, [outOfOrder(staged.draft, sentence)], report)
      }
    }
  }

  private func refuseDependents(_ report: (Problem, Int64) throws -> Void) throws {
    var rejected = try staging.rejectedTargets()
    while let other = rejected.popLast() {
      guard let target = try staging.staged(other) else { continue }
      for (number, field) in try staging.dependents(of: other) {
        guard let staged = try staging.staged(number), let reading = reading(staged) else {
          continue
        }
        let place = reading.place(of: field)
        try refuse(staged, [dependent(target.draft, place, field)], report)
        rejected.append(number)
      }
    }
  }

  private func refuse(
    _ staged: RecordStaging.Staged,
    _ problems: [Problem],
    _ report: (Problem, Int64) throws -> Void
  ) throws {
    guard !problems.isEmpty, let type = Self.type(staged.draft.kind) else { return }
    try staging.reject(staged.number)
    outcome[type.plural, default: ImportCounts()].rejected += 1
    for problem in problems { try report(problem, staged.sourceId) }
  }

  // MARK: Kinds

  func entry(_ kind: String) -> EntryWriter? {
    if let entry = entries[kind] { return entry }
    guard let type = EntryType.named(kind) else { return nil }
    let entry = EntryWriter(session, type, resolve: references.find)
    entries[kind] = entry
    return entry
  }

  func writer(_ kind: String) -> RecordWriter? {
    if let writer = writers[kind] { return writer }
    guard let type = RecordType.kept(kind) else { return nil }
    let writer = RecordWriter(session, type, resolve: references.find)
    writers[kind] = writer
    return writer
  }
}
