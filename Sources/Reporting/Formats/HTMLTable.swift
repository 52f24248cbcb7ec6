/// Writes one table of an HTML file.
struct HTMLTable {
  /// The number of the table in its file, for its class `t1`.
  let number: Int
  /// The columns of the rows.
  let columns: [Column]
  private let shown: [Int]
  /// Whether the rows are one sentence each: no headings of rows, no labels, the whole width.
  private let isList: Bool
  private let cellText: CellText

  init(number: Int, _ columns: [Column], _ options: RenderingOptions) {
    self.number = number
    self.columns = columns
    shown = columns.indices.filter { columns[$0].formats.contains(.html) }
    if shown.count == 1, case .text = columns[shown[0]].kind {
      isList = true
    } else {
      isList = false
    }
    cellText = options.cellText
  }

  /// The rules that depend on the columns: sides, line breaks, and the labels on a telephone.
  var style: String {
    guard !isList else {
      return ".t\(number){width:100%}\n.t\(number) tbody td{max-width:none}\n"
        + "@media (max-width:42rem){\n.t\(number) tbody td{display:block}\n}\n"
    }
    var wide = ""
    var narrow = ""
    for (position, index) in shown.enumerated() {
      let column = columns[index]
      let cell = "tr>:nth-child(\(position + 1))"
      if column.alignment == .right { wide += ".t\(number) \(cell){text-align:right}\n" }
      if column.kind.isExact { wide += ".t\(number) tbody \(cell){white-space:nowrap}\n" }
      if column.overflow == .wrap, position > 0 {
        wide += ".t\(number) tbody \(cell){min-width:\(column.minimumWidth)ch}\n"
      }
      narrow += ".t\(number) tbody \(cell)::before{content:\(cssString(column.title))}\n"
    }
    return wide + "@media (max-width:42rem){\n\(narrow)}\n"
  }

  /// Adds the caption, hidden where a heading above says the same, and the headings.
  func append(
    startWith caption: String?,
    isHidden: Bool = false,
    to out: inout OutputBuffer
  ) throws(OutputError) {
    try out.append("<div class=\"scroll\" tabindex=\"0\">\n<table class=\"t\(number)\">\n")
    if let caption {
      try out.append(isHidden ? "<caption class=\"hidden\">" : "<caption>")
      try out.append(html: caption)
      try out.append("</caption>\n")
    }
    try out.append("<thead>\n<tr>")
    for index in shown {
      try out.append("<th scope=\"col\">")
      try out.append(html: columns[index].title)
      try out.append("</th>")
    }
    try out.append("</tr>\n</thead>\n<tbody>\n")
  }

  /// Adds a row; its first cell is its heading unless it is the only one.
  func append(_ row: Row, to out: inout OutputBuffer) throws(OutputError) {
    let isWhole = row.mark != .normal && row.markedColumn == nil
    try append(startOf: row, isWhole: isWhole, to: &out)
    for (position, index) in shown.enumerated() {
      let isHeading = position == 0 && !isList
      try out.append(isHeading ? "<th scope=\"row\"" : "<td")
      if row.mark != .normal, row.markedColumn == index {
        try out.append(" class=\"\(row.mark.rawValue)\"")
      }
      try out.append(">")
      try append(row[index], columns[index].kind, row.links[index] ?? [], to: &out)
      try out.append(isHeading ? "</th>" : "</td>")
    }
    try out.append("</tr>\n")
  }

  private func append(
    _ cell: Cell,
    _ kind: Column.Kind,
    _ links: [String],
    to out: inout OutputBuffer
  ) throws(OutputError) {
    guard case .list(let cells) = cell, links.count == cells.count, !links.isEmpty else {
      return try out.append(link: links.first, text: cellText.text(cell, kind))
    }
    for (index, link) in links.enumerated() {
      if index > 0 { try out.append(", ") }
      try out.append(link: link, text: cellText.text(cells[index], kind.element ?? .text))
    }
  }

  private func append(startOf row: Row, isWhole: Bool, to out: inout OutputBuffer)
    throws(OutputError)
  {
    try out.append("<tr")
    if let anchor = row.anchor {
      try out.append(" id=\"")
      try out.append(html: anchor)
      try out.append("\"")
    }
    try out.append(isWhole ? " class=\"\(row.mark.rawValue)\">" : ">")
  }

  /// Adds the number of rows and the end.
  func append(endWith count: Int, _ noun: CountNoun, to out: inout OutputBuffer)
    throws(OutputError)
  {
    try out.append("</tbody>\n<tfoot>\n<tr><td colspan=\"\(shown.count)\">")
    try out.append(html: noun.counted(count))
    try out.append("</td></tr>\n</tfoot>\n</table>\n</div>\n")
  }
}
