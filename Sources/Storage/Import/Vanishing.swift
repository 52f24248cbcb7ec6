import GRDB
import Importing
import Model

/// Finds the agreements that a complete source listed before and lists no longer.
///
/// Each is listed once, when it vanishes, and again if it came back and vanished once more or if
/// more is done about it than before.
struct Vanishing {
  let merger: AgreementMerger
  /// What is done about what has vanished; nil if not every record could be read, so that what
  /// is missing is listed and nothing noted.
  let action: ImportRequest.Vanished?
  private(set) var hasVanished = false

  init(_ merger: AgreementMerger, action: ImportRequest.Vanished?) {
    self.merger = merger
    self.action = action
  }

  /// Compares what the source has ever listed with what this import met.
  mutating func finish() throws {
    let session = merger.session
    let rows = try RawStatement(
      session.database,
      """
      SELECT a.id, a.reference,
        (SELECT p.isPresent FROM sourcePresence p
         WHERE p.schemeId = ?1 AND p.agreementId = a.id
         ORDER BY p.recordingId DESC LIMIT 1),
        (SELECT p.action FROM sourcePresence p
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
        guard !wasPresent else { continue }
        try note(agreement, isPresent: true, merger.request.vanished)
        if rows.optionalText(3) == "end" { try resume(agreement, rows.text(1)) }
      } else if wasPresent || isMore(than: rows.optionalText(3)) {
        try vanish(agreement, rows.text(1))
      }
    }
  }

  /// Whether more is to be done now than was done when the agreement vanished.
  private func isMore(than done: String?) -> Bool {
    guard let action, let done = done.flatMap(ImportRequest.Vanished.init) else { return false }
    return done < action
  }

  private mutating func vanish(_ agreement: Int64, _ reference: String) throws {
    hasVanished = true
    merger.outcome.agreements.vanished += 1
    var changes: [PlanItem.Change] = []
    if let action { try note(agreement, isPresent: false, action) }
    if action == .end, let change = try end(agreement) { changes = [change] }
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

  private var source: FactSource { FactSource(sourceId: merger.lastSource, place: nil) }

  private func note(
    _ agreement: Int64,
    isPresent: Bool,
    _ action: ImportRequest.Vanished
  ) throws {
    try merger.session.insert(
      "sourcePresence",
      [
        .integer(merger.schemeId), .integer(agreement), .integer(isPresent ? 1 : 0),
        .text(action.rawValue),
      ]
    )
  }

  /// Lets the agreement end on the day before the import takes effect, unless it has ended.
  private func end(_ agreement: Int64) throws -> PlanItem.Change? {
    let revisions = try merger.reader.revisions(of: agreement)
    guard let row = revisions.last, row[.endedOn] == .null else { return nil }
    let last = merger.effect.adding(days: -1).description
    try merger.setEnd(.text(last), row, revisions, source)
    return PlanItem.Change(field: "endedOn", before: nil, after: last)
  }

  /// Takes back the end of an agreement that had vanished and is listed again, unless somebody
  /// has set the end since.
  private func resume(_ agreement: Int64, _ reference: String) throws {
    let revisions = try merger.reader.revisions(of: agreement)
    guard let found = AgreementMerger.sourcedEnd(in: revisions) else { return }
    try merger.setEnd(.null, found.last, revisions, source)
    if merger.changed.insert(agreement) {
      merger.outcome.agreements.unchanged -= 1
      merger.outcome.agreements.changed += 1
    }
    merger.plan(
      PlanItem(
        action: .changed,
        kind: "agreement",
        reference: reference,
        changes: [PlanItem.Change(field: "endedOn", before: found.ended, after: nil)],
        place: nil
      )
    )
  }
}
