/// The cells of one record, trimmed, by column number.
struct RecordRow {
  let record: CSVRecord
  /// The list item that is being read.
  var item = RowItem.none
  /// The column in which that list stands, 0-based.
  var itemColumn: Int?
  /// The JSON of the row, by slot.
  var json: [JSONCell] = []

  init(_ record: CSVRecord) { self.record = record }

  /// Where a trimmed cell lies; empty for a column that the row does not have.
  @inline(__always)
  func range(_ column: Int) -> Range<Int> {
    guard column < record.ends.count else { return 0..<0 }
    var start = column == 0 ? 0 : record.ends[column - 1]
    var end = record.ends[column]
    let bytes = record.bytes.span
    while start < end, Self.isBlank(bytes[start]) { start += 1 }
    while end > start, Self.isBlank(bytes[end - 1]) { end -= 1 }
    if end - start >= 2 { Self.trimHardSpaces(bytes, &start, &end) }
    return start..<end
  }

  @inline(__always)
  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
  }

  /// Drops U+00A0 at both ends.
  @inline(__always)
  private static func trimHardSpaces(_ bytes: Span<UInt8>, _ start: inout Int, _ end: inout Int) {
    while end - start >= 2, bytes[end - 1] == 0xA0, bytes[end - 2] == 0xC2 {
      end -= 2
      while end > start, isBlank(bytes[end - 1]) { end -= 1 }
    }
    while end - start >= 2, bytes[start] == 0xC2, bytes[start + 1] == 0xA0 {
      start += 2
      while start < end, isBlank(bytes[start]) { start += 1 }
    }
  }

  /// The bytes of a value that does not stand in JSON, or nil if there is none.
  func assembled(_ reader: ValueReader) -> [UInt8]? {
    switch reader.source {
    case .absent, .json, .inner: return nil
    case .column(let column): return record.bytes.span.extracting(range(column)).array
    case .constant(let bytes): return bytes
    case .part(let number): return part(number)
    case .joined(let columns, let glue): return joined(columns, glue, reader)
    case .firstFilled(let columns):
      for column in columns {
        let cell = record.bytes.span.extracting(range(column))
        if !reader.isMissing(cell) { return cell.array }
      }
      return []
    }
  }

  private func part(_ number: Int) -> [UInt8] {
    guard case .parts(let parts) = item, parts.indices.contains(number - 1) else { return [] }
    return Array(parts[number - 1].utf8)
  }

  private func joined(_ columns: [Int], _ glue: [UInt8], _ reader: ValueReader) -> [UInt8] {
    var result: [UInt8] = []
    for column in columns {
      let cell = record.bytes.span.extracting(range(column))
      guard !reader.isMissing(cell) else { continue }
      if !result.isEmpty { result += glue }
      result += cell.array
    }
    return result
  }
}
