import Foundation
import TestSupport
import Testing

/// What other programs say of our pages and tables, where they are installed.
@Suite(.serialized) struct IndependentReaderTests {
  private static func has(_ program: String) -> Bool {
    ProcessInfo.processInfo.environment["CI"] != "true"
      && FileManager.default.isExecutableFile(atPath: program)
  }

  // MARK: HTML

  /// What HTML Tidy says of good pages: it does not know the elements of SVG, and takes a bar
  /// without words for a mistake.
  private static let accepted = [
    "<title> proprietary attribute \"id\"", "<svg> proprietary attribute", "trimming empty <i>",
  ]

  @Test(.enabled(if: has("/usr/bin/tidy"), "HTML Tidy is not installed, or CI is true."))
  func `HTML Tidy finds nothing wrong with any page`() throws {
    let program = try RelationshipReportTests.demo()
    try program.assessSuppliers()
    let reports = PageAccessibilityTests.reports + ["mail", "assessment"]
    let commands =
      reports.map { ["report", $0] }
      + [["report", "agreement", "L-1012"], ["party", "list"], ["review", "list"]]
    for words in commands {
      try program.write(
        program.run(words + ["--as-of", "2026-11-22", "--format", "html"]).output,
        to: "page.html"
      )
      let said = try program.shell("tidy -q -e page.html 2>&1; true").output
        .split(separator: "\n").filter { line in !Self.accepted.contains { line.contains($0) } }
      #expect(said == [], "\(words)")
    }
  }

  // MARK: CSV

  @Test(
    .enabled(if: has("/usr/bin/soffice"), "LibreOffice is not installed, or CI is true."),
    .timeLimit(.minutes(3))
  )
  func `LibreOffice reads days as days, amounts as numbers, and no text as a formula`() throws {
    let program = try RelationshipReportTests.demo()
    let added = try program.run(
      ["agreement", "add", "F-1", "--set", "title==1+1", "--set", "startsOn=2026-01-01"]
        + ["--set", "value=1234.56 EUR", "--effective", "2026-01-01"]
    )
    #expect(added.code == 0, "\(added.errors)")
    try program.write(
      program.run("report", "register", "--as-of", "2026-11-22", "--format", "csv").output,
      to: "register.csv"
    )
    let profile = "-env:UserInstallation=file://\(program.folder.path)/office"
    // Commas, double quotes, UTF-8, quoted cells as text, and special numbers such as days found.
    let filter = "CSV:44,34,76,1,,0,true,true,false"
    let result = try program.shell(
      "soffice '\(profile)' --headless --convert-to fods --infilter='\(filter)' register.csv"
    )
    #expect(result.code == 0, "\(result.errors)")
    let sheet = try program.read("register.fods")
    #expect(!sheet.contains("table:formula"))
    #expect(sheet.contains("office:date-value=\"2026-01-01\""))
    #expect(sheet.contains("office:value-type=\"float\" office:value=\"1234.56\""))
    #expect(sheet.contains("<text:p>&apos;=1+1</text:p>"))
  }
}
