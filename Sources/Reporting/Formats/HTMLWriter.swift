/// Writes one HTML file that needs nothing else: no script, no address, its style within.
final class HTMLWriter: RowWriter {
  private var out: OutputBuffer
  private let options: RenderingOptions
  private let page: HTMLPage
  private var table: HTMLTable
  private var count = 0
  private var notes: [String] = []

  init(to sink: any OutputSink, _ options: RenderingOptions) {
    out = OutputBuffer(sink)
    self.options = options
    page = HTMLPage(heading: options.heading)
    table = HTMLTable(number: 1, [], options)
  }

  func begin(_ columns: [Column]) throws {
    table = HTMLTable(number: 1, columns, options)
    try page.append(headWith: [table.style], to: &out)
  }

  func row(_ row: Row) throws {
    if count == 0 { try table.append(startWith: options.heading.summary, to: &out) }
    count += 1
    try table.append(row, to: &out)
  }

  func note(_ sentence: String) { notes.append(sentence) }

  func finish() throws {
    if count == 0 {
      try page.append(paragraph: options.emptySentence, class: "empty", to: &out)
    } else {
      try table.append(endWith: count, options.noun ?? .rows, to: &out)
    }
    for note in notes { try page.append(paragraph: note, class: "note", to: &out) }
    try page.append(endTo: &out)
    try out.flush()
  }
}
