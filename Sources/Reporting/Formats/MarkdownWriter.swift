/// Writes a table in GitHub Flavored Markdown.
///
/// Cells are not padded, since the widths of later rows are not known. After the table come the
/// total and the notes, each a paragraph.
final class MarkdownWriter: RowWriter {
  private var out: OutputBuffer
  private let options: RenderingOptions
  private let cellText: CellText
  private var columns: [Column] = []
  private var shown: [Int] = []
  private var count = 0
  private var notes: [String] = []

  init(to sink: any OutputSink, _ options: RenderingOptions) {
    out = OutputBuffer(sink)
    self.options = options
    cellText = options.cellText
  }

  func begin(_ columns: [Column]) {
    self.columns = columns
    shown = columns.indices.filter { columns[$0].formats.contains(.markdown) }
  }

  func row(_ row: Row) throws {
    if count == 0 { try writeHeading() }
    count += 1
    try writeLine(shown.map { cellText.text(row[$0], columns[$0].kind) })
  }

  func note(_ sentence: String) { notes.append(sentence) }

  func finish() throws {
    var paragraphs: [String] = []
    if count == 0 {
      paragraphs.append(options.emptySentence)
    } else {
      options.noun.map { paragraphs.append($0.counted(count)) }
    }
    paragraphs += notes
    for (index, paragraph) in paragraphs.enumerated() {
      if index > 0 || count > 0 { try out.append("\n") }
      try out.append(MarkdownText.inline(paragraph) + "\n")
    }
    try out.flush()
  }

  private func writeHeading() throws {
    try writeLine(shown.map { columns[$0].title })
    let rules = shown.map { columns[$0].alignment == .right ? "---:" : "---" }
    try out.append("| " + rules.joined(separator: " | ") + " |\n")
  }

  private func writeLine(_ texts: [String]) throws {
    for text in texts { try out.append("| \(MarkdownText.inline(text)) ") }
    try out.append("|\n")
  }
}
