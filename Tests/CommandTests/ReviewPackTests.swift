import Foundation
import TestSupport
import Testing

/// The agenda of a review with a party, over the demo organisation.
@Suite struct ReviewPackTests {
  private static let suffixes = [
    "table": "txt", "csv": "csv", "json": "json", "ndjson": "ndjson", "markdown": "md",
    "html": "html",
  ]

  /// The moments at which the test recorded something, which differ from run to run, replaced.
  private func fixed(_ text: String) -> String {
    text.replacing(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/, with: "2026-11-22T10:00:00.000Z")
  }

  @Test func `every format of the agenda is as recorded`() throws {
    let program = try RelationshipReportTests.demo()
    for (format, suffix) in Self.suffixes.sorted(by: { $0.key < $1.key }) {
      let result = try program.run(
        "report",
        "pack",
        "review",
        "Spreekern",
        "--as-of",
        "2026-11-22",
        "--format",
        format
      )
      #expect(result.code == 0)
      #expect(result.errors == "")
      expectSnapshot(fixed(result.output), named: "reports/pack.\(suffix)")
    }
  }

  @Test func `in 80 columns no line is wider, and what is empty says so`() throws {
    let program = try RelationshipReportTests.demo()
    program.environment["COLUMNS"] = "80"
    let result = try program.run("report", "pack", "Stadtwerke", "--as-of", "2026-11-22")
    #expect(result.code == 0)
    #expect(result.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    expectSnapshot(fixed(result.output), named: "reports/pack-80.txt")
  }

  @Test func `a party without records has an agenda of sentences`() throws {
    let program = try Program()
    try program.run("init", "--zone", "Europe/Berlin")
    try program.run("party", "add", "acme", "Acme Ltd", "--effective", "2026-01-01")
    let result = try program.run("report", "pack", "review", "acme", "--as-of", "2026-06-30")
    #expect(result.code == 0)
    for sentence in [
      "Nothing falls due within a year.", "No open actions.", "No service level target holds.",
      "No target was missed.", "No open complaints.", "No open disputes.",
      "No obligation is overdue or due within 90 days.", "No open improvements.",
      "No open risks.",
    ] {
      #expect(result.output.contains("\n\(sentence)\n"), "\(sentence)")
    }
    #expect(result.output.hasPrefix("Review with Acme Ltd as of 2026-06-30\n"))
  }

  @Test func `changes begin on the day of the last review`() throws {
    let program = try Program()
    try program.run("init", "--zone", "Europe/Berlin")
    try program.run("party", "add", "acme", "Acme Ltd", "--effective", "2026-01-01")
    try program.run(
      "review",
      "add",
      "R-1",
      "--set",
      "kind=service",
      "--set",
      "party=acme",
      "--set",
      "heldOn=2026-03-01",
      "--set",
      "result=All went well",
      "--effective",
      "2026-03-01"
    )
    try program.run("party", "change", "acme", "--set", "city=Bern", "--effective", "2026-04-01")
    try program.run("party", "add", "acme-2", "Acme Two", "--effective", "2026-04-01")
    let result = try program.run(
      "report",
      "pack",
      "review",
      "acme",
      "--as-of",
      "2026-06-30",
      "--format",
      "json"
    )
    let value = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    let pack = try #require(value as? [String: Any])
    #expect(pack["lastReview"] as? String == "R-1")
    #expect(pack["lastReviewOn"] as? String == "2026-03-01")
    #expect(pack["since"] as? String == "2026-03-01")
    let changes = try #require(pack["changes"] as? [[String: Any]])
    #expect(changes.map { $0["fact"] as? String } == ["city"])
    #expect(changes.map { $0["after"] as? String } == ["Bern"])
  }

  @Test(arguments: [
    (["pack"], 64, "Error: Name one party: liaison report pack review PARTY."),
    (["pack", "review"], 64, "Error: Name one party: liaison report pack review PARTY."),
    (["pack", "one", "two"], 64, "Error: Name one party: liaison report pack review PARTY."),
    (["register", "acme"], 64, "Error: The report register takes no subject (acme)."),
    (["agreement"], 64, "Error: Name the agreement: liaison report agreement REFERENCE."),
    (["agreement", "A", "B"], 64, "Error: Name one agreement, not 2."),
  ])
  func `words that a report does not take are refused`(
    _ words: [String],
    _ code: Int32,
    _ message: String
  ) throws {
    let program = try Program()
    try program.run("init", "--zone", "Europe/Berlin")
    let result = try program.run(["report"] + words)
    #expect(result.code == code)
    #expect(result.errors.split(separator: "\n").first.map(String.init) == message)
  }

  @Test func `a party that is not there or that several could be is refused`() throws {
    let program = try Program()
    try program.run("init", "--zone", "Europe/Berlin")
    try program.run("party", "add", "P-1", "Acme Ltd")
    try program.run("party", "add", "P-2", "Acme GmbH")
    let none = try program.run("report", "pack", "review", "Nobody")
    #expect(none.code != 0)
    #expect(none.errors.contains("There is no party with the reference Nobody."))
    let several = try program.run("report", "pack", "review", "acme")
    #expect(several.code != 0)
    #expect(
      several.errors.contains(
        "acme is in the names of 2 parties: P-1 (Acme Ltd), P-2 (Acme GmbH). Name one by its "
          + "reference."
      )
    )
  }
}
