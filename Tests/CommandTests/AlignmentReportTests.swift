import Foundation
import TestSupport
import Testing

@testable import Commands

/// The report of promises and what carries them, over a fixed service with three contracts.
@Suite struct AlignmentReportTests {
  private let program: Program

  init() throws {
    program = try Program()
    try program.run("init", "--zone", "Europe/Berlin", "--country", "DE-BE")
    try program.take("alignment.xml")
    let result = try program.run("import", "alignment.xml", "--effective", "2024-01-01")
    #expect(result.code == 0, "\(result.errors)")
  }

  private func rows(_ day: String) throws -> [[String: Any]] {
    try program.objects("report", "alignment", "--as-of", day, "--format", "json")
  }

  @Test(arguments: [
    ("table", "txt"), ("csv", "csv"), ("json", "json"), ("ndjson", "ndjson"), ("markdown", "md"),
    ("html", "html"),
  ])
  func `every format is as recorded`(_ format: String, _ suffix: String) throws {
    program.environment["COLUMNS"] = "160"
    let result = try program.run(
      "report",
      "alignment",
      "--as-of",
      "2026-06-01",
      "--format",
      format
    )
    #expect(result.code == 0)
    #expect(result.errors == "")
    expectSnapshot(result.output, named: "reports/alignment.\(suffix)")
  }

  @Test func `an availability keeps all its digits`() throws {
    let row = try #require(rows("2026-06-01").first { $0["aspect"] as? String == "availability" })
    #expect(row["promised"] as? String == "99.9")
    #expect(row["carried"] as? String == "99.840064995")
    #expect(row["gap"] as? String == "0.059935005")
    #expect(row["unit"] as? String == "%")
    #expect(row["verdict"] as? String == "gap")
  }

  @Test(arguments: [("2026-06-30", true), ("2026-07-01", false)])
  func `a gap is accepted through the last day of the acceptance`(
    _ day: String,
    _ isAccepted: Bool
  ) throws {
    let gaps = try rows(day).filter { $0["verdict"] as? String == "gap" }
    #expect(!gaps.isEmpty)
    #expect(gaps.allSatisfy { $0["isAccepted"] as? Bool == isAccepted })
  }

  @Test(arguments: [("K-1", 1), ("lehmann", 1), ("P-1", 0)])
  func `only SLAs of the customer asked for are shown`(_ party: String, _ count: Int) throws {
    let rows = try program.objects(
      "report",
      "alignment",
      "--as-of",
      "2026-06-01",
      "--party",
      party,
      "--format",
      "json"
    )
    #expect(rows.filter { $0["level"] as? Int == 0 }.count == count)
  }

  @Test func `without an SLA in force the report says so`() throws {
    let result = try program.run("report", "alignment", "--as-of", "2023-06-01")
    #expect(result.code == 0)
    #expect(result.output.contains("No SLA is in force."))
  }
}
