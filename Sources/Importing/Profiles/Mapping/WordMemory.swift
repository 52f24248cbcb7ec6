/// Remembers what the first few different cells of a column meant.
///
/// Made for columns with few different words: one run of bytes, searched from its start.
struct WordMemory<Meaning> {
  private static var limit: Int { 32 }
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var meanings: [Meaning] = []
  /// The number of the cell found last; the next one is often the same.
  private var latest = 0

  /// What the cell meant, or nil if it is not remembered.
  @inline(__always)
  mutating func meaning(of cell: Span<UInt8>) -> Meaning? {
    if latest < ends.count, matches(cell, latest) { return meanings[latest] }
    for number in ends.indices where matches(cell, number) {
      latest = number
      return meanings[number]
    }
    return nil
  }

  @inline(__always)
  private func matches(_ cell: Span<UInt8>, _ number: Int) -> Bool {
    let start = number == 0 ? 0 : ends[number - 1]
    guard ends[number] - start == cell.count else { return false }
    for index in 0..<cell.count where bytes[start + index] != cell[index] { return false }
    return true
  }

  /// Remembers a cell, unless there are too many already.
  mutating func add(_ cell: Span<UInt8>, _ meaning: Meaning) {
    guard ends.count < Self.limit, cell.count <= 64 else { return }
    bytes += cell.array
    ends.append(bytes.count)
    meanings.append(meaning)
  }
}
