import Reporting
import TestSupport
import Testing

@Suite struct FormatTests {
  @Test(arguments: [OutputFormat.csv, .json, .ndjson, .markdown, .html])
  func `a format writes every value in its own way`(format: OutputFormat) throws {
    let text = try Sample.text(format, notes: ["A note <for> *people*."])
    expectSnapshot(text, named: "rows.\(format.rawValue)")
  }
}
