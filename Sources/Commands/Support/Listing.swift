import Foundation
import Reporting

/// A table that a command shows, in any format.
struct Listing {
  let title: String
  let noun: CountNoun
  let columns: [Column]
  /// Hands rows over, one after the other.
  typealias Rows = ((Row) throws -> Void) throws -> Void

  private let rows: Rows

  /// Makes a table of rows that are there.
  init(_ title: String, _ noun: CountNoun, _ columns: [Column], _ rows: [Row]) {
    self.init(title, noun, columns) { write in for row in rows { try write(row) } }
  }

  /// Makes a table of rows that are handed over one after the other.
  init(
    _ title: String,
    _ noun: CountNoun,
    _ columns: [Column],
    rows: @escaping Rows
  ) {
    self.title = title
    self.noun = noun
    self.columns = columns
    self.rows = rows
  }

  /// Writes the table to standard output.
  func show(_ format: FormatOptions, _ machine: Machine) throws {
    let report = Report<Rows>(
      id: "listing",
      title: title,
      summary: "",
      noun: noun,
      columns: columns,
      rows: { rows, _, write in try rows(write) }
    )
    var options = Terminal.rendering(
      format,
      machine,
      heading: RenderingOptions.Heading(title: title)
    )
    options.heading.summary = nil
    try report.write(
      rows,
      as: format.format,
      to: FileDescriptorSink(STDOUT_FILENO),
      options
    )
  }
}
