import Model
import Policies

/// Raises minor failures to major ones where they last long or are many; a second pass.
struct Upgrades {
  private let policy: Policy.Judgement
  private let day: CivilDay

  init(_ policy: Policy.Judgement, _ day: CivilDay) {
    self.policy = policy
    self.day = day
  }

  func apply(to findings: [CheckFinding], _ outcomes: [RuleOutcome]) -> [CheckFinding] {
    let systemic = systemic(outcomes)
    return findings.map { finding in
      guard finding.judgement.result == .fail, finding.judgement.grade == .minor,
        let reason = overdue(finding.judgement) ?? systemic[finding.rule]
      else { return finding }
      var finding = finding
      finding.judgement.grade = .major
      finding.judgement.upgrade = reason
      return finding
    }
  }

  private func overdue(_ judgement: Judgement) -> String? {
    let most = policy.overdueUpgrade
    guard let due = judgement.due, let limit = due.adding(most), day > limit else { return nil }
    return "Raised to major: overdue for more than \(most.words)."
  }

  /// The rules that fail for too many subjects, with the reason.
  private func systemic(_ outcomes: [RuleOutcome]) -> [String: String] {
    var reasons: [String: String] = [:]
    for outcome in outcomes {
      let fails = outcome.counts[.fail, default: 0]
      let scope = outcome.population - outcome.counts[.notApplicable, default: 0]
      guard fails >= policy.systemicCount, policy.systemicShare.isReached(by: fails, of: scope)
      else { continue }
      reasons[outcome.rule.id] = "Raised to major: it fails for \(fails) of \(scope) subjects."
    }
    return reasons
  }
}
