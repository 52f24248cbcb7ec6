import Model
import Policies
import Rules
import Storage

/// A check as text: what matters most comes first.
///
/// The first screen has the counts, the next days by which something is to be done, and a line for
/// each rule that is not met; the findings follow, the gravest first.
struct CheckText {
  private let result: CheckResult
  private let layout: TextLayout
  /// The most findings of a rule that are shown in a section, or nil for all.
  private let most: Int?

  /// Makes the text for a width; `showsAll` leaves nothing out.
  init(_ result: CheckResult, width: Int, showsAll: Bool) {
    self.result = result
    layout = TextLayout(width: min(max(width, 40), 120))
    most = showsAll ? nil : 5
  }

  var lines: [String] {
    let findings = result.outcome.findings
    var lines = layout.wrapped(headline)
    lines += CheckOverview(result, layout).lines
    for grade in Grade.allCases {
      let some = findings.filter { $0.judgement.grade == grade }
      lines += section(grade.rawValue.uppercased(), some)
    }
    let rest = result.outcome.kept.filter { $0.judgement.grade == nil }
    lines += section("WITHOUT FINDING", rest)
    if findings.isEmpty { lines += ["", "Nothing to act on."] }
    return lines + [""] + layout.wrapped(footline)
  }

  private var headline: String {
    let counts = Grade.allCases.filter { $0 != .info }.map { grade in
      let count = result.outcome.count(grade)
      return "\(count) \(grade.rawValue)\(grade == .observation && count != 1 ? "s" : "")"
    }
    return "Check as of \(result.asOf.day), known \(result.asOf.knowledge.rawValue), by "
      + "\(result.edition.name): \(counts.joined(separator: ", "))."
  }

  private var footline: String {
    let summary = result.outcome.summary
    let parts = RuleResult.allCases.map { "\($0.words.lowercased()) \(summary[$0, default: 0])" }
    let rules = result.outcome.rules.count
    return "\(rules) \(rules == 1 ? "rule" : "rules"), results: \(parts.joined(separator: ", ")). "
      + "Policy \(result.policyDigest.prefix(12))."
  }

  /// Findings of one grade, those of a rule together: its title and what to do stand once.
  private func section(_ title: String, _ findings: [CheckFinding]) -> [String] {
    guard !findings.isEmpty else { return [] }
    var lines = ["", "\(title) (\(findings.count))"]
    let byRule = Dictionary(grouping: findings, by: \.rule)
    for outcome in result.outcome.rules {
      if let some = byRule[outcome.rule.id] { lines += [""] + rule(outcome.rule, some) }
    }
    return lines
  }

  private func rule(_ rule: Rule, _ findings: [CheckFinding]) -> [String] {
    let clause = rule.clauses[result.edition].map { ", clause \($0)" } ?? ", good practice"
    var lines = layout.wrapped("\(rule.id)\(clause): \(rule.title)")
    let common = Self.commonUpgrade(findings)
    if let common { lines += layout.wrapped(common, indent: 2) }
    for finding in findings.prefix(most ?? .max) { lines += text(finding, without: common) }
    if let most, findings.count > most {
      let more = "… and \(findings.count - most) more: liaison check --rule \(rule.id) --all"
      lines += layout.wrapped(more, indent: 4)
    }
    let hasFinding = findings.contains { $0.judgement.grade != nil }
    return hasFinding ? lines + layout.wrapped("→ " + rule.remediation, indent: 2) : lines
  }

  /// Why all of several findings were raised, if that is the same for all.
  private static func commonUpgrade(_ findings: [CheckFinding]) -> String? {
    guard findings.count > 1, let first = findings.first?.judgement.upgrade,
      findings.allSatisfy({ $0.judgement.upgrade == first })
    else { return nil }
    return first
  }

  private func text(_ finding: CheckFinding, without common: String?) -> [String] {
    let judgement = finding.judgement
    let isPlain = judgement.result == .fail || judgement.result == .pass
    let result = isPlain ? "" : "\(judgement.result.words): "
    var text = result + judgement.message
    if let upgrade = judgement.upgrade, upgrade != common { text += " \(upgrade)" }
    let records = judgement.evidence.map { "\($0.kind) \($0.reference)" }
    if !records.isEmpty { text += " [\(records.joined(separator: ", "))]" }
    return layout.item(text)
  }
}
