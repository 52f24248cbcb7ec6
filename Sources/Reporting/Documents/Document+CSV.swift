extension Document {
  /// Writes the document as CSV in long form: one line for each value.
  ///
  /// The columns are `section` (empty for the subject's own fields), `row` (1-based; empty for
  /// fields), `key` and `value`. Amounts and records take several lines, as they take several
  /// columns elsewhere.
  func writeCSV(to sink: any OutputSink, _ options: RenderingOptions) throws {
    var out = OutputBuffer(sink)
    var fields = CSVFields(options)
    try out.append("section,row,key,value\n")
    for section in sections {
      switch section.content {
      case .fields(let columns, let row):
        try Self.append(row, columns, prefix: "\(section.key ?? ""),,", &fields, &out)
      case .picture: continue
      case .table(let columns, let rows, _):
        for (index, row) in rows.enumerated() {
          let prefix = "\(section.key ?? "rows"),\(index + 1),"
          try Self.append(row, columns, prefix: prefix, &fields, &out)
        }
      }
    }
    try out.flush()
  }

  private static func append(
    _ row: Row,
    _ columns: [Column],
    prefix: String,
    _ fields: inout CSVFields,
    _ out: inout OutputBuffer
  ) throws(OutputError) {
    for (index, column) in columns.shown(in: .csv) {
      for (key, kind, cell) in flat(row[index], column.kind, key: column.flatKeys) {
        try out.append("\(prefix)\(key),")
        if case .money(let minor, let currency) = cell {
          try fields.append(amount: minor, currency, to: &out)
        } else {
          try fields.append(cell, kind, width: 1, to: &out)
        }
        try out.append("\n")
      }
    }
  }

  /// Gives the single values of a cell with their keys, amounts without their currency as text.
  private static func flat(
    _ cell: Cell,
    _ kind: Column.Kind,
    key keys: [String]
  ) -> [(key: String, kind: Column.Kind, cell: Cell)] {
    if case .money = kind {
      guard case .money(_, let currency) = cell else {
        return [(keys[0], .text, cell), (keys[1], .text, .empty)]
      }
      return [(keys[0], .money, cell), (keys[1], .text, .text(currency))]
    }
    guard !kind.fields.isEmpty else { return [(keys[0], kind, cell)] }
    var cells: [Cell] = []
    if case .record(let values) = cell { cells = values }
    var rest = keys[...]
    return kind.fields.enumerated().flatMap { index, field in
      let own = Array(rest.prefix(field.kind.flatCount))
      rest = rest.dropFirst(own.count)
      return flat(index < cells.count ? cells[index] : .empty, field.kind, key: own)
    }
  }
}
