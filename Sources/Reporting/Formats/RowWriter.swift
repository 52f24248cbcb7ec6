/// Writes one table in one format, row by row.
///
/// The calls come in this order: ``begin(_:)`` once, ``row(_:)`` any number of times,
/// ``note(_:)`` any number of times at any moment after the start, ``finish()`` once. Memory does
/// not grow with the number of rows. A value for one thread.
public protocol RowWriter: AnyObject {
  /// Starts the table; columns that the format does not show are left out by the writer.
  func begin(_ columns: [Column]) throws
  /// Writes a row, its cells in the order of all the columns.
  func row(_ row: Row) throws
  /// Adds a sentence for people after the rows; the formats for programs leave it out.
  func note(_ sentence: String) throws
  /// Ends the table and hands everything to the sink.
  func finish() throws
}

extension OutputFormat {
  /// Makes the writer of a table in this format.
  ///
  /// Every error that the writer throws is an ``OutputError``.
  public func makeWriter(to sink: any OutputSink, _ options: RenderingOptions) -> any RowWriter {
    switch self {
    case .table: TableWriter(to: sink, options)
    case .csv: CSVWriter(to: sink, options)
    case .json: JSONWriter(to: sink, options, asLines: false)
    case .ndjson: JSONWriter(to: sink, options, asLines: true)
    case .markdown: MarkdownWriter(to: sink, options)
    case .html: HTMLWriter(to: sink, options)
    }
  }
}
