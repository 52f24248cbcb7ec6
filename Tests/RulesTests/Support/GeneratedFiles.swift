import Model
import TestSupport
import Testing

@testable import Rules

/// Files of parties that depend only on a seed, with reviews, gaps and waivers.
struct GeneratedFiles {
  private static let shapes: [(role: String, kind: AgreementKind, review: String)] = [
    ("customer", .sla, "sla"), ("customer", .sla, "service"), ("supplier", .contract, "contract"),
    ("internalSupplier", .ola, "ola"),
  ]
  private static let tiers: [String?] = [nil, "strategic", "tactical", "operational", "commodity"]

  private(set) var numbers: SplitMix64

  init(seed: Int) { numbers = SplitMix64(seed: UInt64(seed)) }

  /// A day so many days after another, at random.
  mutating func day(after text: String, within days: Int) throws -> String {
    try RuleSamples.day(text).adding(days: Int.random(in: 0...days, using: &numbers)).description
  }

  /// The files of so many parties as of a day, in order of reference.
  mutating func files(_ count: Int, on day: String) throws -> [RelationshipFile] {
    try (1...count).map { try file(Int64($0), on: day) }
  }

  private mutating func file(_ number: Int64, on day: String) throws -> RelationshipFile {
    let shape = Self.shapes[Int.random(in: 0..<4, using: &numbers)]
    var party = PartyFacts(id: number, reference: "P-\(number)", name: "Party \(number)")
    party.roles = [PartyFacts.Role(shape.role)]
    party.tier = Self.tiers.randomElement(using: &numbers) ?? nil
    var file = RelationshipFile(party: party)
    for index in 0..<Int64.random(in: 0...2, using: &numbers) {
      let start = try self.day(after: "2023-01-01", within: 1_000)
      var agreement = try RuleSamples.agreement(
        shape.kind,
        "A-\(number)-\(index)",
        id: number * 10 + index,
        startsOn: start,
        endsOn: Bool.random(using: &numbers) ? nil : self.day(after: start, within: 1_000),
        on: day
      )
      try addReviews(shape.review, number * 100 + index * 10, to: &agreement.records)
      file.agreements.append(agreement)
    }
    if shape.review == "service" { try addReviews("service", number * 100 + 50, to: &file.records) }
    return file
  }

  private mutating func addReviews(
    _ kind: String,
    _ first: Int64,
    to shelf: inout RecordShelf
  ) throws {
    for id in first..<first + Int64.random(in: 0...3, using: &numbers) {
      let day = try day(after: "2023-06-01", within: 1_000)
      try CustomerSamples.addReview(kind, on: day, id: id, to: &shelf)
    }
  }

  /// A context on a day with waivers of some rules for some of so many parties and agreements.
  mutating func context(on day: String, parties: Int) throws -> RuleContext {
    var context = try RuleSamples.context(on: day)
    for rule in ["BRM-05", "SLM-06", "SUP-01", "SUP-02", "SUP-09", "INT-02"] {
      let number = Int.random(in: 1...parties, using: &numbers)
      let isParty = Bool.random(using: &numbers)
      context.organization.records.add(
        try Waiver.sample(
          rule,
          isParty ? "party" : "agreement",
          isParty ? "P-\(number)" : "A-\(number)-0",
          from: "2024-01-01",
          until: self.day(after: "2025-01-01", within: 700)
        )
      )
    }
    return context
  }

  /// The values in an order at random.
  mutating func shuffled<Value>(_ values: [Value]) -> [Value] { values.shuffled(using: &numbers) }
}
