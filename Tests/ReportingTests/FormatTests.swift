import Reporting
import TestSupport
import Testing

@Suite struct FormatTests {
  @Test func `an HTML table with a bound counts all rows and says how many it shows`() throws {
    var options = Sample.options()
    options.mostRows = 2
    let html = try Sample.text(.html, options)
    #expect(html.contains("A-0002"))
    #expect(!html.contains("A-0003"))
    #expect(html.contains("<td colspan=\"11\">6 agreements</td>"))
    #expect(
      html.contains(
        "<p class=\"note\">The first 2 of 6 agreements are shown; --format csv has all, and "
          + "options such as --party show fewer.</p>"
      )
    )
    options.mostRows = 6
    #expect(try Sample.text(.html, options) == Sample.text(.html))
    #expect(try Sample.text(.csv, options) == Sample.text(.csv))
  }

  @Test(arguments: [OutputFormat.csv, .json, .ndjson, .markdown, .html])
  func `a format writes every value in its own way`(format: OutputFormat) throws {
    let text = try Sample.text(format, notes: ["A note <for> *people*."])
    expectSnapshot(text, named: "rows.\(format.rawValue)")
  }

  @Test func `formats for programs are valid without rows`() throws {
    let columns = [Column("a", "A"), Column("b", "B", formats: .nested)]
    #expect(try Sample.text(.json, columns: columns, rows: []) == "[]\n")
    #expect(try Sample.text(.ndjson, columns: columns, rows: []) == "")
    #expect(try Sample.text(.csv, columns: columns, rows: []) == "a\n")
  }

  @Test func `HTML without rows has no table`() throws {
    let text = try Sample.text(.html, rows: [])
    #expect(text.contains("<p class=\"empty\">No agreements.</p>"))
    #expect(!text.contains("<table"))
  }

  @Test func `headings cannot leave the style sheet of HTML`() throws {
    let columns = [Column("a", "</style><script>\"\\"), Column("b", "B")]
    let text = try Sample.text(.html, columns: columns, rows: [])
    #expect(!text.contains("<script"))
    #expect(text.contains(#"content:"\3c /style\3e \3c script\3e \22 \5c ""#))
  }

  @Test(arguments: OutputFormat.allCases)
  func `a report writes its columns, rows, count and notes`(format: OutputFormat) throws {
    let report = Report<[Int64]>(
      id: "numbers",
      title: "Numbers",
      summary: "All numbers of a kind.",
      noun: CountNoun("number", "numbers"),
      columns: [Column("number", "Number", .integer, importance: .essential)],
      notes: ["Zero is not shown."],
      rows: { numbers, filter, write in
        for number in numbers where filter.kind == nil || number < 0 {
          try write(Row([.integer(number)]))
        }
      }
    )
    let sink = MemorySink()
    let filter = ReportFilter(kind: "negative")
    try report.write([1, -2, -3], filter, as: format, to: sink, Sample.options(width: 40))
    expectSnapshot(sink.text, named: "report.\(format.rawValue)")
  }
}
