/// Writes one HTML file that needs nothing else: no script, no address, its style within.
final class HTMLWriter: RowWriter {
  private var out: OutputBuffer
  private let options: RenderingOptions
  private let page: HTMLPage
  private var table: HTMLTable
  private var count = 0
  private var notes: [String] = []
  private var pictures: PictureCollector?
  /// The rows that wait for the pictures above them.
  private var waiting: [Row] = []

  /// The number of rows from which the pictures are made.
  static let mostWaiting = 1_000

  init(to sink: any OutputSink, _ options: RenderingOptions) {
    out = OutputBuffer(sink)
    self.options = options
    page = HTMLPage(heading: options.heading)
    table = HTMLTable(number: 1, [], options)
    pictures = options.picture.map(PictureCollector.init)
  }

  func begin(_ columns: [Column]) throws {
    table = HTMLTable(number: 1, columns, options)
    if pictures == nil { try page.append(headWith: [table.style], to: &out) }
  }

  func row(_ row: Row) throws {
    guard pictures != nil else { return try write(row) }
    if waiting.count == Self.mostWaiting {
      try draw(isWhole: false)
      return try write(row)
    }
    pictures?.add(row.part)
    waiting.append(row)
  }

  /// Writes the head, the pictures and the rows that waited for them.
  private func draw(isWhole: Bool) throws {
    guard let pictures else { return }
    self.pictures = nil
    let styles = pictures.pictures.isEmpty ? [] : [PictureStyle.sheet]
    try page.append(headWith: [table.style] + styles, to: &out)
    let rows = "Drawn from the first \(groupedText(Int64(Self.mostWaiting))) rows."
    let cut = [isWhole ? nil : rows, pictures.cut].compactMap { $0 }.joined(separator: " ")
    try HTMLPicture.append(
      pictures.pictures,
      pictures.heading,
      cut: cut.isEmpty ? nil : cut,
      to: &out
    )
    for row in waiting { try write(row) }
    waiting = []
  }

  private func write(_ row: Row) throws {
    if count == 0 {
      let summary = options.heading.summary
      try table.append(
        startWith: summary ?? options.heading.title,
        isHidden: summary == nil,
        to: &out
      )
    }
    count += 1
    guard count <= options.mostRows ?? .max else { return }
    try table.append(row, to: &out)
  }

  func note(_ sentence: String) { notes.append(sentence) }

  /// How many rows were left out, in a sentence; nil if none was.
  private var cut: String? {
    guard let most = options.mostRows, count > most else { return nil }
    let noun = options.noun ?? .rows
    return "The first \(groupedText(Int64(most))) of \(noun.counted(count)) are shown; "
      + "--format csv has all, and options such as --party show fewer."
  }

  func finish() throws {
    try draw(isWhole: true)
    if count == 0 {
      try page.append(paragraph: options.emptySentence, class: "empty", to: &out)
    } else {
      try table.append(endWith: count, options.noun ?? .rows, to: &out)
    }
    if let cut { try page.append(paragraph: cut, class: "note", to: &out) }
    for note in notes { try page.append(paragraph: note, class: "note", to: &out) }
    try page.append(endTo: &out)
    try out.flush()
  }
}
