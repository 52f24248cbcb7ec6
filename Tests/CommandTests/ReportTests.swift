import Foundation
import TestSupport
import Testing

@testable import Commands

/// Reports of the built program over a small fixed register.
@Suite struct ReportTests {
  private static let suffixes = [
    "table": "txt", "csv": "csv", "json": "json", "ndjson": "ndjson", "markdown": "md",
    "html": "html",
  ]

  @Test(arguments: ["register", "deadlines", "parties"])
  func `every format of a report is as recorded`(_ report: String) throws {
    let program = try Program()
    try program.fillStore()
    for (format, suffix) in Self.suffixes.sorted(by: { $0.key < $1.key }) {
      let result = try program.run("report", report, "--as-of", "2026-06-30", "--format", format)
      #expect(result.code == 0)
      #expect(result.errors == "")
      expectSnapshot(result.output, named: "reports/\(report).\(suffix)")
    }
  }

  @Test func `the reasons of deadlines are as recorded`() throws {
    let program = try Program()
    try program.fillStore()
    let result = try program.run("report", "deadlines", "--as-of", "2026-06-30", "--explain")
    #expect(result.code == 0)
    expectSnapshot(result.output, named: "reports/deadlines-explained.txt")
  }

  @Test func `what was not yet recorded is not known then`() throws {
    let program = try Program()
    try program.fillStore()
    let now = try program.objects("report", "register", "--as-of", "2019-06-30", "--format", "json")
    #expect(now.map { $0["reference"] as? String } == ["A-7"])
    let then = try program.run("report", "register", "--as-of", "2019-06-30", "--known", "then")
    #expect(then.code == 0)
    #expect(then.output.contains("No agreements."))
  }

  @Test func `a day before anything took effect shows nothing`() throws {
    let program = try Program()
    try program.fillStore()
    let rows = try program.objects(
      "report",
      "register",
      "--as-of",
      "2017-12-31",
      "--format",
      "json"
    )
    #expect(rows.isEmpty)
  }

  @Test func `colour is used only on a terminal`() throws {
    let program = try Program()
    try program.fillStore()
    let plain = try program.run("report", "deadlines", "--as-of", "2026-06-30")
    #expect(!plain.output.contains("\u{1B}"))
    program.environment["NO_COLOR"] = "1"
    let other = try program.run("report", "deadlines", "--as-of", "2026-06-30", "--no-color")
    #expect(other.output == plain.output)
  }

  @Test func `a closed pipe ends a report quietly`() throws {
    let program = try Program()
    try program.fillStore()
    let line = "liaison report register --format json | head -c 1; echo \"${PIPESTATUS[0]}\" >&2"
    let result = try program.shell(line)
    #expect(result.output == "[")
    #expect(result.errors == "0\n")
  }

  @Test func `the list of reports names each`() throws {
    let result = try Program().run("report", "list")
    #expect(result.code == 0)
    for name in ReportCommand.names { #expect(result.output.contains("\(name) ")) }
  }
}
