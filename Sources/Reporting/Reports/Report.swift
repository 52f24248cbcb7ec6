/// A report: its name, a sentence, its columns, and a function that gives its rows.
///
/// `Context` is whatever the rows are read from, such as a reading connection with its day.
///
/// ```swift
/// extension Report<Reader> {
///   static let parties = Report(
///     id: "parties",
///     title: "Parties",
///     summary: "All parties with their roles.",
///     noun: CountNoun("party", "parties"),
///     columns: [Column("reference", "Reference", importance: .essential)],
///     rows: { reader, filter, write in
///       try reader.forEachParty(filter) { try write(Row([.text($0.reference)])) }
///     }
///   )
/// }
/// ```
public struct Report<Context>: Sendable {
  /// Gives every row of the report, in order, to a function.
  public typealias Rows =
    @Sendable (
      _ context: Context,
      _ filter: ReportFilter,
      _ write: (Row) throws -> Void
    ) throws -> Void

  /// The name on the command line, in lower case with hyphens.
  public let id: String
  /// The title, in a few words.
  public let title: String
  /// What the report shows, in one sentence.
  public let summary: String
  /// What its rows are called when they are counted.
  public let noun: CountNoun
  /// The sentence that people read if there are no rows.
  public let emptySentence: String
  /// The columns, from left to right.
  public let columns: [Column]
  /// Sentences that people read after the rows, such as how a figure is made.
  public private(set) var notes: [String]
  /// Gives the rows, in the order in which they are shown.
  public let rows: Rows
  /// How the pictures made from the rows are to be read; nil for a report without pictures.
  private var picture: PictureHeading?

  /// Makes a report.
  public init(
    id: String,
    title: String,
    summary: String,
    noun: CountNoun,
    emptySentence: String? = nil,
    columns: [Column],
    notes: [String] = [],
    rows: @escaping Rows
  ) {
    self.id = id
    self.title = title
    self.summary = summary
    self.noun = noun
    self.emptySentence = emptySentence ?? "No \(noun.plural)."
    self.columns = columns
    self.notes = notes
    self.rows = rows
  }

  /// Gives the report with pictures made from its rows, to be read by a sentence.
  func pictured(_ reading: String) -> Report {
    var report = self
    report.picture = PictureHeading(reading)
    return report
  }

  /// Gives the report with a sentence before its notes, such as the days that it compares.
  public func noting(_ sentence: String) -> Report {
    var report = self
    report.notes.insert(sentence, at: 0)
    return report
  }

  /// Writes the report, row by row.
  ///
  /// Title, summary, noun and empty sentence of the options are replaced by the report's own.
  ///
  /// - Throws: An ``OutputError``, or what the function of the rows throws.
  public func write(
    _ context: Context,
    _ filter: ReportFilter = ReportFilter(),
    as format: OutputFormat,
    to sink: any OutputSink,
    _ options: RenderingOptions
  ) throws {
    var options = options
    options.heading.title = title
    options.heading.summary = summary.isEmpty ? nil : summary
    options.noun = noun
    options.emptySentence = emptySentence
    options.picture = picture
    let writer = format.makeWriter(to: sink, options)
    try writer.begin(columns)
    try rows(context, filter) { try writer.row($0) }
    for note in notes { try writer.note(note) }
    try writer.finish()
  }
}
