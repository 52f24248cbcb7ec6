import Importing
import Model
import Policies
import Reporting
import Rules
import Storage

/// The first page: whose pack it is, by what it was made, what it says, and the way to everything.
struct CoverPart {
  let seed: String
  let problems: [Problem]

  private static let facts = [
    Column("organization", "Organisation"), Column("edition", "Edition"),
    Column("asOf", "As of", .day), Column("known", "Known"),
    Column("period", "Period of the audit", .period), Column("policySha256", "Policy, SHA-256"),
    Column("policyEffectiveOn", "Policy in force from"),
    Column("policyApprovedBy", "Policy approved by"), Column("program", "Program"),
    Column("journalEntries", "Entries of the journal", .integer),
    Column("journalHead", "Head of the journal"), Column("names", "Names of people"),
    Column("samplingSeed", "Seed of the sampling sheet"), Column("making", "Made by and at"),
  ]

  private static let counts =
    ResultCounts.columns
    + Grade.byGravity.map {
      Column($0.rawValue + "Findings", "Findings: \($0.rawValue)", .integer)
    }

  private static let contents = [
    Column("title", "Part"), Column("what", "What is there"), Column("file", "File"),
  ]

  private static let problemColumns = [
    Column("code", "Code"), Column("value", "Of"), Column("message", "What is wrong"),
    Column("remedy", "What to do"),
  ]

  func write(_ request: EvidenceRequest, _ writer: PackWriter) throws {
    let document = try document(request, writer)
    try writer.folder.write("cover.json") {
      try document.write(as: .json, to: $0, writer.options(document.title))
    }
    try writer.write(document, to: "index.html", above: nil)
  }

  private func document(_ request: EvidenceRequest, _ writer: PackWriter) throws -> Document {
    Document(
      title: "Evidence pack",
      sections: [
        .fields(Self.facts, try facts(request, writer)),
        .record(key: "summary", title: "Results", Self.counts, counts(request.outcome)),
        .table(
          key: "problems",
          title: "Files of evidence that are not what they should be",
          Self.problemColumns,
          problems.map(row)
        ),
        .table(key: "contents", title: "Contents", Self.contents, contents(writer)),
      ]
    )
  }

  private func facts(_ request: EvidenceRequest, _ writer: PackWriter) throws -> Row {
    var head: (count: Int, hash: String?) = (0, nil)
    try request.reader.forEachJournalEntry { head = (head.count + 1, $0.entry.hash) }
    let context = request.context
    return Row([
      Cell(request.reader.organization.name.map(writer.text)), .text(context.edition.name),
      Cell(context.asOf), .text(request.reader.asOf.knowledge.rawValue),
      Cell(from: request.period?.lowerBound, to: request.period?.upperBound),
      .text(context.policy.sha256), Cell(request.policyEffectiveOn),
      Cell(request.policyApprovedBy.map(writer.text)), .text("Liaison \(request.program)"),
      Cell(head.count), Cell(head.hash),
      .text(request.usesPseudonyms ? "replaced by pseudonyms" : "as they are"), .text(seed),
      .text("in \(EvidencePack.makingName), the one file that the manifest does not name"),
    ])
  }

  private func counts(_ outcome: CheckOutcome) -> Row {
    Row(
      ResultCounts.cells(of: outcome.rules)
        + Grade.byGravity.map { Cell(outcome.count($0)) }
    )
  }

  private func row(_ problem: Problem) -> Row {
    Row(
      [
        .text(problem.code), Cell(problem.value), .text(problem.message), .text(problem.remedy),
      ],
      mark: .alert
    )
  }

  /// A line for each table; an empty one says that there is nothing, rather than nothing at all.
  private func contents(_ writer: PackWriter) -> [Row] {
    let tables = writer.contents.map { content in
      line(
        content.title,
        content.count == 0 ? "none as of the day" : content.noun.counted(content.count),
        content.name + ".html"
      )
    }
    return tables + [
      line("Policy", "every threshold with what it means", "policy.yaml"),
      line("Manifest", "the SHA-256 of every file; `sha256sum -c` reads it", PackManifest.name),
    ]
  }

  private func line(_ title: String, _ what: String, _ file: String) -> Row {
    var row = Row([.text(title), .text(what), .text(file)])
    row.links[0] = [file]
    return row
  }
}
