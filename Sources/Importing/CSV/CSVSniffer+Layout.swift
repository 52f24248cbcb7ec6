extension CSVSniffer {
  /// What a sample looks like if it is read with one delimiter and one quote.
  struct Layout {
    let delimiter: UInt8
    let quote: UInt8
    /// The rows, without blank ones.
    let rows: [[String]]
    /// The physical line on which each row starts.
    let lines: [Int]
    /// How many fields most rows have.
    let columns: Int
    /// The index of the first row that has so many fields.
    let firstRow: Int
    /// How many of 100 rows from there on have so many fields.
    let evenness: Int
    /// The number of rows with quotes in wrong places.
    let faults: Int
    /// The number of fields that start and end with the quote in the raw text.
    let quotedFields: Int

    /// The rows from the header on.
    var table: ArraySlice<[String]> { rows[min(firstRow, rows.count)...] }

    /// How good the layout is.
    ///
    /// Between equally even ones, quotes that fit and a table that starts at once win, then
    /// more columns.
    var score: Int {
      guard columns > 1 else { return 0 }
      let faultShare = 100 * faults / max(1, rows.count)
      let fitting = (quotedFields > 0 && faults == 0 ? 30 : 0) + (firstRow == 0 ? 30 : 0)
      return evenness * 10 + min(columns, 20) + fitting - faultShare * 10
    }
  }

  private static let delimiters: [UInt8] = [",", ";", "\t", "|", "^", "~", ":"].map {
    UInt8(ascii: $0)
  }

  /// All layouts, the best one first.
  static func layouts(of sample: [UInt8], encoding: TextEncoding, isCut: Bool) -> [Layout] {
    var layouts: [Layout] = []
    for delimiter in delimiters {
      for quote in [UInt8(ascii: "\""), UInt8(ascii: "'")] {
        var dialect = CSVDialect()
        dialect.encoding = encoding
        dialect.delimiter = delimiter
        dialect.quote = quote
        dialect.headerRows = 0
        layouts.append(layout(of: sample, dialect, isCut: isCut))
      }
    }
    // Sorted by hand, because the order of equals must stay: common delimiters come first.
    return layouts.enumerated()
      .sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }.map(\.element)
  }

  private static func layout(of sample: [UInt8], _ dialect: CSVDialect, isCut: Bool) -> Layout {
    let reader = CSVReader(MemorySource(sample), named: "", dialect: dialect)
    let quote = dialect.quote ?? 0
    var rows: [[String]] = []
    var lines: [Int] = []
    var quoted = 0
    var record = CSVRecord()
    while (try? reader.next(into: &record)) == true {
      rows.append((0..<record.count).map { record.string($0) })
      lines.append(record.line)
      let raw = reader.rawBytes()
      quoted += quotedFields(raw, delimiter: dialect.delimiter, quote: quote)
    }
    if isCut, rows.count > 1 {
      rows.removeLast()
      lines.removeLast()
    }
    let columns = commonest(rows.map(\.count))
    let first =
      rows.firstIndex { $0.count == columns && isHeaderLike($0) }
      ?? rows.firstIndex { $0.count == columns } ?? 0
    let even = rows[first...].count { $0.count == columns }
    let faults = reader.problems.count { $0.code.hasPrefix("quote.") }
    return Layout(
      delimiter: dialect.delimiter,
      quote: quote,
      rows: rows,
      lines: lines,
      columns: columns,
      firstRow: first,
      evenness: rows.isEmpty ? 0 : 100 * even / (rows.count - first),
      faults: faults,
      quotedFields: quoted
    )
  }

  /// Whether most cells of a row are filled: a spreadsheet pads the title above a table with
  /// blank cells to the width of the table.
  private static func isHeaderLike(_ row: [String]) -> Bool {
    row.count < 4 || 2 * row.count { !$0.allSatisfy(\.isWhitespace) } > row.count
  }

  /// Counts the quotes that stand at the start of a row or after a delimiter.
  private static func quotedFields(_ raw: [UInt8], delimiter: UInt8, quote: UInt8) -> Int {
    var before = delimiter
    var count = 0
    for byte in raw {
      if byte == quote, before == delimiter { count += 1 }
      before = byte
    }
    return count
  }

  /// The number that occurs most often; the greater one of equals.
  private static func commonest(_ numbers: [Int]) -> Int {
    var counts: [Int: Int] = [:]
    for number in numbers { counts[number, default: 0] += 1 }
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
  }
}
