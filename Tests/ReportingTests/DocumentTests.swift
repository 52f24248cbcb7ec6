import Reporting
import TestSupport
import Testing

@Suite struct DocumentTests {
  private let document = Document(
    title: "Agreement A-0002: Lifts & <escalators>",
    sections: [
      .fields(Sample.columns, Sample.rows[1]),
      .record(
        key: "owner",
        title: "Owner",
        [Column("name", "Name"), Column("deputy", "Deputy"), Column("since", "Since", .day)],
        Row([.text("Anna | Example"), .empty, .day(20_000)], mark: .alert, markedColumn: 2)
      ),
      .table(
        key: "terms",
        title: "Terms",
        [Column("number", "No.", .integer), Column("term", "Term", .period)],
        [
          Row([.integer(1), .record([.day(0), .day(364)])], mark: .warning),
          Row([.integer(2), .record([.day(365), .empty])]),
        ]
      ),
      .table(key: "notices", title: "Notices", [Column("on", "On", .day)], []),
    ]
  )

  @Test(arguments: OutputFormat.allCases)
  func `a document shows fields and tables in every format`(format: OutputFormat) throws {
    let sink = MemorySink()
    try document.write(as: format, to: sink, Sample.options(width: 80))
    expectSnapshot(sink.text, named: "document.\(format.rawValue)")
  }

  @Test(arguments: [40, 160])
  func `a document fits the terminal`(width: Int) throws {
    let sink = MemorySink()
    try document.write(as: .table, to: sink, Sample.options(width: width))
    expectSnapshot(sink.text, named: "document-\(width).txt")
  }

  @Test func `an empty document is an empty object`() throws {
    let sink = MemorySink()
    try Document(title: "Nothing", sections: []).write(as: .json, to: sink, Sample.options())
    #expect(sink.text == "{}\n")
  }

  @Test func `in HTML the sentences of a table with one column take the whole width`() throws {
    let steps = Document(
      title: "How the deadlines came about",
      sections: [
        .table(
          key: "A-1",
          title: "A-1",
          [Column("step", "Step")],
          [Row([.text("Term starts 2023-05-01.")]), Row([.text("Too late.")], mark: .alert)]
        )
      ]
    )
    let sink = MemorySink()
    try steps.write(as: .html, to: sink, Sample.options(width: 80))
    #expect(
      sink.text.contains(
        """
        .t1{width:100%}
        .t1 tbody td{max-width:none}
        @media (max-width:42rem){
        .t1 tbody td{display:block}
        }
        </style>
        """
      )
    )
    #expect(
      sink.text.contains(
        """
        <tr><td>Term starts 2023-05-01.</td></tr>
        <tr class="alert"><td>Too late.</td></tr>
        """
      )
    )
    #expect(!sink.text.contains("scope=\"row\""))
  }
}
