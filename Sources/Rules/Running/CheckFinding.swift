public import Model

/// A judgement that somebody has to act on, as the check hands it over.
public struct CheckFinding: Sendable, Hashable {
  /// The rule's id.
  public let rule: String
  /// The clause in the chosen edition; nil where that edition does not ask for it.
  public let clause: String?
  /// What to do.
  public let remediation: String
  /// What was found.
  public var judgement: Judgement

  /// The same for the same rule, subject, part and due day in every run.
  public var key: String {
    let subject = judgement.subject
    let parts = [
      rule, subject.kind.rawValue, subject.reference, judgement.part,
      judgement.due?.description ?? "",
    ]
    return parts.joined(separator: "|")
  }
}

/// How a rule came out over all its subjects.
public struct RuleOutcome: Sendable {
  /// The rule.
  public let rule: Rule
  /// How many subjects have each result.
  public var counts: [RuleResult: Int] = [:]

  /// All subjects, those included that the rule does not concern.
  public var population: Int { counts.values.reduce(0, +) }

  /// The worst result of any subject; `notApplicable` without subjects.
  public var worst: RuleResult {
    let order: [RuleResult] = [.fail, .insufficientData, .dueSoon, .waived, .pass]
    return order.first { counts[$0, default: 0] > 0 } ?? .notApplicable
  }
}

/// What a check found.
public struct CheckOutcome: Sendable {
  /// The rules in their order, with their counts.
  public var rules: [RuleOutcome]
  /// What somebody has to act on: by grade, then rule, then subject, then part and due day.
  public var findings: [CheckFinding]
  /// The other judgements, in the same order, if they were asked for.
  public var kept: [CheckFinding] = []

  /// How many judgements have each result, over all rules.
  public var summary: [RuleResult: Int] {
    rules.reduce(into: [:]) { sum, outcome in
      for (result, count) in outcome.counts { sum[result, default: 0] += count }
    }
  }

  /// How many findings have each grade.
  public func count(_ grade: Grade) -> Int {
    findings.count { $0.judgement.grade == grade }
  }
}
