import Model
import Reporting
import Rules

/// Which subjects of each rule to look at, chosen so that anybody can choose them again.
///
/// The seed is the SHA-256 of the manifest of everything that the choice is made from. Subjects go
/// by the SHA-256 of the seed, the rule and the key of the judgement, divided by blanks; the
/// smallest come first. What a rule does not concern is left out.
struct SamplingPart {
  let seed: String

  /// The files that are made after the seed.
  static let later = ["cover.json", "index.html", "sampling.csv", "sampling.html"]

  private static let columns = [
    Column("rule", "Rule"), Column("population", "Population", .integer),
    Column("place", "Place", .integer), Column("key", "Key"), Column("subject", "Subject"),
    Column("result", "Result"), Column("number", "SHA-256"),
  ]

  func write(_ request: EvidenceRequest, _ writer: PackWriter) throws {
    let table = PackTable(
      name: "sampling",
      title: "Sampling sheet",
      noun: CountNoun("sample", "samples"),
      columns: Self.columns,
      fields: (Self.fields, fields(request))
    )
    let judgements = Dictionary(
      grouping: request.outcome.findings + request.outcome.kept,
      by: \.rule
    )
    try writer.write(table) { write in
      for outcome in request.outcome.rules {
        let population = judgements[outcome.rule.id, default: []]
          .filter { $0.judgement.result != .notApplicable }
        for (place, sample) in sample(of: population, request.sampleSize, writer).enumerated() {
          try write(row(sample, place + 1, population.count, writer))
        }
      }
    }
  }

  private static let fields = [
    Column("seed", "Seed"), Column("size", "At most for each rule", .integer),
    Column("again", "To get the seed again"), Column("choice", "To get a number again"),
  ]

  private func fields(_ request: EvidenceRequest) -> Row {
    Row([
      .text(seed), Cell(request.sampleSize),
      .text(
        "grep -vE '  (\(Self.later.joined(separator: "|")))$' \(PackManifest.name) | sha256sum"
      ),
      .text("printf '%s' 'SEED RULE KEY' | sha256sum"),
    ])
  }

  private typealias Sample = (number: String, finding: CheckFinding)

  private func sample(
    of population: [CheckFinding],
    _ size: Int,
    _ writer: PackWriter
  ) -> [Sample] {
    let numbered = population.map { finding -> Sample in
      (PackManifest.digest("\(seed) \(finding.rule) \(writer.text(finding.key))"), finding)
    }
    return Array(numbered.sorted { $0.number < $1.number }.prefix(size))
  }

  private func row(_ sample: Sample, _ place: Int, _ count: Int, _ writer: PackWriter) -> Row {
    let finding = sample.finding
    var row = Row([
      .text(finding.rule), Cell(count), Cell(place), .text(finding.key),
      .text(finding.judgement.subject.name), .text(finding.judgement.result.rawValue),
      .text(sample.number),
    ])
    row.links[3] = [RulePart.address(of: finding.rule) + "#" + writer.anchor(finding.key)]
    return row
  }
}
