import Importing
import Reporting
import Storage

/// The pages of `docs/reference`, made from the program itself.
enum ReferencePages {
  private static let notice =
    "This page is made by the program; a test compares them. `RECORD_SNAPSHOTS=1` rewrites it.\n"

  /// All commands with their options and examples.
  static func commands(_ tree: CommandTree) -> String {
    var lines = ["# Commands", "", notice]
    for command in tree.command.leaves {
      lines += ["## \(command.path)", "", command.abstract ?? "", ""]
      lines += command.paragraphs.flatMap { [$0, ""] }
      lines += ["```text", command.usage, "```", ""]
      if !command.examples.isEmpty {
        lines += ["Examples:", "", "```sh"] + command.examples + ["```", ""]
      }
      lines += options(command.own)
    }
    lines += ["## Exit codes", "", "| Code | Meaning |", "|---|---|"]
    lines += ExitStatus.all.map { "| \($0.codes) | \($0.meaning) |" }
    lines += ["", "## Environment", "", "| Variable | Meaning |", "|---|---|"]
    lines += EnvironmentVariable.all.map { "| `\($0.name)` | \($0.meaning) |" }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func options(_ arguments: [CommandTree.Argument]) -> [String] {
    guard !arguments.isEmpty else { return [] }
    return ["| Option | Meaning |", "|---|---|"]
      + arguments.map { "| `\($0.title)` | \(cell($0.text)) |" } + [""]
  }

  /// All reports with their columns.
  static func reports() -> String {
    var lines = ["# Reports", "", notice]
    for report in Report<Reader>.all { lines += page(report) }
    for report in Report<JudgedReader>.all { lines += page(report) }
    lines += ["## \(AgreementDocument.id)", "", AgreementDocument.summary, ""]
    lines += ["## \(ReviewPack.id)", "", ReviewPack.summary, ""]
    lines += ["## \(AssessmentReport.id)", "", AssessmentReport.summary, ""]
    lines += ["| Key | Title | Holds |", "|---|---|---|"]
    lines += AssessmentReport.columns.map { column in
      "| `\(column.key)` | \(cell(column.title)) | \(kind(column.kind)) |"
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func page<Context>(_ report: Report<Context>) -> [String] {
    var lines = ["## \(report.id)", "", report.summary, ""]
    lines += ["| Key | Title | Holds | Formats |", "|---|---|---|---|"]
    lines += report.columns.map { column in
      "| `\(column.key)` | \(cell(column.title)) | \(kind(column.kind)) | \(formats(column)) |"
    }
    return lines + report.notes.flatMap { ["", $0] } + [""]
  }

  private static func kind(_ kind: Column.Kind) -> String {
    switch kind {
    case .text: "text"
    case .day: "day"
    case .instant: "moment in UTC"
    case .integer: "whole number"
    case .money: "amount with currency"
    case .percent: "percentage"
    case .flag: "yes or no"
    case .period: "`startsOn`, `endsOn`"
    case .record(let columns): columns.map { "`\($0.key)`" }.joined(separator: ", ")
    case .list(let kind): "list of: \(self.kind(kind))"
    }
  }

  private static func formats(_ column: Column) -> String {
    guard column.formats != .everywhere else { return "all" }
    return OutputFormat.allCases.filter(column.formats.contains).map(\.rawValue)
      .joined(separator: ", ")
  }

  /// All profiles that come with the program.
  static func profiles() -> String {
    var lines = ["# Import profiles", "", notice]
    lines.append("`liaison profile show ID` prints a profile.\n")
    for profile in ProfileLibrary.all.profiles {
      lines += ["## \(profile.id)", "", "\(profile.title).", ""]
      if !profile.source.isEmpty { lines += ["Source: \(profile.source)", ""] }
      if !profile.note.isEmpty { lines += [profile.note, ""] }
      lines += profileColumns(profile) + [""]
    }
    return lines.joined(separator: "\n")
  }

  private static func profileColumns(_ profile: Profile) -> [String] {
    var lines: [String] = []
    if let key = profile.key {
      lines.append("- key: \(names(key.columns))")
    }
    for field in profile.fields {
      lines.append("- `\(field.target.profileName)`: \(source(field.value.source))")
    }
    lines += profile.identifiers.map { "- name `\($0.scheme)`: \(source($0.value.source))" }
    lines += profile.mentions.map { "- \($0.kind): \(source($0.name.source))" }
    return lines
  }

  private static func names(_ columns: [ProfileColumn]) -> String {
    columns.map { "“\($0.label)”" }.joined(separator: ", ")
  }

  private static func source(_ source: ProfileSource) -> String {
    switch source {
    case .constant(let text): "always `\(text)`"
    case .answer(let name): "asked for with `--answer \(name)=…`"
    case .part(let number): "part \(number) of the cell"
    default: names(source.columns)
    }
  }

  private static func cell(_ text: String) -> String {
    text.replacing("|", with: "\\|").replacing("\n", with: " ")
  }
}
