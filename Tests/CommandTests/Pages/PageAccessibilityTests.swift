import Foundation
import TestSupport
import Testing

/// What people who hear a page, or see it badly, need from every report in HTML.
@Suite struct PageAccessibilityTests {
  static let reports = [
    "register", "deadlines", "parties", "alignment", "disputes", "satisfaction", "improvements",
    "spend", "concentration", "reviews", "obligations", "complaints", "service-levels",
    "scorecard",
  ]

  @Test func `every report and every document is a page that can be heard`() throws {
    let program = try RelationshipReportTests.demo()
    try program.assessSuppliers()
    var pictures = 0
    for words in Self.reports.map({ [$0] }) + [["agreement", "L-1012"], ["agreement", "L-1020"]] {
      let page = try program.page(words)
      let faults = try PageFaults(page)
      #expect(faults.sentences == [], "\(words)")
      pictures += faults.pictures
    }
    #expect(pictures >= 10)
  }

  @Test func `a page that lacks something is found out`() throws {
    let page = """
      <!doctype html>
      <html><head><title></title></head><body><h1>A</h1><h3>B</h3><h1>C</h1>
      <table><tbody><tr><th>D</th></tr></tbody></table><p id="x"></p><p id="x"></p>
      <svg role="img" aria-labelledby="y"><rect/></svg><script src="z"></script></body></html>
      """
    #expect(
      try PageFaults(page).sentences == [
        "no language", "no title", "2 elements h1", "h3 after h1", "a table without caption",
        "a th without scope", "a picture without title", "a picture without words",
        "an id twice: x", "a script", "an address from elsewhere: z",
      ]
    )
  }

  @Test(arguments: [
    "<!doctype html>\n<p>", "<!doctype html>\n</p>", "<!doctype html>\n<p a=b></p>", "<p></p>",
    "<!doctype html>\n<p", "<!doctype html>\n<p a=\"1\" a=\"2\"></p>",
  ])
  func `a page that is not well formed is found out`(page: String) {
    #expect(throws: PageTags.Fault.self) { try PageTags(page) }
  }
}

extension Program {
  /// A report on the day of the demo as an HTML page.
  func page(_ words: [String]) throws -> String {
    let result = try run(["report"] + words + ["--as-of", "2026-11-22", "--format", "html"])
    #expect(result.code == 0, "\(words): \(result.errors)")
    return result.output
  }

  /// Imports measurements of many months, many of them missed, and of periods with long names.
  func measureForYears() throws {
    var lines = ["reference,target,periodStart,periodEnd,value,source,state"]
    for month in 0..<30 {
      let (year, number) = (2024 + month / 12, month % 12 + 1)
      let day = "\(year)-\(number < 10 ? "0" : "")\(number)"
      let value = "9\(month % 10).\(month)12"
      lines.append("Y-\(month),T-1,\(day)-01,\(day)-28,\(value),ours,measured")
    }
    for month in 3...7 {
      let start = "2026-0\(month)-15"
      lines.append("Z-\(month),T-3,\(start),2026-0\(month + 1)-14,99.\(month)51,ours,measured")
    }
    try write(Data((lines.joined(separator: "\n") + "\n").utf8), to: "measurements.csv")
    let result = try run("import", "measurements.csv", "--effective", "2026-01-01")
    #expect(result.code == 0, "\(result.output)\(result.errors)")
  }

  /// Enters assessments of some suppliers of the demo.
  func assessSuppliers() throws {
    for (supplier, impact, risk) in [(1, 5, 4), (3, 5, 5), (4, 3, 3), (5, 1, 2), (6, 3, 3)] {
      let result = try run([
        "tier-assessment", "add", "TA-\(supplier)", "--set",
        "party=nordlicht:creditor:K-7000\(supplier)", "--set", "impact=\(impact)", "--set",
        "risk=\(risk)", "--set", "assessedOn=2026-02-01", "--effective", "2026-02-01",
      ])
      #expect(result.code == 0, "\(result.errors)")
    }
  }
}
