import ArgumentParser
import Importing
import Model
import Policies
import Reporting
import Rules
import Storage

/// `liaison assessment compare A B`.
struct AssessmentCompare: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Show which clauses changed from one kept self-assessment to another.",
    discussion: """
      Without a second snapshot the first is compared with what stands on the day.

        liaison assessment compare Y-2025 Y-2026
        liaison assessment compare Y-2025
      """
  )

  @Argument(help: "The earlier snapshot.")
  var before: String

  @Argument(help: "The later snapshot (default: what stands now).")
  var after: String?

  @OptionGroup var readingOptions: ReadingOptions

  func run() throws {
    try readingOptions.read { reader, machine in
      let earlier = try Self.frozen(before, reader)
      let later =
        try after.map { try Self.frozen($0, reader) }
        ?? AssessmentRun(reader, machine, Edition(rawValue: earlier.edition)).frozen
      if let problem = AssessmentComparison.problem(earlier, later) { throw problem }
      try Self.listing(AssessmentComparison(earlier, later))
        .show(readingOptions.formatOptions, machine)
    }
  }

  private static func frozen(_ reference: String, _ reader: Reader) throws -> FrozenAssessment {
    let snapshot = try AssessmentSnapshot.find(reference, in: reader)
    guard let frozen = FrozenAssessment.read(snapshot.content, sha256: snapshot.sha256) else {
      throw Problem(
        "assessment.digest",
        value: reference,
        message: "The content of snapshot \(reference) does not fit its SHA-256.",
        remedy: "Look at who changed it: liaison journal list."
      )
    }
    return frozen
  }

  private static func listing(_ comparison: AssessmentComparison) -> Listing {
    Listing(
      "Changes of the self-assessment",
      CountNoun("clause", "clauses"),
      [
        Column("clause", "Clause", importance: .essential, overflow: .whole),
        Column("title", "Title", overflow: .wrap),
        Column("claimedBefore", "Claimed before", importance: .essential),
        Column("claimed", "Claimed", importance: .essential),
        Column("provenBefore", "Proven before", importance: .high),
        Column("proven", "Proven", importance: .high), Column("claim", "Claim is"),
        Column("proof", "Proof is"),
      ],
      comparison.changes.map { change in
        Row([
          .text(change.clause), .text(change.title), claim(change.before), claim(change.after),
          Cell(change.before?.proven), Cell(change.after?.proven),
          .text(change.claimed.rawValue), .text(change.proven.rawValue),
        ])
      }
    )
  }

  private static func claim(_ row: FrozenAssessment.Row?) -> Cell {
    guard let row else { return .empty }
    return .text(row.isApplicable ? row.claimed : "notApplicable")
  }
}
