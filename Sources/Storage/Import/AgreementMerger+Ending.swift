import GRDB
import Importing
import Model

extension AgreementMerger {
  /// Lets an agreement end on a day, or on the day before the import takes effect, unless it has
  /// ended; an end that a person set is kept, and another one is a conflict.
  func end(_ agreement: Int64, on day: CivilDay?, _ source: FactSource) throws {
    let revisions = try reader.revisions(of: agreement)
    guard let row = revisions.last else { return }
    let old = row[.endedOn]
    let last = (day ?? effect.adding(days: -1)).description
    let isOther = day == nil ? old == .null : old != .text(last)
    guard isOther, request.allows(.text(last), for: .endedOn, over: old) else {
      outcome.agreements.unchanged += 1
      return
    }
    let state = MergeState(agreement: agreement, stored: revisions, names: [:], highestVersion: 0)
    let change = PlanItem.Change(field: "endedOn", before: old.text, after: last)
    if let kept = state.personalValue(.endedOn) {
      return try keep(old, kept.base, change, agreement, source)
    }
    try setEnd(.text(last), row, revisions, source)
    outcome.agreements.changed += 1
    _ = changed.insert(agreement)
    plan(try item(.ended, agreement, change, source))
  }

  /// Keeps the end that a person set.
  private func keep(
    _ old: StoredValue,
    _ base: StoredValue,
    _ change: PlanItem.Change,
    _ agreement: Int64,
    _ source: FactSource
  ) throws {
    guard base.text != change.after else {
      outcome.agreements.unchanged += 1
      return
    }
    try insertConflict(agreement, change.field, kept: old, offered: StoredValue(change.after))
    outcome.agreements.conflicting += 1
    plan(try item(.conflicting, agreement, change, source))
  }

  /// Takes back the end of an agreement that this source had ended by leaving it out or deleting
  /// it, unless somebody has set the end since.
  ///
  /// - Returns: Whether it had.
  func resume(_ agreement: Int64, _ source: FactSource) throws -> Bool {
    let revisions = try reader.revisions(of: agreement)
    guard let found = Self.sourcedEnd(in: revisions), try isOurs(found.source) else {
      return false
    }
    try setEnd(.null, found.last, revisions, source)
    outcome.agreements.changed += 1
    _ = changed.insert(agreement)
    let change = PlanItem.Change(field: "endedOn", before: found.ended, after: nil)
    plan(try item(.changed, agreement, change, source))
    return true
  }

  /// The last revision, the end in it and the source, if a source set the end and nothing else.
  static func sourcedEnd(
    in revisions: [RevisionRow]
  ) -> (last: RevisionRow, ended: String, source: Int64)? {
    guard let row = revisions.last, let ended = row[.endedOn].text,
      let setting = revisions.filter({ $0.sets(.endedOn) }).max(by: { $0.id < $1.id }),
      setting.changed == "endedOn", setting.digest == nil, let source = setting.source.sourceId
    else { return nil }
    return (row, ended, source)
  }

  private func isOurs(_ source: Int64) throws -> Bool {
    try Int64.fetchOne(
      session.database,
      sql: """
        SELECT 1 FROM batchSource s JOIN batch b ON b.id = s.batchId
        WHERE s.id = ? AND b.schemeId = ?
        """,
      arguments: [source, schemeId]
    ) != nil
  }

  /// Writes a revision in which nothing but the end is different.
  func setEnd(
    _ end: StoredValue,
    _ last: RevisionRow,
    _ revisions: [RevisionRow],
    _ source: FactSource
  ) throws {
    var row = last
    row.id = (revisions.map(\.id).max() ?? row.id) + 1
    row[.endedOn] = end
    row.changed = "endedOn"
    row.source = source
    row.digest = nil
    row.effectiveOn = max(row.effectiveOn, effect.description)
    try writer.insertRevision(row)
  }

  private func item(
    _ action: PlanItem.Action,
    _ agreement: Int64,
    _ change: PlanItem.Change,
    _ source: FactSource
  ) throws -> PlanItem {
    PlanItem(
      action: action,
      kind: "agreement",
      reference: try referenceOf(agreement),
      changes: [change],
      place: source.place
    )
  }
}
