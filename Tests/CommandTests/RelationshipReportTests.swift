import Foundation
import TestSupport
import Testing

/// Reports about relationships over the demo organisation.
@Suite struct RelationshipReportTests {
  private static let suffixes = [
    "table": "txt", "csv": "csv", "json": "json", "ndjson": "ndjson", "markdown": "md",
    "html": "html",
  ]

  /// A store with the demo's files, as known since 2026.
  static func demo() throws -> Program {
    let program = try Program()
    try program.run(
      "init",
      "--organization",
      "Nordlicht",
      "--zone",
      "Europe/Berlin",
      "--country",
      "DE-BE"
    )
    for name in [
      "suppliers-2025.csv", "suppliers-2026.csv", "customers.csv", "suppliers.yaml",
      "kundenvertraege.yaml",
      "frameworks.xml", "relationships.xml", "performance.xml",
    ] {
      let file = documents.appendingPathComponent("demo").appendingPathComponent(name)
      try program.write(Data(contentsOf: file), to: name)
    }
    for words in [
      ["suppliers-2025.csv", "--profile", "suppliers.yaml"],
      ["suppliers-2026.csv", "--profile", "suppliers.yaml"],
      ["customers.csv", "--profile", "kundenvertraege.yaml"], ["frameworks.xml"],
      ["relationships.xml"],
      ["performance.xml"],
    ] {
      let result = try program.run(["import"] + words + ["--effective", "2026-01-01"])
      #expect(result.code == 0, "\(words): \(result.output) \(result.errors)")
    }
    return program
  }

  @Test(arguments: [
    "reviews", "obligations", "complaints", "service-levels", "scorecard", "disputes",
    "satisfaction", "improvements", "spend", "concentration",
  ])
  func `every format of a report is as recorded`(_ report: String) throws {
    let program = try Self.demo()
    for (format, suffix) in Self.suffixes.sorted(by: { $0.key < $1.key }) {
      let result = try program.run("report", report, "--as-of", "2026-11-22", "--format", format)
      #expect(result.code == 0)
      #expect(result.errors == "")
      expectSnapshot(result.output, named: "reports/\(report).\(suffix)")
    }
  }

  private func rows(_ program: Program, _ words: String...) throws -> [[String: Any]] {
    try program.objects(["report"] + words + ["--as-of", "2026-11-22", "--format", "json"])
  }

  @Test func `a missed mandatory target caps the grade, and the inputs are kept`() throws {
    let cards = try rows(Self.demo(), "scorecard")
    let card = try #require(
      cards.first { $0["period"] as? String == "2026-09" }
    )
    #expect(card["grade"] as? String == "C")
    #expect(card["uncappedGrade"] as? String == "B")
    #expect(card["score"] as? String == "87.84")
    #expect(card["knockOut"] as? [String] == ["Power and cooling available"])
    let inputs = try #require(card["inputs"] as? [[String: String]])
    #expect(
      inputs == [
        ["target": "T-1", "weight": "60", "value": "99.884", "state": "missed", "score": "93.07"],
        ["target": "T-2", "weight": "40", "value": "92.000", "state": "missed", "score": "80.00"],
      ]
    )
  }

  @Test func `without data there is no grade and no rank, and the strict score is 0`() throws {
    let cards = try rows(Self.demo(), "scorecard", "--party", "Havelring")
    let card = try #require(cards.first)
    #expect(card["grade"] is NSNull)
    #expect(card["rank"] is NSNull)
    #expect(card["score"] is NSNull)
    #expect(card["strictScore"] as? String == "0.00")
    #expect(card["state"] as? String == "insufficientData")
  }

  @Test func `what was not counted has no share and says so`() throws {
    let figures = try rows(
      Self.demo(),
      "complaints",
      "--from",
      "2026-10-01",
      "--through",
      "2026-10-31"
    )
    let closed = try #require(figures.first { $0["key"] as? String == "reopened" })
    #expect(closed["value"] is NSNull)
    #expect(closed["denominator"] as? Int == 0)
    #expect(closed["state"] as? String == "no cases")
  }

  @Test func `a complaint that a person handed to a higher level counts as escalated`() throws {
    let program = try Self.demo()
    func escalated() throws -> Int? {
      let figures = try rows(
        program,
        "complaints",
        "--from",
        "2026-09-01",
        "--through",
        "2026-09-30"
      )
      return figures.first { $0["key"] as? String == "escalated" }?["numerator"] as? Int
    }
    #expect(try escalated() == 0)
    let added = try program.run(
      ["escalation", "add", "--set", "complaint=K-1", "--set", "level=2", "--set", "reason=Asked"]
        + ["--set", "raisedAt=2026-09-15T08:00:00Z", "--effective", "2026-09-15"]
    )
    #expect(added.code == 0, "\(added.errors)")
    #expect(try escalated() == 1)
  }

  @Test func `the figures of the month in which a complaint was handled`() throws {
    let figures = try rows(
      Self.demo(),
      "complaints",
      "--from",
      "2026-09-01",
      "--through",
      "2026-09-30"
    )
    let values = Dictionary(
      uniqueKeysWithValues: figures.map {
        ($0["key"] as? String ?? "", [$0["numerator"] as? Int, $0["denominator"] as? Int])
      }
    )
    #expect(values["received"] == [1, nil])
    #expect(values["upheld"] == [1, 1])
    #expect(values["causedBySupplier"] == [1, 1])
    #expect(values["closedAgreed"] == [1, 1])
    #expect(values["inTarget.acknowledge"] == [1, 1])
  }

  @Test func `a report is narrowed down by party, status and window`() throws {
    let program = try Self.demo()
    let missed = try rows(program, "service-levels", "--status", "missed")
    #expect(missed.compactMap { $0["measurement"] as? String } == ["M-2", "M-4"])
    let october = try rows(program, "service-levels", "--from", "2026-10-01")
    #expect(october.compactMap { $0["measurement"] as? String } == ["M-3", "M-5", "M-6"])
    let overdue = try rows(program, "reviews", "--status", "overdue", "--party", "Spreekern")
    #expect(overdue.allSatisfy { $0["state"] as? String == "overdue" })
    #expect(!overdue.isEmpty)
    let wrong = try program.run("report", "reviews", "--status", "nothing")
    #expect(wrong.code == 64)
  }

  @Test func `on a day before the measurements there are none`() throws {
    let program = try Self.demo()
    let rows = try program.objects(
      "report",
      "service-levels",
      "--as-of",
      "2026-08-30",
      "--format",
      "json"
    )
    #expect(rows.isEmpty)
  }
}
