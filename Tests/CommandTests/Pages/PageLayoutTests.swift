import TestSupport
import Testing

/// Pages as Chromium lays them out at 360, 800 and 1280 pixels, light and dark.
///
/// Nothing is wider than the screen, no letter is small or faint, and no text of a picture sticks
/// out or lies on another.
@Suite(.enabled(if: Browser.url != nil, "Chromium is not installed; nothing is laid out."))
struct PageLayoutTests {
  private func pages() throws -> [(name: String, html: String)] {
    let program = try RelationshipReportTests.demo()
    try program.assessSuppliers()
    try program.measureForYears()
    let documents = ["L-1006", "L-1007", "L-1012", "L-1018", "L-1020"].map { ["agreement", $0] }
    return try (PageAccessibilityTests.reports.map { [$0] } + documents)
      .map { (name: $0.joined(separator: " "), html: try program.page($0)) }
  }

  @Test(arguments: [false, true])
  func `every page can be read at every width`(isDark: Bool) throws {
    let pages = try pages()
    let lines = try Browser.look(at: pages, isDark: isDark)
    #expect(lines == ["looked at \(pages.count) pages"])
  }

  @Test func `a page printed on paper has all of it`() throws {
    let page = try RelationshipReportTests.demo().page(["service-levels"])
    let bytes = try Browser.printed(page)
    #expect(bytes.starts(with: Array("%PDF-".utf8)))
    #expect(bytes.count > 5_000)
  }

  @Test func `what cannot be read is found`() throws {
    let page = """
      <!doctype html><body style="margin:0"><p style="color:#999">Faint</p>
      <p style="font-size:9px">Small</p><p style="width:500px">Wide</p>
      <figure style="margin:0"><svg width="100%" height="40" style="overflow:visible">
      <text x="10" y="20">One</text><text x="12" y="20">Two</text>
      <text x="99%" y="20">Outside</text></svg></figure>
      """
    let lines = try Browser.look(at: [(name: "Page", html: page)], isDark: false)
    #expect(
      lines.prefix(6) == [
        "looked at 1 pages", "Page at 360: wider than the screen",
        "Page at 360: Faint is too faint",
        "Page at 360: Small is too small", "Page at 360: One lies on Two",
        "Page at 360: Outside sticks out",
      ]
    )
  }
}
