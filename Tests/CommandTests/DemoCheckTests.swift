import Foundation
import Model
import Rules
import Storage
import TestSupport
import Testing

@testable import Commands

/// The rules over the demo organisation, day by day.
///
/// `RULES_DEMO=years` walks two years instead of one quarter.
@Suite struct DemoCheckTests {
  private static let isLong = ProcessInfo.processInfo.environment["RULES_DEMO"] == "years"
  private static let span = isLong ? ("2026-01-02", "2027-12-31") : ("2026-09-15", "2026-12-31")

  /// The demo's files in a store of its own, in effect since the beginning of 2024.
  private static func organisation() throws -> Program {
    let program = try Program()
    let demo = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../docs/demo").standardizedFileURL
    for name in try FileManager.default.contentsOfDirectory(atPath: demo.path)
    where name.hasSuffix(".csv") || name.hasSuffix(".xml") || name.hasSuffix(".yaml") {
      try program.write(Data(contentsOf: demo.appendingPathComponent(name)), to: name)
    }
    try program.run(
      ["init", "--organization", "Nordlicht", "--zone", "Europe/Berlin", "--country", "DE-BE"]
    )
    for file in [
      ["suppliers-2025.csv", "--profile", "suppliers.yaml"],
      ["suppliers-2026.csv", "--profile", "suppliers.yaml"],
      ["customers.csv", "--profile", "kundenvertraege.yaml"], ["frameworks.xml"],
      ["relationships.xml"], ["performance.xml"],
    ] {
      let result = try program.run(["import"] + file + ["--effective", "2024-01-01", "--quiet"])
      #expect(result.code == 0, "\(file): \(result.errors)")
    }
    return program
  }

  /// A judgement without the day on which it was made.
  private struct Place: Hashable {
    let key: String
    let due: CivilDay
  }

  @Test func `no rule with a due day fails overnight, for every rule and subject`() throws {
    let program = try Self.organisation()
    let store = try Store.open(program.folder.appendingPathComponent("store.sqlite").path)
    let run = CheckRun(Rule.all, edition: nil, subject: nil, keepsAll: true)
    let first = try #require(CivilDay(Self.span.0))
    let last = try #require(CivilDay(Self.span.1))
    var before: [Place: RuleResult] = [:]
    var failed: Set<Place> = []
    for number in first.number...last.number {
      let day = first.adding(days: Int(number - first.number))
      let outcome = try store.read(asOf: AsOf(day: day)) { reader in
        try run.run(reader, .current()).outcome
      }
      var now: [Place: RuleResult] = [:]
      for finding in outcome.findings + outcome.kept {
        guard let due = finding.judgement.due else { continue }
        let place = Place(key: finding.key, due: due)
        now[place] = finding.judgement.result
        guard finding.judgement.result == .fail else { continue }
        failed.insert(place)
        #expect(before[place] != .pass, "\(day): \(finding.key) \(finding.judgement.message)")
      }
      before = now
    }
    #expect(failed.count > 10)
  }

  /// The same organisation as if everything had been recorded on 2026-01-05.
  private static func recordedEarly() throws -> Program {
    let program = try organisation()
    try program.run("export", "--out", "all.xml", "--quiet")
    let day = try Regex(#"recordedAt="\d{4}-\d\d-\d\dT"#)
    let early = try program.read("all.xml").replacing(day, with: #"recordedAt="2026-01-05T"#)
    try program.write(early, to: "early.xml")
    program.environment["LIAISON_STORE"] = "early.sqlite"
    let result = try program.run("import", "early.xml", "--quiet")
    #expect(result.code == 0, "\(result.errors)")
    return program
  }

  @Test func `a check by what was known then stays, whatever is recorded later`() throws {
    let program = try Self.recordedEarly()
    func check(_ known: String) throws -> String {
      let day = "2026-06-30"
      return try program.run(
        ["check", "--as-of", day, "--known", known, "--all", "--format", "json"]
      ).output
    }
    let then = try check("then")
    let now = try check("now")
    #expect(then.replacing("\"known\":\"then\"", with: "\"known\":\"now\"") == now)
    #expect(then.contains("\"fail\""))
    let changes = [
      ["complaint", "add", "--set", "receivedAt=2026-05-01T08:00:00Z"]
        + ["--set", "description=Late", "--effective", "2026-05-01"],
      ["agreement", "change", "L-1002", "--set", "noticePeriod=12m"]
        + ["--effective", "2026-05-01"],
    ]
    for change in changes {
      let result = try program.run(change)
      #expect(result.code == 0, "\(change): \(result.errors)")
    }
    #expect(try check("then") == then)
    #expect(try check("now") != now)
  }
}
