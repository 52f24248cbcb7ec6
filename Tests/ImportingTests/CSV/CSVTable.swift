import Importing

/// Reads a whole text into rows of cells, and what the reader said about it.
struct CSVTable {
  var header: [String] = []
  var rows: [[String]] = []
  var lines: [Int] = []
  var numbers: [Int] = []
  var raw: [String] = []
  var problems: [Problem] = []
  var rejections: [CSVRejection] = []

  init(
    _ source: any ByteSource,
    dialect: CSVDialect,
    limits: CSVLimits = CSVLimits()
  ) throws {
    let reader = CSVReader(source, named: "test.csv", dialect: dialect, limits: limits)
    header = try reader.readHeader()
    var record = CSVRecord()
    while try reader.next(into: &record) {
      rows.append((0..<record.count).map { record.string($0) })
      lines.append(record.line)
      numbers.append(record.number)
      raw.append(String(decoding: reader.rawBytes(), as: UTF8.self))
    }
    problems = reader.problems
    rejections = reader.takeRejections()
  }

  /// Reads a text without a header, with a changed dialect.
  init(
    _ text: String,
    limits: CSVLimits = CSVLimits(),
    _ change: (inout CSVDialect) -> Void = { _ in }
  ) throws {
    var dialect = CSVDialect()
    dialect.headerRows = 0
    change(&dialect)
    try self.init(MemorySource(text), dialect: dialect, limits: limits)
  }

  /// The problems as `line:field code`.
  var findings: [String] {
    problems.map { "\($0.place?.line ?? 0):\($0.place?.column ?? 0) \($0.code)" }
  }
}
