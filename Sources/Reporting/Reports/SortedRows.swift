import Foundation

/// Keeps rows aside until all are known, and gives them back in order of a day and a name.
///
/// Rows lie encoded in a block; a full block is sorted and goes to a temporary file without a name
/// as a run, and the runs are merged when the rows are handed over. Memory is that of one block,
/// with a small buffer for each run. Reading a million rows again from the store in another order
/// was measured at twice the cost.
public final class SortedRows {
  private var block = SortedBlock()
  private var file: RunFile?
  private var runs: [Range<Int64>] = []
  private let blockSize: Int

  /// Makes a place for rows.
  ///
  /// - Parameter blockSize: How many bytes of rows stay in memory.
  public init(blockSize: Int = 16 << 20) { self.blockSize = blockSize }

  /// Keeps a row; rows of one day and name stay in the order in which they came.
  ///
  /// - Throws: `OutputError` if the temporary file cannot be written.
  public func add(_ row: Row, day: Int32, name: String = "") throws {
    block.add(row, day: day, name: name)
    if block.size >= blockSize { try spill() }
  }

  /// Hands over all rows, the earliest day first; the bytes of names decide within a day.
  ///
  /// - Throws: `OutputError` if the temporary file cannot be read; what the body throws.
  public func handOver(to body: (Row) throws -> Void) throws {
    guard let file else {
      for piece in block.sorted() { try body(piece.row) }
      return
    }
    if block.size > 0 { try spill() }
    // The next row of each run, the one to be handed over first at the end.
    var heads: [RunReader] = []
    for (number, run) in runs.enumerated() {
      let reader = RunReader(file, run, number: number)
      if try reader.advance() { Self.insert(reader, into: &heads) }
    }
    while let reader = heads.popLast() {
      try body(reader.head.row)
      if try reader.advance() { Self.insert(reader, into: &heads) }
    }
  }

  private func spill() throws {
    let file = try self.file ?? RunFile()
    self.file = file
    let start = file.count
    for piece in block.sorted() { try file.append(piece.bytes) }
    runs.append(start..<file.count)
    block.removeAll()
  }

  private static func insert(_ reader: RunReader, into heads: inout [RunReader]) {
    var low = 0
    var high = heads.count
    while low < high {
      let middle = (low + high) / 2
      if reader.isBefore(heads[middle]) { low = middle + 1 } else { high = middle }
    }
    heads.insert(reader, at: low)
  }
}

/// A row with what it is sorted by, as bytes: the count of all bytes, the day and the count of the
/// name's bytes, each in four bytes little-endian, then the name and the row.
struct SortedPiece {
  static let headSize = 12

  /// All bytes of it.
  let bytes: ArraySlice<UInt8>

  /// The whole size of the piece that begins there.
  static func size(_ bytes: ArraySlice<UInt8>) -> Int { Int(number(bytes, 0)) }

  var day: Int32 { Self.number(bytes, 4) }

  var name: ArraySlice<UInt8> {
    let start = bytes.startIndex + Self.headSize
    return bytes[start..<start + Int(Self.number(bytes, 8))]
  }

  var row: Row { Row(encoded: bytes[name.endIndex...]) }

  /// Negative if it comes before the other, positive if it comes after it, 0 if they are equal in
  /// day and name.
  func compared(to other: Self) -> Int {
    if day != other.day { return day < other.day ? -1 : 1 }
    let (one, two) = (name, other.name)
    let order = unsafe one.withUnsafeBytes { bytes in
      unsafe two.withUnsafeBytes { others in
        let count = min(bytes.count, others.count)
        guard count > 0, let base = bytes.baseAddress, let other = others.baseAddress else {
          return 0
        }
        return Int(unsafe memcmp(base, other, count))
      }
    }
    return order == 0 ? one.count - two.count : order
  }

  static func append(_ row: Row, day: Int32, name: String, to bytes: inout [UInt8]) {
    let start = bytes.count
    append(0, &bytes)
    append(day, &bytes)
    append(Int32(name.utf8.count), &bytes)
    bytes.append(contentsOf: name.utf8)
    row.encode(into: &bytes)
    let count = UInt32(bytes.count - start)
    for place in 0..<4 { bytes[start + place] = UInt8(truncatingIfNeeded: count >> (8 * place)) }
  }

  private static func append(_ number: Int32, _ bytes: inout [UInt8]) {
    for place in 0..<4 { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * place))) }
  }

  private static func number(_ bytes: ArraySlice<UInt8>, _ offset: Int) -> Int32 {
    let start = bytes.startIndex + offset
    return (0..<4).reduce(0) { $0 | Int32(bytes[start + $1]) << (8 * Int32($1)) }
  }
}

/// Pieces in memory.
private struct SortedBlock {
  private struct Entry {
    let day: Int32
    let offset: Int32
  }

  private var bytes: [UInt8] = []
  private var entries: [Entry] = []

  /// How many bytes it takes.
  var size: Int { bytes.count + entries.count * MemoryLayout<Entry>.stride }

  mutating func add(_ row: Row, day: Int32, name: String) {
    entries.append(Entry(day: day, offset: Int32(bytes.count)))
    SortedPiece.append(row, day: day, name: name, to: &bytes)
  }

  /// The pieces in order.
  mutating func sorted() -> some Sequence<SortedPiece> {
    let bytes = bytes
    entries.sort { one, other in
      if one.day != other.day { return one.day < other.day }
      let order = Self.piece(bytes, one).compared(to: Self.piece(bytes, other))
      return order == 0 ? one.offset < other.offset : order < 0
    }
    return entries.lazy.map { Self.piece(bytes, $0) }
  }

  private static func piece(_ bytes: [UInt8], _ entry: Entry) -> SortedPiece {
    let start = Int(entry.offset)
    return SortedPiece(bytes: bytes[start..<start + SortedPiece.size(bytes[start...])])
  }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
  }
}
