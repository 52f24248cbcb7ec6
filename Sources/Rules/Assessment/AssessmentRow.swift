public import Importing
public import Model

/// A clause with what we claim of it and what our records prove.
public struct AssessmentRow: Sendable {
  /// How a rule of the clause came out.
  public struct RuleState: Sendable, Hashable {
    /// The rule's id.
    public let rule: String
    /// The worst result of any subject; nil if the rule did not run.
    public let result: RuleResult?
    /// How many subjects the rule concerns.
    public let subjects: Int
  }

  /// The clause.
  public let clause: Clause
  /// The latest entry, or nil if nobody assessed the clause.
  public let item: AssessmentItem?
  /// The improvement that the entry names, or nil.
  public let improvement: Improvement?
  /// The rules of the clause in order, each with its result.
  public let rules: [RuleState]
  /// The day by which the clause is assessed again; nil without a day of assessment.
  public let nextOn: CivilDay?
  /// What is missing or contradicts itself, in the order of importance.
  public internal(set) var problems: [Problem] = []

  /// What we claim; ``AssessmentItem/Status/notAssessed`` without an entry.
  public var claimed: AssessmentItem.Status { item?.status ?? .notAssessed }

  /// Whether the clause applies to us: it does unless the entry denies it.
  public var isApplicable: Bool { item?.isApplicable ?? true }

  /// What the records prove: the worst result over the rules of the clause.
  ///
  /// A rule that did not run counts as ``RuleResult/insufficientData``, never as a pass. Nil says
  /// that no rule judges the clause.
  public var proven: RuleResult? {
    RuleResult.worst(of: rules.map { $0.result ?? .insufficientData })
  }

  /// The ids of the rules that fail or cannot be shown, in order.
  public var failing: [String] {
    rules.filter { ($0.result ?? .insufficientData).isShownAsFailure }.map(\.rule)
  }
}
