/// A form in which a listing or a report is written.
public enum OutputFormat: String, Sendable, CaseIterable {
  /// Text columns that fit a terminal.
  case table
  /// Comma-separated values by RFC 4180, in UTF-8 with line feeds.
  case csv
  /// One JSON array of objects by RFC 8259.
  case json
  /// One JSON object a line.
  case ndjson
  /// A table in GitHub Flavored Markdown.
  case markdown
  /// One HTML file that needs nothing else.
  case html
}

extension Set<OutputFormat> {
  /// Every format.
  public static var everywhere: Set<OutputFormat> { Set(OutputFormat.allCases) }
  /// The formats that programs read: CSV, JSON and NDJSON.
  public static var data: Set<OutputFormat> { [.csv, .json, .ndjson] }
  /// The formats that can nest values: JSON and NDJSON.
  public static var nested: Set<OutputFormat> { [.json, .ndjson] }
}
