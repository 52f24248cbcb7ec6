import Model
import Rules
import Storage

/// The first screen of a check: what falls due next, and each rule that is not met with its counts.
struct CheckOverview {
  private let result: CheckResult
  private let layout: TextLayout

  init(_ result: CheckResult, _ layout: TextLayout) {
    self.result = result
    self.layout = layout
  }

  /// The lines, empty where there is nothing to act on.
  var lines: [String] { next + rules }

  /// The next five days by which something is to be done, the nearest first.
  private var next: [String] {
    let day = result.asOf.day
    let coming = result.outcome.findings
      .filter { $0.judgement.due.map { $0 >= day } ?? false }
      .sorted { ($0.judgement.due ?? .last, $0.key) < ($1.judgement.due ?? .last, $1.key) }
    guard !coming.isEmpty else { return [] }
    let items = coming.prefix(5).map { finding in
      let due = finding.judgement.due?.description ?? ""
      return layout.cut("  \(due)  \(finding.rule)  \(finding.judgement.message)", to: layout.width)
    }
    let rest = coming.count - items.count
    return ["", "NEXT"] + items + (rest > 0 ? ["  … and \(rest) more"] : [])
  }

  /// A line for each rule with findings: how many of each grade, the rules with most major ones
  /// first.
  private var rules: [String] {
    let byRule = Dictionary(grouping: result.outcome.findings, by: \.rule)
    let rows = result.outcome.rules.compactMap { outcome in
      byRule[outcome.rule.id].map { row(outcome.rule, $0) }
    }
    .sorted { left, right in
      (right.counts[0], right.counts[1], left.id) < (left.counts[0], left.counts[1], right.id)
    }
    guard rows.count > 1 else { return [] }
    let heading = "RULE      MAJOR  MINOR  OBSERV.  REQUIREMENT"
    return ["", heading] + rows.map(line)
  }

  private struct Row {
    let id: String
    let title: String
    let counts: [Int]
  }

  private func row(_ rule: Rule, _ findings: [CheckFinding]) -> Row {
    let counts = [Grade.major, .minor, .observation].map { grade in
      findings.count { $0.judgement.grade == grade }
    }
    return Row(id: rule.id, title: rule.title, counts: counts)
  }

  private func line(_ row: Row) -> String {
    let cells = zip(row.counts, [5, 7, 9]).map { count, width in
      TextLayout.padded(count == 0 ? "·" : "\(count)", to: width, atStart: true)
    }
    let text = TextLayout.padded(row.id, to: 10) + cells.joined() + "  \(row.title)"
    return layout.cut(text, to: layout.width)
  }
}
