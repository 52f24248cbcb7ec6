extension Document {
  /// Writes the document in GitHub Flavored Markdown: headings, lists of fields, tables.
  func writeMarkdown(to sink: any OutputSink, _ options: RenderingOptions) throws {
    var out = OutputBuffer(sink)
    try out.append("# \(MarkdownText.inline(title))\n")
    for section in sections {
      if case .picture = section.content { continue }
      try out.append("\n")
      if let title = section.title { try out.append("## \(MarkdownText.inline(title))\n\n") }
      switch section.content {
      case .fields(let columns, let row):
        for (index, column) in columns.shown(in: .markdown) {
          let text = options.cellText.text(row[index], column.kind)
          let value = MarkdownText.inline(text.isEmpty ? "–" : text)
          try out.append("- **\(MarkdownText.inline(column.title)):** \(value)\n")
        }
      case .picture: break
      case .table(let columns, let rows, let emptySentence):
        try out.flush()
        var options = options
        options.noun = nil
        options.emptySentence = emptySentence
        let writer = MarkdownWriter(to: sink, options)
        writer.begin(columns)
        for row in rows { try writer.row(row) }
        try writer.finish()
      }
    }
    try out.flush()
  }
}
