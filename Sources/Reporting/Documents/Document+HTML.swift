extension Document {
  /// Writes the document as one HTML file: sections with headings, description lists and tables.
  func writeHTML(to sink: any OutputSink, _ options: RenderingOptions) throws {
    var out = OutputBuffer(sink)
    var heading = options.heading
    heading.title = title
    let page = HTMLPage(heading: heading)
    let tables = sections.enumerated().map { number, section -> HTMLTable? in
      guard case .table(let columns, _, _) = section.content else { return nil }
      return HTMLTable(number: number + 1, columns, options)
    }
    try page.append(headWith: tables.compactMap { $0?.style } + pictureStyles, to: &out)
    for (number, (section, table)) in zip(sections, tables).enumerated() {
      try out.append("<section>\n")
      if let title = section.title {
        try out.append("<h2>")
        try out.append(html: title)
        try out.append("</h2>\n")
      }
      if case .picture(let picture) = section.content {
        try HTMLPicture.append(picture, name: "p\(number + 1)", to: &out)
      } else {
        try Self.append(section, table, page, options, &out)
      }
      try out.append("</section>\n")
    }
    try page.append(endTo: &out)
    try out.flush()
  }

  private var pictureStyles: [String] {
    let hasPicture = sections.contains { section in
      if case .picture = section.content { true } else { false }
    }
    return hasPicture ? [PictureStyle.sheet] : []
  }

  private static func append(
    _ section: Section,
    _ table: HTMLTable?,
    _ page: HTMLPage,
    _ options: RenderingOptions,
    _ out: inout OutputBuffer
  ) throws(OutputError) {
    switch section.content {
    case .fields(let columns, let row):
      try append(fields: columns, row, options, &out)
    case .picture: return
    case .table(_, let rows, let emptySentence):
      guard let table, !rows.isEmpty else {
        return try page.append(paragraph: emptySentence, class: "empty", to: &out)
      }
      try table.append(startWith: section.title, isHidden: true, to: &out)
      for row in rows { try table.append(row, to: &out) }
      try table.append(endWith: rows.count, .rows, to: &out)
    }
  }

  private static func append(
    fields columns: [Column],
    _ row: Row,
    _ options: RenderingOptions,
    _ out: inout OutputBuffer
  ) throws(OutputError) {
    try out.append("<dl>\n")
    for (index, column) in columns.shown(in: .html) {
      let text = options.cellText.text(row[index], column.kind)
      let mark = row.mark(of: index)
      try out.append("<dt>")
      try out.append(html: column.title)
      try out.append(mark == .normal ? "</dt><dd>" : "</dt><dd class=\"\(mark.rawValue)\">")
      try out.append(link: row.links[index]?.first, text: text.isEmpty ? "–" : text)
      try out.append("</dd>\n")
    }
    try out.append("</dl>\n")
  }
}
