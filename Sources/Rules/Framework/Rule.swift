public import Model
public import Policies

/// One check: what must hold, for whom, and what to do where it does not.
///
/// A rule is a pure function of a file, the service graph, the policy and the day; the same input
/// gives the same judgements in the same order.
public struct Rule: Sendable {
  /// What a rule looks at.
  public enum Evaluation: Sendable {
    /// Each party with its agreements, one file at a time.
    case relationship(@Sendable (RelationshipFile, RuleContext) -> [Judgement])
    /// The organisation as a whole.
    case organization(@Sendable (OrganizationFile, RuleContext) -> [Judgement])
    /// Each party with its agreements, and the organisation for what belongs to none of them.
    case everywhere(
      @Sendable (RelationshipFile, RuleContext) -> [Judgement],
      @Sendable (OrganizationFile, RuleContext) -> [Judgement]
    )
    /// The services and what they depend on.
    case services(@Sendable (ServiceGraph, RuleContext) -> [Judgement])
  }

  /// The id, such as `SUP-09`.
  public let id: String
  /// What is required, in a few words.
  public let title: String
  /// The clause of each edition; none for an edition that does not ask for it.
  public let clauses: [Edition: String]
  /// When the rule fails, in one sentence.
  public let predicate: String
  /// What to do where it fails.
  public let remediation: String
  /// How to satisfy it and what good evidence looks like, in our own words.
  public let guidance: String
  /// The keys of the policy that it goes by.
  public let thresholds: [String]
  /// The kinds of records that it reads.
  public let records: [String]
  /// The function.
  public let evaluation: Evaluation

  /// Makes a rule.
  public init(
    id: String,
    title: String,
    clauses: [Edition: String],
    predicate: String,
    remediation: String,
    guidance: String,
    thresholds: [String] = [],
    records: [String] = [],
    evaluation: Evaluation
  ) {
    self.id = id
    self.title = title
    self.clauses = clauses
    self.predicate = predicate
    self.remediation = remediation
    self.guidance = guidance
    self.thresholds = thresholds
    self.records = records
    self.evaluation = evaluation
  }
}
