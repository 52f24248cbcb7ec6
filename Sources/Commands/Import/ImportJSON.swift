import Foundation
import Importing
import Intake
import Storage

/// An import as JSON, one object, keys in a fixed order.
enum ImportJSON {
  static func text(_ report: ImportReport) -> String {
    let outcome = report.outcome
    let fields: [(String, String)] = [
      ("batch", outcome.batch.map { "\($0)" } ?? "null"),
      ("profile", quote(report.profile)),
      ("sources", array(report.sources.map(source))),
      (
        "records",
        object([
          ("read", "\(report.read)"), ("accepted", "\(report.accepted)"),
          ("rejected", "\(report.rejected)"),
        ])
      ),
      (
        "agreements",
        counts(outcome.agreements, ["new", "changed", "unchanged", "vanished", "conflicting"])
      ),
      ("amendments", counts(outcome.amendments, ["new", "changed", "unchanged"])),
      ("parties", counts(outcome.parties, ["new", "changed", "unchanged", "conflicting"])),
      (
        "others",
        object(
          outcome.others.sorted { $0.key < $1.key }
            .map { ($0.key, counts($0.value, ["new", "changed", "unchanged", "rejected"])) }
        )
      ),
      ("changes", array(report.items.prefix(100).map(item))),
      ("problems", array(report.problems.map(problem))),
      (
        "problemCounts",
        object(report.problemCounts.sorted { $0.key < $1.key }.map { ($0.key, "\($0.value)") })
      ),
    ]
    return "{" + fields.map { "\(quote($0.0)): \($0.1)" }.joined(separator: ",\n ") + "}"
  }

  private static func source(_ source: ImportReport.Source) -> String {
    object([
      ("path", quote(source.path)), ("sha256", quote(source.digest.hexadecimal)),
      ("bytes", "\(source.digest.byteCount)"),
    ])
  }

  private static func counts(_ counts: ImportCounts, _ names: [String]) -> String {
    let values = [
      "new": counts.new, "changed": counts.changed, "unchanged": counts.unchanged,
      "vanished": counts.vanished, "conflicting": counts.conflicting,
      "rejected": counts.rejected,
    ]
    return object(names.map { ($0, "\(values[$0] ?? 0)") })
  }

  private static func item(_ item: PlanItem) -> String {
    object([
      ("action", quote(item.action.rawValue)), ("kind", quote(item.kind)),
      ("reference", quote(item.reference)),
      (
        "changes",
        array(
          item.changes.map {
            object([
              ("field", quote($0.field)), ("before", optional($0.before)),
              ("after", optional($0.after)),
            ])
          }
        )
      ),
    ])
  }

  private static func problem(_ problem: Problem) -> String {
    object([
      ("code", quote(problem.code)), ("severity", quote(problem.severity.rawValue)),
      ("file", optional(problem.file)), ("line", optional(problem.place?.line)),
      ("column", optional(problem.place?.column)), ("record", optional(problem.place?.record)),
      ("field", optional(problem.field)), ("value", optional(problem.value)),
      ("message", quote(problem.message)), ("remedy", quote(problem.remedy)),
    ])
  }

  // MARK: Pieces

  private static func object(_ fields: [(String, String)]) -> String {
    "{" + fields.map { "\(quote($0.0)): \($0.1)" }.joined(separator: ", ") + "}"
  }

  private static func array(_ values: [String]) -> String {
    values.isEmpty ? "[]" : "[" + values.joined(separator: ",\n  ") + "]"
  }

  private static func optional(_ text: String?) -> String { text.map(quote) ?? "null" }

  private static func optional(_ number: Int?) -> String { number.map { "\($0)" } ?? "null" }

  private static func quote(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20:
        result += "\\u" + String(0x10000 + scalar.value, radix: 16).dropFirst()
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
