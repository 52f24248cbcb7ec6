public import Model
public import Rules
public import Storage

/// What a pack is made of.
public struct EvidenceRequest {
  /// The store as of the day.
  public var reader: Reader
  /// By what was judged.
  public var context: RuleContext
  /// What all rules found, with every judgement kept.
  public var outcome: CheckOutcome
  /// The version of the program.
  public var program: String
  /// The days that the audit is about, the last one included; nil if nobody said.
  public var period: ClosedRange<CivilDay>?
  /// Who approved the policy in force, and the day from which it holds; nil if nobody stored one.
  public var policyApprovedBy, policyEffectiveOn: String?
  /// Whether people's names are replaced.
  public var usesPseudonyms = false
  /// The most subjects that the sampling sheet chooses for each rule.
  public var sampleSize = 25

  /// Makes a request.
  public init(
    _ reader: Reader,
    _ context: RuleContext,
    _ outcome: CheckOutcome,
    program: String
  ) {
    self.reader = reader
    self.context = context
    self.outcome = outcome
    self.program = program
  }
}

extension EvidenceRequest {
  /// The judgements of a rule, the findings first.
  func judgements(of rule: String) -> [CheckFinding] {
    (outcome.findings + outcome.kept).filter { $0.rule == rule }
  }

  /// Whether a moment, ISO text in UTC, lies within the period in the organisation's zone; nil
  /// without a period.
  func isInPeriod(_ moment: String) -> Bool? {
    guard let period, let instant = Instant(String(moment.prefix(19)) + "Z") else { return nil }
    return period.contains(context.zone.day(at: instant))
  }
}
