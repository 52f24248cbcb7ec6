import Model
import Reporting
import Storage

/// A table of a pack: a file of CSV with all rows, and a page.
struct PackTable {
  /// The path within the pack without an ending, such as `rules/SUP-09`.
  let name: String
  let title: String
  let noun: CountNoun
  let columns: [Column]
  /// What stands above the table on the page.
  var fields: (columns: [Column], row: Row)?
  /// Whether it has a line of its own in the list of contents.
  var isListed = true
}

/// Writes tables and pages into a pack, with names replaced if that was asked for.
final class PackWriter {
  /// The most rows on a page; the CSV has all.
  static let pageRows = 2_000

  /// What was written, for the list of contents.
  struct Content {
    let name: String
    let title: String
    let count: Int
    let noun: CountNoun
  }

  let folder: PackFolder
  let pseudonyms: Pseudonyms?
  private(set) var contents: [Content] = []
  private let reader: Reader

  init(_ folder: PackFolder, _ reader: Reader, _ pseudonyms: Pseudonyms?) {
    self.folder = folder
    self.reader = reader
    self.pseudonyms = pseudonyms
  }

  /// A text without names, if they are to be replaced.
  func text(_ text: String) -> String { pseudonyms?.text(text) ?? text }

  /// The name of a record's row.
  func anchor(_ reference: String) -> String { PackAddress.anchor(text(reference)) }

  /// The address of a record from the top of the pack.
  func address(_ plural: String, _ reference: String) -> String {
    PackAddress.record(plural, text(reference))
  }

  /// Writes a table row by row.
  ///
  /// The links of rows are from the top of the pack.
  func write(_ table: PackTable, _ rows: (_ write: (Row) throws -> Void) throws -> Void) throws {
    var shown: [Row] = []
    var count = 0
    try folder.write(table.name + ".csv") { sink in
      let writer = OutputFormat.csv.makeWriter(to: sink, options(table.title))
      try writer.begin(table.columns)
      try rows { row in
        let row = pseudonyms?.row(row, table.columns) ?? row
        try writer.row(row)
        if count < Self.pageRows { shown.append(lead(row, from: table.name)) }
        count += 1
      }
      try writer.finish()
    }
    try write(page: table, shown, of: count)
    if table.isListed {
      contents.append(
        Content(name: table.name, title: table.title, count: count, noun: table.noun)
      )
    }
  }

  private func write(page table: PackTable, _ rows: [Row], of count: Int) throws {
    let (columns, rows) = Self.filled(table.columns, rows)
    var sections: [Document.Section] = []
    if let (columns, row) = table.fields {
      sections.append(.fields(columns, pseudonyms?.row(row, columns) ?? row))
    }
    sections.append(
      .table(
        key: "rows",
        title: heading(table, rows.count, of: count),
        columns,
        rows,
        emptySentence: "There are no \(table.noun.plural) as of the day."
      )
    )
    try write(
      Document(title: table.title, sections: sections),
      to: table.name + ".html",
      above: upward(table.name) + "index.html"
    )
  }

  /// The columns in which a row of the page has a value, and the rows with these alone.
  private static func filled(_ columns: [Column], _ rows: [Row]) -> ([Column], [Row]) {
    let kept = columns.indices.filter { index in
      rows.contains { index < $0.cells.count && $0.cells[index] != .empty }
    }
    return (
      kept.map { columns[$0] },
      rows.map { row in
        var row = row
        let links = row.links
        row.cells = kept.map { $0 < row.cells.count ? row.cells[$0] : .empty }
        row.links = Dictionary(
          uniqueKeysWithValues: kept.enumerated().compactMap { place, index in
            links[index].map { (place, $0) }
          }
        )
        return row
      }
    )
  }

  private func heading(_ table: PackTable, _ shown: Int, of count: Int) -> String {
    let file = table.name.split(separator: "/").last.map { "\($0).csv" } ?? ""
    return shown < count
      ? "The first \(shown) of \(count); all are in \(file)"
      : "\(table.noun.counted(count)), also in \(file)"
  }

  /// Writes a document as a page.
  func write(_ document: Document, to name: String, above: String?) throws {
    try folder.write(name) { sink in
      var options = options(document.title)
      options.heading.above = above.map { RenderingOptions.Heading.Link("Evidence pack", $0) }
      try document.write(as: .html, to: sink, options)
    }
  }

  /// How everything in the pack is shown.
  func options(_ title: String) -> RenderingOptions {
    RenderingOptions(
      heading: RenderingOptions.Heading(
        title: title,
        asOf: reader.asOf.day.number,
        isKnownThen: reader.asOf.knowledge == .then,
        store: reader.organization.name.map(text)
      ),
      exponent: { Currency($0)?.exponent ?? 2 }
    )
  }

  private func lead(_ row: Row, from name: String) -> Row {
    guard !row.links.isEmpty else { return row }
    var row = row
    let upward = upward(name)
    row.links = row.links.mapValues { $0.map { $0.isEmpty ? "" : upward + $0 } }
    return row
  }

  /// The way from a file's folder to the top of the pack.
  private func upward(_ name: String) -> String {
    String(repeating: "../", count: name.count { $0 == "/" })
  }
}
