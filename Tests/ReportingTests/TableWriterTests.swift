import Reporting
import TestSupport
import Testing

@Suite struct TableWriterTests {
  @Test(arguments: [40, 60, 80, 120, 160, 240])
  func `a table fits its width`(width: Int) throws {
    let text = try Sample.text(
      .table,
      Sample.options(width: width),
      notes: ["Days to notice count from 2026-01-13 and are negative once the deadline has passed."]
    )
    expectSnapshot(text, named: "table-\(width).txt")
  }
}
