import Importing
import Intake
import Model
import Reporting
import Storage

/// Shows what an import did: as a plan for people, as JSON for programs.
struct ImportText {
  let format: OutputFormat
  let isDryRun: Bool
  let isVerbose: Bool
  /// Whether people see the problems only.
  var isQuiet = false
  /// What is done again to store what a dry run showed.
  var verb = "Import"
  /// What is said instead where nothing was stored for its faults; nil where it was, or would be.
  var refusal: String?

  func show(_ reports: [ImportReport], unrecognized: [Problem]) throws {
    switch format {
    case .json, .ndjson:
      let objects = reports.map(ImportJSON.text)
      let isOne = objects.count == 1 || format == .ndjson
      try line(isOne ? objects.joined(separator: "\n") : "[\(objects.joined(separator: ",\n"))]")
    default:
      for report in reports { try show(report) }
    }
    for problem in unrecognized { standardError(ProblemText.block(problem)) }
  }

  private func show(_ report: ImportReport) throws {
    for problem in report.problems.prefix(isVerbose ? 100 : 10) {
      standardError(ProblemText.block(problem))
    }
    let total = report.problemCounts.values.reduce(0, +)
    let shown = min(isVerbose ? 100 : 10, report.problems.count)
    if total > shown { standardError("… and \(total - shown) more problems\(countText(report))") }
    guard !isQuiet else { return }
    for item in report.items.prefix(isVerbose ? 1_000 : 20) { try line(PlanText.line(item)) }
    let listed = min(isVerbose ? 1_000 : 20, report.items.count)
    if report.itemCount > listed { try line("… and \(report.itemCount - listed) more") }
    try line(summary(report))
  }

  /// Writes a line; where the reader has gone, the exit code still tells what became of it.
  private func line(_ text: String) throws {
    do {
      try StandardOutput.line(text)
    } catch OutputError.closed {}
  }

  private func countText(_ report: ImportReport) -> String {
    let counts = report.problemCounts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
    return ": " + counts.joined(separator: ", ")
  }

  private func summary(_ report: ImportReport) -> String {
    var lines = [
      "\(report.profile): \(report.read) records read, \(report.accepted) accepted, "
        + "\(report.rejected) rejected"
    ]
    lines.append("  agreements: \(counts(report.outcome.agreements))")
    let amendments = report.outcome.amendments
    if amendments != ImportCounts() { lines.append("  amendments: \(counts(amendments))") }
    lines.append("  parties: \(counts(report.outcome.parties))")
    for (name, counted) in report.outcome.others.sorted(by: { $0.key < $1.key }) {
      lines.append("  \(Self.words(name)): \(counts(counted))")
    }
    lines.append(conclusion(report))
    return lines.joined(separator: "\n")
  }

  /// The name of many in words.
  private static func words(_ plural: String) -> String {
    (RecordType.all + RecordType.register + EntryType.all.map(\.type)).first {
      $0.plural == plural
    }?.pluralWords ?? plural
  }

  private func counts(_ counts: ImportCounts) -> String {
    let parts = [
      (counts.new, "new"), (counts.changed, "changed"), (counts.unchanged, "unchanged"),
      (counts.vanished, "vanished"), (counts.conflicting, "conflicting"),
      (counts.rejected, "rejected"),
    ]
    let shown = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return shown.isEmpty ? "none" : shown.joined(separator: ", ")
  }

  private func conclusion(_ report: ImportReport) -> String {
    if let refusal { return refusal }
    if report.isRestored {
      return isDryRun
        ? "Dry run: nothing was stored. The export would be taken over as it is."
        : "Took the export over into the empty store; `liaison batch list` has its batches."
    }
    if report.outcome.isUnchanged, report.rejected == 0 {
      return isDryRun
        ? "Dry run: nothing would change." : "Nothing changed; recorded as batch \(batch(report))."
    }
    return isDryRun
      ? "Dry run: nothing was stored. \(verb) again without --dry-run to store this."
      : "Stored as batch \(batch(report)). Take it back with `liaison batch undo \(batch(report))`."
  }

  private func batch(_ report: ImportReport) -> String {
    report.outcome.batch.map { "\($0)" } ?? "-"
  }
}

/// A line of a plan as people read it.
enum PlanText {
  static func line(_ item: PlanItem) -> String {
    let head = "\(mark(item.action)) \(item.kind) \(item.reference)"
    if item.action == .likelyMatch {
      return "\(head): perhaps the same as \(item.changes.first?.before ?? "another"); not merged"
    }
    let changes = item.changes.map { change in
      change.before == nil && change.after == nil
        ? change.field
        : "\(change.field) \(change.before ?? "nothing") → \(change.after ?? "nothing")"
    }
    return changes.isEmpty ? head : "\(head): \(changes.joined(separator: "; "))"
  }

  private static func mark(_ action: PlanItem.Action) -> String {
    switch action {
    case .new: "+ new"
    case .changed: "~ changed"
    case .vanished: "- vanished"
    case .ended: "- ended"
    case .conflicting: "! conflict, yours kept:"
    case .likelyMatch: "?"
    }
  }
}
