// A row as bytes, for keeping it aside while the rows before it are not yet known.
//
// The mark and the marked column (each as one byte, 0xFF for none), the number of cells, then
// the cells: a letter for the kind and the content. Integers have eight bytes little-endian,
// texts and lists their count as four bytes before them.

extension Row {
  /// Appends the row.
  func encode(into bytes: inout [UInt8]) {
    bytes.append(Mark.allCases.firstIndex(of: mark).map(UInt8.init) ?? 0)
    bytes.append(markedColumn.map { UInt8(truncatingIfNeeded: $0) } ?? 0xFF)
    Cell.encode(cells, into: &bytes)
  }

  /// Makes the row that ``encode(into:)`` wrote.
  init(encoded bytes: ArraySlice<UInt8>) {
    var reader = CellReader(bytes: bytes)
    let mark = Int(reader.byte())
    let column = reader.byte()
    self.init(
      reader.cells(),
      mark: Mark.allCases[min(mark, Mark.allCases.count - 1)],
      markedColumn: column == 0xFF ? nil : Int(column)
    )
  }
}

extension Cell {
  fileprivate static func encode(_ cells: [Cell], into bytes: inout [UInt8]) {
    append(count: cells.count, &bytes)
    for cell in cells { cell.encode(into: &bytes) }
  }

  private func encode(into bytes: inout [UInt8]) {
    switch self {
    case .empty: bytes.append(UInt8(ascii: "e"))
    case .text(let text): Self.append(text, "t", &bytes)
    case .day(let day): Self.append(Int64(day), "d", &bytes)
    case .instant(let seconds): Self.append(seconds, "s", &bytes)
    case .integer(let integer): Self.append(integer, "i", &bytes)
    case .money(let minor, let currency):
      Self.append(minor, "m", &bytes)
      Self.append(currency, "t", &bytes)
    case .percent(let numerator, let denominator):
      Self.append(numerator, "p", &bytes)
      Self.append(denominator, "i", &bytes)
    case .flag(let flag): bytes.append(UInt8(ascii: flag ? "y" : "n"))
    case .record(let cells):
      bytes.append(UInt8(ascii: "r"))
      Self.encode(cells, into: &bytes)
    case .list(let cells):
      bytes.append(UInt8(ascii: "l"))
      Self.encode(cells, into: &bytes)
    }
  }

  private static func append(_ integer: Int64, _ kind: Unicode.Scalar, _ bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: kind))
    unsafe withUnsafeBytes(of: integer.littleEndian) { unsafe bytes.append(contentsOf: $0) }
  }

  private static func append(_ text: String, _ kind: Unicode.Scalar, _ bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: kind))
    append(count: text.utf8.count, &bytes)
    bytes.append(contentsOf: text.utf8)
  }

  private static func append(count: Int, _ bytes: inout [UInt8]) {
    let count = UInt32(truncatingIfNeeded: count)
    unsafe withUnsafeBytes(of: count.littleEndian) { unsafe bytes.append(contentsOf: $0) }
  }
}

/// Reads what was encoded; beyond the end everything is zero and empty.
private struct CellReader {
  private let bytes: ArraySlice<UInt8>
  private var position: Int

  init(bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  mutating func byte() -> UInt8 {
    guard position < bytes.endIndex else { return 0 }
    position += 1
    return bytes[position - 1]
  }

  mutating func cells() -> [Cell] {
    let count = count()
    var cells: [Cell] = []
    cells.reserveCapacity(count)
    for _ in 0..<count { cells.append(cell()) }
    return cells
  }

  private mutating func cell() -> Cell {
    switch byte() {
    case UInt8(ascii: "t"): .text(text())
    case UInt8(ascii: "d"): .day(Int32(truncatingIfNeeded: integer()))
    case UInt8(ascii: "s"): .instant(integer())
    case UInt8(ascii: "i"): .integer(integer())
    case UInt8(ascii: "m"): .money(minor: integer(), currency: next { $0.text() })
    case UInt8(ascii: "p"): .percent(numerator: integer(), denominator: next { $0.integer() })
    case UInt8(ascii: "y"): .flag(true)
    case UInt8(ascii: "n"): .flag(false)
    case UInt8(ascii: "r"): .record(cells())
    case UInt8(ascii: "l"): .list(cells())
    default: .empty
    }
  }

  /// Reads what stands behind the letter of a second part.
  private mutating func next<Value>(_ read: (inout CellReader) -> Value) -> Value {
    _ = byte()
    return read(&self)
  }

  private mutating func text() -> String {
    let count = min(count(), bytes.endIndex - position)
    defer { position += count }
    return String(decoding: bytes[position..<position + count], as: UTF8.self)
  }

  private mutating func integer() -> Int64 {
    var value: UInt64 = 0
    for shift in 0..<8 { value |= UInt64(byte()) << (8 * UInt64(shift)) }
    return Int64(bitPattern: value)
  }

  private mutating func count() -> Int {
    var value = 0
    for shift in 0..<4 { value |= Int(byte()) << (8 * shift) }
    return value
  }
}
