/// Writes comma-separated values.
///
/// RFC 4180 in UTF-8 without a byte order mark, lines ending with a line feed also where the RFC
/// has CR LF, since that is what the tools of a shell expect. The first line has the keys. A
/// field is quoted if it has a comma, a quote or a line break. A text that starts with `=`, `+`,
/// `-`, `@`, a tab or a carriage return gets an apostrophe before it, so that no spreadsheet
/// takes it for a formula; numbers and days never do. Amounts and records become several columns.
final class CSVWriter: RowWriter {
  private var out: OutputBuffer
  private var fields: CSVFields
  private var shown: [(index: Int, kind: Column.Kind, width: Int)] = []
  private var isSingle = false

  init(to sink: any OutputSink, _ options: RenderingOptions) {
    out = OutputBuffer(sink)
    fields = CSVFields(options)
  }

  func begin(_ columns: [Column]) throws {
    shown = columns.indices.filter { columns[$0].formats.contains(.csv) }
      .map { ($0, columns[$0].kind, columns[$0].kind.flatCount) }
    let keys = shown.flatMap { columns[$0.index].flatKeys }
    isSingle = keys.count == 1
    try out.append(keys.joined(separator: ",") + "\n")
  }

  func row(_ row: Row) throws {
    if isSingle, let only = shown.first, row[only.index] == .empty {
      return try out.append("\"\"\n")
    }
    try Self.append(row.cells, shown, fields: &fields, to: &out)
  }

  func note(_ sentence: String) {}

  func finish() throws { try out.flush() }

  private static func append(
    _ cells: [Cell],
    _ shown: [(index: Int, kind: Column.Kind, width: Int)],
    fields: inout CSVFields,
    to out: inout OutputBuffer
  ) throws(OutputError) {
    var isFirst = true
    for (index, kind, width) in shown {
      if !isFirst { try out.append(UInt8(ascii: ",")) }
      isFirst = false
      guard index < cells.count else {
        try fields.append(.empty, kind, width: width, to: &out)
        continue
      }
      try fields.append(cells[index], kind, width: width, to: &out)
    }
    try out.append(UInt8(ascii: "\n"))
  }
}
