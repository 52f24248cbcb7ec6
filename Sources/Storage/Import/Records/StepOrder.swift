import GRDB
import Importing
import Model

/// Finds imported steps of complaints and disputes to which the steps before them do not lead.
///
/// A step that a person enters is refused at once; the steps of a file come in any order, and are
/// judged together with those that the store has.
final class StepOrder {
  /// A step of a case, in the store or in the import.
  struct Step {
    var reference: String
    /// What it is about, such as `C-1`.
    var owner: String
    var kind: String
    /// When, as it is written.
    var time: String
    var level: Int?
    /// Its number in the import; nil for a step of the store alone.
    var number: Int64?
  }

  private let database: Database
  private let kind: CaseKind
  /// When imported cases begin, by reference.
  private var starts: [String: String] = [:]
  /// The imported steps, by reference of the case.
  private var imported: [String: [Step]] = [:]

  init(_ database: Database, _ kind: CaseKind) {
    self.database = database
    self.kind = kind
  }

  /// Takes a record of the import, in the order of the sources.
  func take(_ staged: RecordStaging.Staged) {
    let facts = staged.draft.values
    if staged.draft.kind == kind.name {
      starts[staged.draft.reference] = facts.last { $0.field == kind.start }?.text
    }
    guard staged.draft.kind == kind.stepName else { return }
    func text(_ field: String) -> String { facts.last { $0.field == field }?.text ?? "" }
    let step = Step(
      reference: staged.draft.reference,
      owner: text(kind.name),
      kind: text("kind"),
      time: text(kind.time),
      level: Int(text("level")),
      number: staged.number
    )
    imported[step.owner, default: []].append(step)
  }

  /// The steps that cannot be, with the reason as a sentence, in the order of the sources.
  func refusals() throws -> [(number: Int64, sentence: String)] {
    var found: [(number: Int64, sentence: String)] = []
    for (owner, steps) in imported {
      guard let start = try starts[owner] ?? storedStart(owner) else { continue }
      let stored = try stored(owner)
      let names = Set(steps.map(\.reference))
      let known = stored.filter { !names.contains($0.reference) }
      found += refusals(start, known + steps.map { Self.filled($0, from: stored) })
    }
    return found.sorted { $0.number < $1.number }
  }

  /// A step with what the import does not say of it as the store has it.
  private static func filled(_ step: Step, from stored: [Step]) -> Step {
    guard let old = stored.first(where: { $0.reference == step.reference }) else { return step }
    var step = step
    if step.kind.isEmpty { step.kind = old.kind }
    if step.time.isEmpty { step.time = old.time }
    step.level = step.level ?? old.level
    return step
  }

  /// Takes steps in order of time, and leaves out each that does not fit those before it.
  private func refusals(_ start: String, _ steps: [Step]) -> [(number: Int64, sentence: String)] {
    var found: [(number: Int64, sentence: String)] = []
    var taken: [Step] = []
    for step in steps.enumerated().sorted(by: { ($0.1.time, $0.0) < ($1.1.time, $1.0) }).map(\.1) {
      guard let sentence = kind.refusal(start, taken + [step]) else {
        taken.append(step)
        continue
      }
      // A step of the store that does not fit any more is there all the same: what was put before
      // it is what does not fit.
      let wrong = step.number == nil ? taken.lastIndex { $0.number != nil } : nil
      if let number = step.number {
        found.append((number, sentence))
      } else if let wrong, let number = taken[wrong].number {
        found.append((number, sentence))
        taken.remove(at: wrong)
        taken.append(step)
      }
    }
    return found
  }

  // MARK: The store

  private func storedStart(_ owner: String) throws -> String? {
    try String.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT r.\(kind.start) FROM \(kind.name) t JOIN \(kind.name)Revision r
            ON r.id = \(Self.latest(kind.name, "t.id")) WHERE t.reference = ?
          """
      ),
      arguments: [owner]
    )
  }

  private func stored(_ owner: String) throws -> [Step] {
    let revisions = kind.stepName + "Revision"
    let level = kind == .dispute ? "r.level" : "NULL"
    return try Row.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT t.reference, r.kind, r.\(kind.time), \(level)
          FROM \(kind.name) o JOIN \(kind.stepName) t JOIN \(revisions) r
            ON r.id = \(Self.latest(kind.stepName, "t.id")) AND r.\(kind.name)Id = o.id
          WHERE o.reference = ?1
            AND t.id IN (SELECT id >> 20 FROM \(revisions) WHERE \(kind.name)Id = o.id)
            AND NOT EXISTS (
              SELECT 1 FROM voiding v WHERE v.kind = '\(kind.stepName)' AND v.recordId = t.id)
          ORDER BY t.reference
          """
      ),
      arguments: [owner]
    ).map { Step(reference: $0[0], owner: owner, kind: $0[1], time: $0[2], level: $0[3]) }
  }

  private static func latest(_ table: String, _ id: String) -> String {
    """
    (SELECT x.id FROM \(table)Revision x
     WHERE x.id BETWEEN \(id) << 20 AND (\(id) << 20) + 1048575 AND NOT EXISTS (
       SELECT 1 FROM voiding v WHERE v.kind = '\(table)Revision' AND v.recordId = x.id)
     ORDER BY x.effectiveOn DESC, x.recordingId DESC, x.id DESC LIMIT 1)
    """
  }
}

/// A kind of case whose steps are records of their own.
enum CaseKind: CaseIterable {
  case complaint, dispute

  /// The name of the case's kind, which is also the fact of a step that names the case.
  var name: String { self == .complaint ? Complaint.type.name : Dispute.type.name }
  var stepName: String { self == .complaint ? ComplaintStep.type.name : DisputeStep.type.name }
  /// The fact that says when the case began.
  var start: String { self == .complaint ? "receivedAt" : "openedOn" }
  /// The fact that says when a step was.
  var time: String { self == .complaint ? "at" : "happenedOn" }

  /// Why steps, in order of time, cannot be the history of a case; nil if they can, or if a time
  /// cannot be read, which is told elsewhere.
  func refusal(_ start: String, _ steps: [StepOrder.Step]) -> String? {
    switch self {
    case .complaint: Self.complaint(start, steps)
    case .dispute: Self.dispute(start, steps)
    }
  }

  private static func complaint(_ start: String, _ steps: [StepOrder.Step]) -> String? {
    guard let receivedAt = Instant(start) else { return nil }
    let events = steps.compactMap { step -> ComplaintEvent? in
      guard let kind = ComplaintStep.Kind(rawValue: step.kind), let at = Instant(step.time) else {
        return nil
      }
      return ComplaintEvent(kind, at: at)
    }
    do throws(ComplaintFault) {
      _ = try ComplaintHistory(receivedAt: receivedAt, events: events)
      return nil
    } catch {
      return error.sentence
    }
  }

  private static func dispute(_ start: String, _ steps: [StepOrder.Step]) -> String? {
    guard let openedOn = CivilDay(start) else { return nil }
    let events = steps.compactMap { step in
      CivilDay(step.time).map {
        DisputeEvent(DisputeState(rawValue: step.kind), level: step.level, on: $0)
      }
    }
    do throws(DisputeFault) {
      _ = try DisputeHistory(openedOn: openedOn, events: events)
      return nil
    } catch {
      return error.sentence
    }
  }
}
