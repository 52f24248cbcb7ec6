import Model
import Rules
import Storage

/// A check as text: what matters most comes first.
struct CheckText {
  private let result: CheckResult
  private let width: Int

  init(_ result: CheckResult, width: Int) {
    self.result = result
    self.width = min(max(width, 40), 120)
  }

  var lines: [String] {
    let findings = result.outcome.findings
    var lines = wrapped(headline, indent: 0)
    for grade in Grade.allCases {
      let some = findings.filter { $0.judgement.grade == grade }
      lines += section(grade.rawValue.uppercased(), some)
    }
    let rest = result.outcome.kept.filter { $0.judgement.grade == nil }
    lines += section("WITHOUT FINDING", rest)
    if findings.isEmpty { lines += ["", "Nothing to act on."] }
    return lines + [""] + wrapped(footline, indent: 0)
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
    for outcome in result.outcome.rules {
      let some = findings.filter { $0.rule == outcome.rule.id }
      if !some.isEmpty { lines += [""] + rule(outcome.rule, some) }
    }
    return lines
  }

  private func rule(_ rule: Rule, _ findings: [CheckFinding]) -> [String] {
    let clause = rule.clauses[result.edition].map { ", clause \($0)" } ?? ", good practice"
    var lines = wrapped("\(rule.id)\(clause): \(rule.title)", indent: 0)
    for finding in findings { lines += text(finding) }
    let hasFinding = findings.contains { $0.judgement.grade != nil }
    return hasFinding ? lines + wrapped("→ " + rule.remediation, indent: 2) : lines
  }

  private func text(_ finding: CheckFinding) -> [String] {
    let judgement = finding.judgement
    let isPlain = judgement.result == .fail || judgement.result == .pass
    let result = isPlain ? "" : "\(judgement.result.words): "
    var text = result + judgement.message
    if let upgrade = judgement.upgrade { text += " \(upgrade)" }
    let records = judgement.evidence.map { "\($0.kind) \($0.reference)" }
    if !records.isEmpty { text += " [\(records.joined(separator: ", "))]" }
    var lines = wrapped(text, indent: 4)
    if let first = lines.first { lines[0] = "  · " + first.dropFirst(4) }
    return lines
  }

  private func wrapped(_ text: String, indent: Int) -> [String] {
    let space = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, line.count + word.count + 1 > width - indent {
        lines.append(space + line)
        line = ""
      }
      line += line.isEmpty ? String(word) : " \(word)"
    }
    return line.isEmpty ? lines : lines + [space + line]
  }
}
