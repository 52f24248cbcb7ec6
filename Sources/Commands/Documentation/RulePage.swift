import Model
import Policies
import Rules

/// The page of `docs/reference` about the rules, made from the rules themselves.
enum RulePage {
  static func text() -> String {
    var lines = [
      "# Rules", "",
      "This page is made by the program; a test compares them. `RECORD_SNAPSHOTS=1` rewrites it.",
      "",
      """
      `liaison check` judges each rule for each of its subjects: pass, dueSoon, fail, \
      insufficientData, notApplicable or waived. A dash means that an edition of ISO/IEC 20000-1 \
      does not ask for it; a failure is then an observation.
      """, "", "| Rule | Requirement | 2005 | 2011 | 2018 | Fails when |",
      "|---|---|---|---|---|---|",
    ]
    lines += Rule.all.map { rule in
      let clauses = Edition.allCases.map { rule.clauses[$0] ?? "–" }.joined(separator: " | ")
      return "| [\(rule.id)](#\(rule.id.lowercased())) | \(rule.title) | \(clauses) | "
        + "\(rule.predicate) |"
    }
    return (lines + Rule.all.flatMap(section)).joined(separator: "\n") + "\n"
  }

  private static func section(_ rule: Rule) -> [String] {
    let policy = Policy()
    var lines = ["", "## \(rule.id)", "", "**\(rule.title).** \(rule.predicate)", ""]
    lines += ["What to do: \(rule.remediation)", "", rule.guidance]
    if !rule.thresholds.isEmpty {
      let keys = rule.thresholds.map { key in
        "`\(key)` (\(PolicyKey.named(key)?.text(in: policy) ?? "?"))"
      }
      lines += ["", "Thresholds, with their defaults: \(keys.joined(separator: ", "))."]
    }
    if !rule.records.isEmpty {
      lines += ["", "Records: \(rule.records.map { "`\($0)`" }.joined(separator: ", "))."]
    }
    let parts = Crosswalk.shipped.frameworks.flatMap { framework in
      framework.parts(servedBy: rule.id).map { "\(framework.title), \($0.reference)" }
    }
    if !parts.isEmpty { lines += ["", "Other frameworks: \(parts.joined(separator: "; "))."] }
    return lines
  }
}
