import GRDB
import Importing
import Model

/// Finds the agreements that a complete source listed before and lists no longer.
struct Vanishing {
  let merger: AgreementMerger

  /// Compares what the source has ever listed with what this import met.
  func finish() throws {
    let session = merger.session
    let rows = try RawStatement(
      session.database,
      """
      SELECT a.id, a.reference,
        (SELECT p.isPresent FROM sourcePresence p
         WHERE p.schemeId = ?1 AND p.agreementId = a.id
         ORDER BY p.recordingId DESC LIMIT 1)
      FROM agreement a
      WHERE a.isVoided = 0 AND a.recordingId < ?2
        AND (a.schemeId = ?1 OR EXISTS (
          SELECT 1 FROM agreementIdentifier i
          WHERE i.schemeId = ?1 AND i.agreementId = a.id AND i.isKey = 1))
      ORDER BY a.reference
      """
    )
    rows.bind(1, merger.schemeId)
    rows.bind(2, session.recordingId)
    while try rows.step() {
      let agreement = rows.integer(0)
      let wasPresent = rows.optionalInteger(2) != 0
      if merger.met.contains(agreement) {
        if !wasPresent { try note(agreement, isPresent: true) }
      } else if wasPresent {
        try vanish(agreement, rows.text(1))
      }
    }
  }

  private func vanish(_ agreement: Int64, _ reference: String) throws {
    merger.outcome.agreements.vanished += 1
    var changes: [PlanItem.Change] = []
    if merger.request.vanished != .keep { try note(agreement, isPresent: false) }
    if merger.request.vanished == .end, let change = try end(agreement) { changes = [change] }
    merger.plan(
      PlanItem(
        action: .vanished,
        kind: "agreement",
        reference: reference,
        changes: changes,
        place: nil
      )
    )
  }

  private func note(_ agreement: Int64, isPresent: Bool) throws {
    try merger.session.insert(
      "sourcePresence",
      [
        .integer(merger.schemeId), .integer(agreement), .integer(isPresent ? 1 : 0),
        .text(merger.request.vanished.rawValue),
      ]
    )
  }

  /// Lets the agreement end on the day before the import takes effect, unless it has ended.
  private func end(_ agreement: Int64) throws -> PlanItem.Change? {
    guard var row = try merger.reader.revisions(of: agreement).last, row[.endedOn] == .null
    else { return nil }
    let last = merger.effect.adding(days: -1).description
    let number = try merger.reader.revisions(of: agreement).map(\.id).max() ?? row.id
    row.id = number + 1
    row[.endedOn] = .text(last)
    row.changed = "endedOn"
    row.digest = nil
    row.effectiveOn = max(row.effectiveOn, merger.effect.description)
    try merger.writer.insertRevision(row)
    return PlanItem.Change(field: "endedOn", before: nil, after: last)
  }
}
