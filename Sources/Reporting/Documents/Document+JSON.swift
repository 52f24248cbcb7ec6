extension Document {
  /// Writes the document as one object, its members each on a line of its own or all on one.
  ///
  /// Members with equal keys are all written: whoever makes the document keeps keys apart.
  func writeJSON(
    to sink: any OutputSink,
    _ options: RenderingOptions,
    asLines isLine: Bool
  ) throws {
    var out = OutputBuffer(sink)
    var values = JSONValues(options)
    let format: OutputFormat = isLine ? .ndjson : .json
    var separator = isLine ? "{" : "{\n  "
    for section in sections {
      for member in Self.members(of: section, format) {
        try out.append(separator + member.key)
        separator = isLine ? "," : ",\n  "
        try member.write(&values, &out, isLine: isLine)
      }
    }
    try out.append(separator.hasPrefix("{") ? "{}\n" : isLine ? "}\n" : "\n}\n")
    try out.flush()
  }

  /// A member of the document's object.
  private struct Member {
    enum Value {
      case cell(Cell, JSONShape)
      case object([Cell], [JSONShape])
      case array([Row], [JSONShape])
    }

    let key: String
    let value: Value

    func write(
      _ values: inout JSONValues,
      _ out: inout OutputBuffer,
      isLine: Bool
    ) throws(OutputError) {
      switch value {
      case .cell(let cell, let shape): try values.append(cell, shape, to: &out)
      case .object(let cells, let shapes): try values.append(object: cells, shapes, to: &out)
      case .array(let rows, let shapes):
        try out.append("[")
        for (index, row) in rows.enumerated() {
          if index > 0 { try out.append(",") }
          if !isLine { try out.append("\n    ") }
          try values.append(object: row.cells, shapes, to: &out)
        }
        try out.append(rows.isEmpty || isLine ? "]" : "\n  ]")
      }
    }
  }

  private static func members(of section: Section, _ format: OutputFormat) -> [Member] {
    switch (section.content, section.key) {
    case (.fields(let columns, let row), nil):
      JSONShape.shapes(columns, format: format)
        .map { Member(key: $0.key, value: .cell(row[$0.index], $0)) }
    case (.fields(let columns, let row), let key?):
      [
        Member(
          key: "\"\(key)\":",
          value: .object(row.cells, JSONShape.shapes(columns, format: format))
        )
      ]
    case (.picture, _): []
    case (.table(let columns, let rows, _), let key):
      [
        Member(
          key: "\"\(key ?? "rows")\":",
          value: .array(rows, JSONShape.shapes(columns, format: format))
        )
      ]
    }
  }
}
