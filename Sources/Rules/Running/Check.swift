public import Model
import Policies

/// A run of rules over everything that is kept, as of a day.
///
/// Files are handed in one by one, in any order, and only what somebody has to act on is kept.
/// The outcome does not depend on the order.
public struct Check: Sendable {
  private let rules: [Rule]
  private let context: RuleContext
  private let waivers: Waivers
  private var outcomes: [RuleOutcome]
  private var findings: [CheckFinding] = []
  private let subject: String?
  private let keepsAll: Bool
  private var kept: [CheckFinding] = []

  /// Starts a run of rules, in their order.
  ///
  /// `subject` is the reference of the only subject to be judged; `keepsAll` lets judgements that
  /// need nothing done be kept too.
  public init(
    _ rules: [Rule],
    _ context: RuleContext,
    subject: String? = nil,
    keepsAll: Bool = false
  ) {
    self.subject = subject
    self.keepsAll = keepsAll
    self.rules = rules
    self.context = context
    waivers = Waivers(context.organization.records[Waiver.self], on: context.asOf)
    outcomes = rules.map { RuleOutcome(rule: $0) }
  }

  /// Judges a party and its agreements.
  public mutating func take(_ file: RelationshipFile) {
    for (index, rule) in rules.enumerated() {
      switch rule.evaluation {
      case .relationship(let evaluate), .everywhere(let evaluate, _):
        take(evaluate(file, context), index)
      case .organization, .services: continue
      }
    }
  }

  /// Takes over what another run over other files found.
  public mutating func merge(_ other: Check) {
    for index in outcomes.indices {
      outcomes[index].counts.merge(other.outcomes[index].counts, uniquingKeysWith: +)
    }
    findings += other.findings
    kept += other.kept
  }

  /// Judges the organisation and its services, and ends the run.
  public mutating func finish() -> CheckOutcome {
    for (index, rule) in rules.enumerated() {
      switch rule.evaluation {
      case .relationship: continue
      case .organization(let evaluate), .everywhere(_, let evaluate):
        take(evaluate(context.organization, context), index)
      case .services(let evaluate): take(evaluate(context.graph, context), index)
      }
    }
    let upgraded = Upgrades(context.policy.judgement, context.asOf)
      .apply(to: findings, outcomes)
    return CheckOutcome(
      rules: outcomes,
      findings: Self.sorted(upgraded),
      kept: Self.sorted(kept)
    )
  }

  private mutating func take(_ judgements: [Judgement], _ index: Int) {
    let rule = rules[index]
    for judgement in judgements where subject.map({ $0 == judgement.subject.reference }) ?? true {
      let judged = waivers.apply(to: graded(judgement, rule), rule: rule.id)
      outcomes[index].counts[judged.result, default: 0] += 1
      guard judged.grade != nil || keepsAll else { continue }
      let finding = CheckFinding(
        rule: rule.id,
        clause: rule.clauses[context.edition],
        remediation: rule.remediation,
        judgement: judged
      )
      if judged.grade == nil { kept.append(finding) } else { findings.append(finding) }
    }
  }

  /// What neither the edition nor anything else asks for is an observation at most.
  private func graded(_ judgement: Judgement, _ rule: Rule) -> Judgement {
    guard !judgement.keepsGrade, rule.clauses[context.edition] == nil,
      let grade = judgement.grade, grade == .major || grade == .minor
    else { return judgement }
    var judgement = judgement
    judgement.grade = .observation
    return judgement
  }

  /// By grade, then rule, then key; the key of each is made once.
  private static func sorted(_ findings: [CheckFinding]) -> [CheckFinding] {
    let ranks = Dictionary(uniqueKeysWithValues: zip(Grade.allCases, 0...))
    let placed = findings.map { finding in
      let rank = finding.judgement.grade.flatMap { ranks[$0] } ?? ranks.count
      return (place: (rank, finding.rule, finding.key), finding: finding)
    }
    return placed.sorted { $0.place < $1.place }.map(\.finding)
  }
}
