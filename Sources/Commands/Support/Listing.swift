import Foundation
import Reporting

/// A table that a command shows, in any format.
struct Listing {
  let title: String
  let noun: CountNoun
  let columns: [Column]
  let rows: [Row]

  init(_ title: String, _ noun: CountNoun, _ columns: [Column], _ rows: [Row]) {
    self.title = title
    self.noun = noun
    self.columns = columns
    self.rows = rows
  }

  /// Writes the table to standard output.
  func show(_ format: FormatOptions, _ machine: Machine) throws {
    let rows = rows
    let report = Report<Void>(
      id: "listing",
      title: title,
      summary: "",
      noun: noun,
      columns: columns,
      rows: { _, _, write in for row in rows { try write(row) } }
    )
    var options = Terminal.rendering(
      format,
      machine,
      heading: RenderingOptions.Heading(title: title)
    )
    options.heading.summary = nil
    try report.write(
      (),
      as: format.format,
      to: FileDescriptorSink(STDOUT_FILENO),
      options
    )
  }
}
