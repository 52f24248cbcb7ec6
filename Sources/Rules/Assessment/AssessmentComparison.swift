public import Importing
import Model
import Policies

/// What changed from one frozen self-assessment to a later one.
public struct AssessmentComparison: Sendable {
  /// Whether a clause is now met further, less far, or only otherwise described.
  public enum Direction: String, Sendable, CaseIterable {
    case better, worse, same
  }

  /// A clause that changed.
  public struct Change: Sendable, Hashable {
    /// The clause's number.
    public let clause: String
    /// Its title in the later one.
    public let title: String
    /// How it stood, or nil if it was not in the earlier one.
    public let before: FrozenAssessment.Row?
    /// How it stands, or nil if it is not in the later one.
    public let after: FrozenAssessment.Row?
    /// Where what is claimed went.
    public let claimed: Direction
    /// Where what is proven went.
    public let proven: Direction
  }

  /// The clauses whose claim or proof changed, in the order of the standard.
  public let changes: [Change]
  /// How many clauses both have whose claim and proof are the same.
  public let unchanged: Int

  /// Compares two assessments of one edition.
  public init(_ before: FrozenAssessment, _ after: FrozenAssessment) {
    let earlier = Dictionary(before.rows.map { ($0.clause, $0) }) { first, _ in first }
    let later = Set(after.rows.map(\.clause))
    var changes: [Change] = []
    for row in after.rows { Self.add(earlier[row.clause], row, to: &changes) }
    for row in before.rows where !later.contains(row.clause) { Self.add(row, nil, to: &changes) }
    self.changes = changes
    unchanged = after.rows.count { row in !changes.contains { $0.clause == row.clause } }
  }

  /// Why two assessments cannot be compared, with the code `assessment.editions`, or nil.
  public static func problem(_ before: FrozenAssessment, _ after: FrozenAssessment) -> Problem? {
    guard before.edition != after.edition else { return nil }
    return Problem(
      "assessment.editions",
      value: after.edition,
      message:
        "One snapshot is of the edition of \(before.edition), the other of \(after.edition).",
      remedy: "Compare two snapshots of one edition."
    )
  }

  private static func add(
    _ before: FrozenAssessment.Row?,
    _ after: FrozenAssessment.Row?,
    to changes: inout [Change]
  ) {
    guard let row = after ?? before else { return }
    let isSame =
      before?.claimed == after?.claimed && before?.proven == after?.proven
      && before?.isApplicable == after?.isApplicable
    guard !isSame else { return }
    let change = Change(
      clause: row.clause,
      title: row.title,
      before: before,
      after: after,
      claimed: direction(claim(before), claim(after)),
      proven: direction(proof(before), proof(after))
    )
    changes.append(change)
  }

  private static func direction(_ before: Int?, _ after: Int?) -> Direction {
    guard let before, let after, before != after else { return .same }
    return after > before ? .better : .worse
  }

  /// The place of a claim among all; nil for a clause that is not there or does not apply.
  private static func claim(_ row: FrozenAssessment.Row?) -> Int? {
    guard let row, row.isApplicable else { return nil }
    return AssessmentItem.Status.allCases.map(\.rawValue).firstIndex(of: row.claimed)
  }

  /// The place of a result, the worst first; nil where nothing was judged.
  private static func proof(_ row: FrozenAssessment.Row?) -> Int? {
    guard let result = row?.proven.flatMap(RuleResult.init), result != .notApplicable else {
      return nil
    }
    return RuleResult.byGravity.firstIndex(of: result)
  }
}
