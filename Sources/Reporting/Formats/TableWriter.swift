/// Writes a text table that fits the terminal.
///
/// The widths are settled from the first 200 rows; texts of later rows that are wider are wrapped
/// or cut, numbers and days never. After the table come the total, the notes, and a line that
/// names the columns for which there was no room.
final class TableWriter: RowWriter {
  /// The number of rows from which the widths are settled.
  static let sampleSize = 200

  private var out: OutputBuffer
  private let options: RenderingOptions
  private let cellText: CellText
  private let style: TerminalStyle
  private var columns: [Column] = []
  private var indices: [Int] = []
  private var sample: [(texts: [String], marks: [Row.Mark])] = []
  private var lines: TableLines?
  private var count = 0
  private var notes: [String] = []
  private var pictures: PictureCollector?

  init(to sink: any OutputSink, _ options: RenderingOptions) {
    out = OutputBuffer(sink)
    self.options = options
    cellText = options.cellText
    style = TerminalStyle(isOn: options.usesColour)
    pictures = options.picture.map(PictureCollector.init)
  }

  func begin(_ columns: [Column]) {
    indices = columns.indices.filter { columns[$0].formats.contains(.table) }
    self.columns = indices.map { columns[$0] }
  }

  func row(_ row: Row) throws {
    count += 1
    pictures?.add(row.part)
    let texts = indices.indices.map {
      TerminalText.safe(cellText.text(row[indices[$0]], columns[$0].kind))
    }
    let marks = indices.map { row.mark(of: $0) }
    if let lines { return try write(texts, marks, lines) }
    sample.append((texts, marks))
    if sample.count == Self.sampleSize { try settle() }
  }

  func note(_ sentence: String) { notes.append(sentence) }

  func finish() throws {
    if lines == nil, count > 0 { try settle() }
    var sentences = notes
    if count == 0 {
      sentences.insert(options.emptySentence, at: 0)
    } else if let noun = options.noun {
      sentences.insert(noun.counted(count), at: 0)
    }
    if let hidden = lines?.layout.hidden, !hidden.isEmpty { sentences.append(Self.advice(hidden)) }
    if count > 0, !sentences.isEmpty, lines?.layout.isBlocks == false { try out.append("\n") }
    for sentence in sentences {
      for line in TerminalText.lines(TerminalText.safe(sentence), width: options.places) {
        try out.append(line + "\n")
      }
    }
    try draw()
    try out.flush()
  }

  /// Writes the pictures below the table.
  private func draw() throws {
    guard let pictures else { return }
    let lines = TextCanvas(options).lines(pictures.pictures)
    guard !lines.isEmpty else { return }
    let reading = [pictures.heading.reading, pictures.cut].compactMap { $0 }.joined(separator: " ")
    try out.append("\n")
    for line in TerminalText.lines(reading, width: options.places) {
      try out.append(style.faint(line) + "\n")
    }
    for line in lines { try out.append(line + "\n") }
  }

  private static func advice(_ hidden: [String]) -> String {
    "Not shown for want of room: \(hidden.joined(separator: ", ")). "
      + "A wider terminal shows more, --format csv shows all."
  }

  private func settle() throws {
    let contents = columns.indices.map { index in
      TableLayout.ContentWidth(sample.map { Self.width($0.texts[index]) })
    }
    let layout = TableLayout(columns, contents: contents, places: options.places)
    let settled = TableLines(layout: layout, style: style)
    lines = settled
    if !layout.isBlocks { try out.append(settled.headings()) }
    for row in sample { try write(row.texts, row.marks, settled) }
    sample = []
  }

  private static func width(_ text: String) -> Int {
    text.split(separator: "\n").map { DisplayWidth.of(String($0)) }.max() ?? 0
  }

  private func write(_ texts: [String], _ marks: [Row.Mark], _ lines: TableLines) throws {
    try out.append(
      lines.layout.isBlocks
        ? lines.block(texts, marks, columns, places: options.places) : lines.row(texts, marks)
    )
  }
}
