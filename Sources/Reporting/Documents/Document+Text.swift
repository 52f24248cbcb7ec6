extension Document {
  /// Writes the document for a terminal: headings with a rule, fields as two columns, tables.
  func writeText(to sink: any OutputSink, _ options: RenderingOptions) throws {
    var out = OutputBuffer(sink)
    let style = TerminalStyle(isOn: options.usesColour)
    try out.append(Self.headingText(title, rule: "═", style, places: options.places))
    for section in sections {
      try out.append("\n")
      if let title = section.title {
        try out.append(Self.headingText(title, rule: "─", style, places: options.places))
      }
      switch section.content {
      case .fields(let columns, let row):
        try out.append(Self.fieldsText(columns, row, style, options))
      case .picture(let picture):
        let canvas = TextCanvas(options)
        for line in canvas.lines([picture]) { try out.append(line + "\n") }
      case .table(let columns, let rows, let emptySentence):
        try out.flush()
        var options = options
        options.noun = nil
        options.emptySentence = emptySentence
        let writer = TableWriter(to: sink, options)
        writer.begin(columns)
        for row in rows { try writer.row(row) }
        try writer.finish()
      }
    }
    try out.flush()
  }

  private static func headingText(
    _ title: String,
    rule: String,
    _ style: TerminalStyle,
    places: Int
  ) -> String {
    let lines = TerminalText.lines(TerminalText.safe(title), width: places)
    let width = lines.map { DisplayWidth.of($0) }.max() ?? 0
    return lines.map { style.heading($0) + "\n" }.joined()
      + style.faint(String(repeating: rule, count: width)) + "\n"
  }

  private static func fieldsText(
    _ columns: [Column],
    _ row: Row,
    _ style: TerminalStyle,
    _ options: RenderingOptions
  ) -> String {
    let shown = columns.shown(in: .table)
    let widest = shown.map { DisplayWidth.of($0.column.title) }.max() ?? 0
    let titleWidth = min(widest, options.places * 2 / 5)
    var result = ""
    for (index, column) in shown {
      let text = TerminalText.safe(options.cellText.text(row[index], column.kind))
      let room = max(1, options.places - titleWidth - TableLayout.gap)
      let values = TerminalText.lines(text.isEmpty ? "–" : text, width: room)
      let titles = TerminalText.lines(column.title, width: titleWidth)
      for number in 0..<max(values.count, titles.count) {
        let title = number < titles.count ? titles[number] : ""
        let value = number < values.count ? values[number] : ""
        let start = TerminalText.pad(title, to: titleWidth + TableLayout.gap, .left)
        let line = style.faint(start) + style.marked(value, row.mark(of: index))
        result += (value.isEmpty ? style.faint(title) : line) + "\n"
      }
    }
    return result
  }
}
