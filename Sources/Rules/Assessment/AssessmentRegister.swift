public import Importing
public import Model
public import Policies

/// The self-assessment of an edition as of a day: what is claimed beside what is proven.
public struct AssessmentRegister: Sendable {
  /// The edition.
  public let edition: Edition
  /// The day.
  public let asOf: CivilDay
  /// One row for each clause, in the order of the standard.
  public let rows: [AssessmentRow]
  /// Entries that belong to no clause of the edition, with the code `assessment.clause`.
  public let problems: [Problem]

  /// Joins the clauses of an edition with their entries and the results of a check.
  ///
  /// Of several entries for a clause the one assessed last counts, of those of one day the one with
  /// the last reference. A clause is to be assessed again on the day that its entry names, else
  /// after the policy's `assessment.interval`.
  public init(
    _ list: ClauseList,
    items: [AssessmentItem],
    improvements: [Improvement],
    outcome: CheckOutcome,
    _ context: RuleContext
  ) {
    edition = list.edition
    asOf = context.asOf
    let ours = items.filter { $0.edition.rawValue == list.edition.rawValue }
    let latest = Dictionary(grouping: ours, by: \.clause)
      .compactMapValues { $0.max(by: Self.isEarlier) }
    let improvements = Dictionary(improvements.map { ($0.id, $0) }) { first, _ in first }
    let outcomes = Dictionary(outcome.rules.map { ($0.rule.id, $0) }) { first, _ in first }
    rows = list.clauses.map { clause in
      let item = latest[clause.number]
      var row = AssessmentRow(
        clause: clause,
        item: item,
        improvement: item?.improvement.flatMap { improvements[$0] },
        rules: clause.rules.map { Self.state($0, outcomes[$0]) },
        nextOn: item.flatMap { Self.next($0, context) }
      )
      row.problems = AssessmentGuards(day: context.asOf).problems(row)
      return row
    }
    problems = ours.sorted { $0.reference < $1.reference }.compactMap { item in
      list.clause(item.clause) == nil ? Self.unknown(item, list) : nil
    }
  }

  /// The rows that serve a part of a framework: those whose rules do.
  public func rows(servedBy framework: Framework) -> [AssessmentRow] {
    rows.filter { !framework.parts(servedByAnyOf: $0.clause.rules).isEmpty }
  }

  private static func isEarlier(_ left: AssessmentItem, _ right: AssessmentItem) -> Bool {
    (left.assessedOn ?? .first, left.reference) < (right.assessedOn ?? .first, right.reference)
  }

  private static func state(_ rule: String, _ outcome: RuleOutcome?) -> AssessmentRow.RuleState {
    let concerned = outcome.map { $0.population - $0.counts[.notApplicable, default: 0] }
    return AssessmentRow.RuleState(rule: rule, result: outcome?.worst, subjects: concerned ?? 0)
  }

  private static func next(_ item: AssessmentItem, _ context: RuleContext) -> CivilDay? {
    item.nextAssessmentOn
      ?? item.assessedOn.flatMap { $0.adding(context.policy.obligations.assessmentInterval) }
  }

  private static func unknown(_ item: AssessmentItem, _ list: ClauseList) -> Problem {
    let below = list.clauses.map(\.number).filter { $0.hasPrefix(item.clause + ".") }
    return Problem(
      "assessment.clause",
      field: "clause",
      value: item.clause,
      message: "Assessment \(item.reference) is of clause \(item.clause), which "
        + "\(list.edition.name) does not have as a row.",
      remedy: below.isEmpty
        ? "Take a clause of the edition." : "Assess its parts: \(below.joined(separator: ", "))."
    )
  }
}
