/// Writes a JSON array with one object a line, or only the lines (NDJSON).
final class JSONWriter: RowWriter {
  private var out: OutputBuffer
  private var values: JSONValues
  private var shapes: [JSONShape] = []
  private var isFirst = true
  private let isLines: Bool

  init(to sink: any OutputSink, _ options: RenderingOptions, asLines isLines: Bool) {
    out = OutputBuffer(sink)
    values = JSONValues(options)
    self.isLines = isLines
  }

  func begin(_ columns: [Column]) throws {
    shapes = JSONShape.shapes(columns, format: isLines ? .ndjson : .json)
    if !isLines { try out.append("[") }
  }

  func row(_ row: Row) throws {
    if !isLines { try out.append(isFirst ? "\n  " : ",\n  ") }
    isFirst = false
    try values.append(object: row.cells, shapes, to: &out)
    if isLines { try out.append("\n") }
  }

  func note(_ sentence: String) {}

  func finish() throws {
    if !isLines { try out.append(isFirst ? "]\n" : "\n]\n") }
    try out.flush()
  }
}
