/// The part of a source that a reader has in memory: the current record and what follows it.
///
/// The memory behind the last byte always has room for ``CSVScan`` to look ahead. It grows only
/// for a record that does not fit.
@safe
final class CSVBuffer {
  /// What a scan may read and write after its end.
  private static let slack = 16
  private let source: any ByteSource
  private(set) var capacity: Int
  private(set) var input: UnsafeMutablePointer<UInt8>
  private(set) var output: UnsafeMutablePointer<UInt8>
  /// Where a scan puts the ends of the fields.
  let ends: UnsafeMutablePointer<Int>
  /// Where the current record starts.
  var start = 0
  /// The end of what was read; the byte there is a line feed.
  private(set) var end = 0
  /// Whether the source has no more bytes, or failed.
  private(set) var isLast = false
  /// What the source threw; to be thrown when all before it is used.
  private(set) var failure: (any Error)?

  init(_ source: any ByteSource, limits: CSVLimits) {
    self.source = source
    capacity = max(Self.slack, limits.bufferBytes)
    unsafe ends = .allocate(capacity: limits.fields)
    unsafe input = .allocate(capacity: capacity + Self.slack)
    unsafe output = .allocate(capacity: capacity + Self.slack)
  }

  deinit {
    unsafe input.deallocate()
    unsafe output.deallocate()
    unsafe ends.deallocate()
  }

  /// The number of bytes from the start of the record.
  var count: Int { end - start }

  /// Reads until the buffer is full, with the current record at its start.
  ///
  /// Grows the buffer if the record fills it.
  func fill() {
    guard !isLast else { return }
    if start == 0, end == capacity { grow() }
    if start > 0 {
      unsafe input.update(from: input + start, count: count)
      end -= start
      start = 0
    }
    while end < capacity, !isLast { readOnce() }
    unsafe (input + end).initialize(repeating: 0x0A, count: Self.slack)
  }

  private func readOnce() {
    let free = unsafe UnsafeMutableRawBufferPointer(start: input + end, count: capacity - end)
    do {
      let count = try unsafe source.read(into: free)
      end += count
      isLast = count == 0
    } catch {
      failure = error
      isLast = true
    }
  }

  private func grow() {
    let grown = capacity * 2
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: grown + Self.slack)
    unsafe larger.update(from: input, count: end)
    unsafe input.deallocate()
    unsafe output.deallocate()
    unsafe input = larger
    unsafe output = .allocate(capacity: grown + Self.slack)
    capacity = grown
  }

  /// Makes sure that so many bytes of the record are in memory, if the source has them.
  func need(_ wanted: Int) {
    if count < wanted { fill() }
  }

  /// Copies bytes of the input.
  func bytes(_ range: Range<Int>) -> [UInt8] {
    unsafe Array(UnsafeBufferPointer(start: input + range.lowerBound, count: range.count))
  }

  /// Whether the current record starts with the bytes.
  func starts(with prefix: [UInt8]) -> Bool {
    need(prefix.count)
    guard count >= prefix.count else { return false }
    return prefix.indices.allSatisfy { unsafe input[start + $0] == prefix[$0] }
  }

  /// Where the line that holds an offset ends.
  ///
  /// - Returns: The offset of the CR or LF, or nil if it is not in memory.
  func lineEnd(from offset: Int) -> Int? {
    var position = offset
    while position < end {
      let byte = unsafe input[position]
      if byte == 0x0A || byte == 0x0D { return position }
      position += 1
    }
    return nil
  }

  /// Passes the rest of the current line and its line end, however long it is.
  ///
  /// - Returns: Whether there was a line end.
  func skipLine() -> Bool {
    while true {
      if let found = lineEnd(from: start) {
        start = found
        need(2)
        let isPair = unsafe count > 1 && input[start] == 0x0D && input[start + 1] == 0x0A
        start += isPair ? 2 : 1
        return true
      }
      start = end
      guard !isLast else { return false }
      fill()
    }
  }
}
