public import Model

/// One check: what must hold, for whom, and what to do where it does not.
///
/// A rule is a pure function of a file, the service graph, the policy and the day; the same input
/// gives the same judgements in the same order.
public struct Rule: Sendable {
  /// What a rule looks at, and gives judgements about.
  public enum Evaluation: Sendable {
    /// Each party with its agreements, one file at a time.
    case relationship(@Sendable (RelationshipFile, RuleContext) -> [Judgement])
    /// The organisation as a whole.
    case organization(@Sendable (OrganizationFile, RuleContext) -> [Judgement])
    /// The services and what they depend on.
    case services(@Sendable (ServiceGraph, RuleContext) -> [Judgement])
  }

  /// The id, such as `SUP-09`.
  public let id: String
  /// What is required, in a few words.
  public let title: String
  /// When the rule fails, in one sentence.
  public let predicate: String
  /// How to satisfy it and what good evidence looks like, in our own words.
  public let guidance: String
  /// What to do where it fails.
  public let remediation: String
  /// The keys of the policy that it goes by.
  public let thresholds: [String]
  /// The kinds of records that it reads.
  public let records: [String]
  /// The editions in which a failure is only an observation, because they do not ask for it.
  public let observedIn: Set<Edition>
  /// The function.
  public let evaluation: Evaluation

  /// Makes a rule.
  public init(
    id: String,
    title: String,
    predicate: String,
    guidance: String,
    remediation: String,
    thresholds: [String] = [],
    records: [String] = [],
    observedIn: Set<Edition> = [],
    evaluation: Evaluation
  ) {
    self.id = id
    self.title = title
    self.predicate = predicate
    self.guidance = guidance
    self.remediation = remediation
    self.thresholds = thresholds
    self.records = records
    self.observedIn = observedIn
    self.evaluation = evaluation
  }
}

/// The day, the policy and what all rules share.
public struct RuleContext: Sendable {
  /// The day for which is judged.
  public var asOf: CivilDay
  /// The last instant that counts: the end of the day, or now on the current day.
  public var now: Instant
  /// The zone of the organisation.
  public var zone: Zone
  /// The edition of the standard.
  public var edition: Edition
  /// The thresholds.
  public var policy: Policy
  /// The services.
  public var graph: ServiceGraph
  /// What belongs to no single party.
  public var organization: OrganizationFile

  /// Makes a context.
  public init(
    asOf: CivilDay,
    now: Instant,
    zone: Zone,
    policy: Policy,
    graph: ServiceGraph = ServiceGraph(),
    organization: OrganizationFile = OrganizationFile()
  ) {
    self.asOf = asOf
    self.now = now
    self.zone = zone
    edition = policy.edition
    self.policy = policy
    self.graph = graph
    self.organization = organization
  }
}
