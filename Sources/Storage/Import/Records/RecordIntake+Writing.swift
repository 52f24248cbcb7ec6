import Importing
import Model

extension RecordIntake {
  /// Makes what a new record is known by.
  func makeIfNew(_ staged: RecordStaging.Staged) throws {
    guard staged.target == nil, let writer = writer(staged.draft.kind) else { return }
    guard staged.draft.reference.isEmpty else {
      _ = try writer.make(staged.draft.reference)
      return
    }
    let reference = try writer.nextReference()
    _ = try writer.make(reference)
    try staging.setReference(staged.number, reference)
  }

  /// Writes what holds of a record.
  func write(_ staged: RecordStaging.Staged) throws {
    if let entry = entry(staged.draft.kind) { return try write(staged, entry) }
    guard let writer = writer(staged.draft.kind), var record = reading(staged)?.record,
      let id = try staged.target ?? writer.named(staged.draft.reference)
    else { return }
    let isNew = staged.target == nil
    if !isNew {
      record.effectiveOn = day(record, try writer.latest(id)?.effectiveOn)
      for (name, value) in record.values where try writer.isSettled(id, name, value) {
        record.values.removeValue(forKey: name)
      }
    }
    let place = FactSource(sourceId: staged.sourceId, place: staged.draft.place)
    let changes = try writer.revise(
      id,
      record,
      isNew: isNew,
      today: request.effectiveOn ?? request.importDay,
      source: [place.sourceId, place.line, place.record]
    )
    count(staged.draft, writer.type, changes, isNew: isNew)
  }

  private func write(_ staged: RecordStaging.Staged, _ entry: EntryWriter) throws {
    guard var record = reading(staged)?.record else { return }
    let known = try entry.find(record)
    record.effectiveOn = day(record, known?.effectiveOn)
    if let known {
      for name in record.values.keys where try entry.isSettled(record, known, name) {
        record.values.removeValue(forKey: name)
      }
    }
    let place = FactSource(sourceId: staged.sourceId, place: staged.draft.place)
    let (_, changes) = try entry.write(
      record,
      over: known,
      today: firstDay(record),
      source: [place.sourceId, place.line, place.record],
      reason: "An import changed it."
    )
    count(staged.draft, entry.entry.type, changes, isNew: known == nil)
  }

  /// The day from which a new row holds that states none: its own first day, but not after the
  /// import.
  private func firstDay(_ record: NewRecord) -> CivilDay {
    let effect = request.effectiveOn ?? request.importDay
    for name in ["validFrom", "startsOn"] {
      if case .day(let day)?? = record.values[name] { return min(day, effect) }
    }
    return effect
  }

  /// The day from which values hold: what the record says, else what the import says if that is
  /// not before the latest values, else nil for theirs.
  func day(_ record: NewRecord, _ latest: String?) -> CivilDay? {
    if let day = record.effectiveOn { return day }
    guard let day = request.effectiveOn, day.description >= latest ?? "" else { return nil }
    return day
  }

  private func count(
    _ draft: RecordDraft,
    _ type: RecordType,
    _ changes: [PlanItem.Change],
    isNew: Bool
  ) {
    var counts = outcome[type.plural] ?? ImportCounts()
    defer { outcome[type.plural] = counts }
    guard isNew || !changes.isEmpty else {
      counts.unchanged += 1
      return
    }
    if isNew { counts.new += 1 } else { counts.changed += 1 }
    plan(
      PlanItem(
        action: isNew ? .new : .changed,
        kind: type.words,
        reference: draft.reference,
        changes: isNew ? [] : changes,
        place: draft.place
      )
    )
  }
}
