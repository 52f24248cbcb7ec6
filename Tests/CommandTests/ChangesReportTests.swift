import Foundation
import TestSupport
import Testing

/// What changed between two days, over the demo organisation.
@Suite struct ChangesReportTests {
  private static let suffixes = [
    "table": "txt", "csv": "csv", "json": "json", "ndjson": "ndjson", "markdown": "md",
    "html": "html",
  ]

  /// The demo's lists of two years, the second from October on.
  private func demo() throws -> Program {
    let program = try Program()
    try program.run("init", "--zone", "Europe/Berlin", "--country", "DE-BE")
    for name in ["suppliers-2025.csv", "suppliers-2026.csv", "suppliers.yaml"] {
      let file = documents.appendingPathComponent("demo").appendingPathComponent(name)
      try program.write(Data(contentsOf: file), to: name)
    }
    for (year, day) in [("2025", "2026-01-01"), ("2026", "2026-10-01")] {
      let result = try program.run(
        "import",
        "suppliers-\(year).csv",
        "--profile",
        "suppliers.yaml",
        "--effective",
        day
      )
      #expect(result.code == 0)
    }
    return program
  }

  /// The moments at which the test recorded something, which differ from run to run, replaced.
  private func fixed(_ text: String) -> String {
    text.replacing(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/, with: "2026-11-22T10:00:00.000Z")
  }

  private func rows(_ program: Program, _ words: String...) throws -> [[String: Any]] {
    try program.objects(["report", "changes"] + words + ["--format", "json"])
  }

  @Test func `every format of the report is as recorded`() throws {
    let program = try demo()
    for (format, suffix) in Self.suffixes.sorted(by: { $0.key < $1.key }) {
      let result = try program.run(
        "report",
        "changes",
        "--from",
        "2026-07-31",
        "--to",
        "2026-12-31",
        "--format",
        format
      )
      #expect(result.code == 0)
      #expect(result.errors == "")
      expectSnapshot(fixed(result.output), named: "reports/changes.\(suffix)")
    }
  }

  @Test func `in 80 columns the fact and both values have their place`() throws {
    let program = try demo()
    program.environment["COLUMNS"] = "80"
    let result = try program.run("report", "changes", "--from", "2026-07-31", "--to", "2026-12-31")
    #expect(result.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    expectSnapshot(result.output, named: "reports/changes-80.txt")
  }

  @Test func `without the later day the report goes through the day it is made for`() throws {
    let program = try demo()
    let both = try rows(program, "--from", "2026-09-30", "--to", "2026-11-22")
    let one = try rows(program, "--from", "2026-09-30", "--as-of", "2026-11-22")
    #expect(!both.isEmpty)
    #expect(NSArray(array: both) == NSArray(array: one))
  }

  @Test func `changes are narrowed down by party, kind and what became of them`() throws {
    let program = try demo()
    let days = ["--from", "2026-07-31", "--to", "2027-01-31"]
    func references(_ words: String...) throws -> [String?] {
      try program.objects(["report", "changes"] + days + words + ["--format", "json"])
        .map { $0["reference"] as? String }
    }
    #expect(try references("--party", "Pegelstand") == ["L-1012", "L-1012 2"])
    #expect(try references("--kind", "amendment").count == 4)
    #expect(try references("--kind", "sla").isEmpty)
    #expect(try references("--kind", "contract", "--status", "added") == ["L-1021", "L-1022"])
    #expect(try references("--status", "ended") == ["L-1013", "L-1018"])
    #expect(try references("--status", "voided").isEmpty)
  }

  @Test func `a change names who recorded it, and the file and line it was read from`() throws {
    let program = try demo()
    try program.run(
      "agreement",
      "change",
      "L-1012",
      "--set",
      "owner=Ada",
      "--effective",
      "2026-11-01",
      "--actor",
      "Ben"
    )
    let found = try rows(program, "--from", "2026-09-30", "--to", "2026-11-30", "--party", "Pegel")
    let facts = found.filter { $0["change"] as? String == "changed" }
    #expect(facts.map { $0["fact"] as? String } == ["owner", "noticePeriod"])
    #expect(facts.map { $0["actor"] as? String } == ["Ben", "Tester"])
    #expect(facts.map { $0["before"] as? String } == ["Jana Brandt", "30d"])
    #expect(facts.map { $0["after"] as? String } == ["Ada", "6w"])
    #expect(facts.map { $0["effectiveOn"] as? String } == ["2026-11-01", "2026-10-01"])
    #expect(facts[0]["source"] is NSNull)
    let source = try #require(facts[1]["source"] as? [String: Any])
    #expect(source["file"] as? String == "suppliers-2026.csv")
    #expect(source["line"] as? Int == 13)
  }

  @Test(arguments: [
    (
      ["changes", "--from", "2026-02-01", "--to", "2026-01-01"],
      "Error: The comparison ends on 2026-01-01, before it begins on 2026-02-01."
    ),
    (
      ["changes", "--from", "2026-02-01", "--as-of", "2026-01-01"],
      "Error: The comparison ends on 2026-01-01, before it begins on 2026-02-01."
    ),
    (
      ["changes"], "Error: Name the earlier day: liaison report changes --from YYYY-MM-DD."
    ),
    (
      ["changes", "--from", "2026-01-01", "--through", "2026-02-01"],
      "Error: The report changes has no --through; say --to."
    ),
    (
      ["register", "--to", "2026-02-01"], "Error: --to goes with the report changes; say --through."
    ),
    (
      ["register", "--kind", "target"], "Error: The kind target goes with the report changes."
    ),
    (
      ["changes", "--from", "2026-01-01", "--kind", "thing"],
      "Error: thing is no kind; there are contract, sla, ola, customerSupply, customer, supplier, "
        + "internalSupplier, customerActingAsSupplier, subSupplier, authority, ownEntity, branch; "
        + "for changes also the kinds of records, such as target."
    ),
  ])
  func `days and options that do not go together are refused`(
    _ words: [String],
    _ message: String
  ) throws {
    let program = try Program()
    try program.run("init", "--zone", "Europe/Berlin")
    let result = try program.run(["report"] + words)
    #expect(result.code == 64)
    #expect(result.output == "")
    #expect(result.errors.split(separator: "\n").first.map(String.init) == message)
  }
}
