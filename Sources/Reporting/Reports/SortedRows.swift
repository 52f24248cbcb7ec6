import Foundation

/// Keeps rows aside until all are known, and gives them back in order of a day.
///
/// Rows lie encoded one behind the other, the first 16 MiB in memory and all others in a
/// temporary file without a name; only 24 bytes a row stay in memory for sorting. Reading
/// a million rows again from the store in another order was measured at twice the cost.
@safe
final class SortedRows {
  private struct Entry {
    var day: Int32
    var order: Int32
    var offset: Int64
    var count: Int32
  }

  private var entries: [Entry] = []
  private var block: [UInt8] = []
  /// How many bytes are in the file.
  private var written: Int64 = 0
  private var file: Int32?
  private var stream: UnsafeMutablePointer<FILE>?

  private let blockSize: Int

  init(blockSize: Int = 16 << 20) { self.blockSize = blockSize }

  deinit { if let stream = unsafe stream { unsafe fclose(stream) } }

  /// Keeps a row; rows of one day stay in the order in which they came.
  func add(_ row: Row, day: Int32) throws {
    let start = block.count
    row.encode(into: &block)
    entries.append(
      Entry(
        day: day,
        order: Int32(truncatingIfNeeded: entries.count),
        offset: written + Int64(start),
        count: Int32(block.count - start)
      )
    )
    if block.count >= blockSize { try spill() }
  }

  /// Hands over all rows, the earliest day first.
  func handOver(to body: (Row) throws -> Void) throws {
    entries.sort { ($0.day, $0.order) < ($1.day, $1.order) }
    var bytes: [UInt8] = []
    for entry in entries {
      let count = Int(entry.count)
      if entry.offset >= written {
        let start = Int(entry.offset - written)
        try body(Row(encoded: block[start..<start + count]))
        continue
      }
      if bytes.count < count { bytes = Array(repeating: 0, count: count * 2) }
      try read(&bytes, count, at: entry.offset)
      try body(Row(encoded: bytes[..<count]))
    }
  }

  private func read(_ bytes: inout [UInt8], _ count: Int, at offset: Int64) throws {
    guard let file else { return }
    let got = unsafe bytes.withUnsafeMutableBytes { buffer in
      unsafe pread(file, buffer.baseAddress, count, off_t(offset))
    }
    guard got == count else { throw failure() }
  }

  private func spill() throws {
    if unsafe stream == nil {
      guard let stream = unsafe tmpfile() else { throw failure() }
      unsafe self.stream = stream
      file = unsafe fileno(stream)
    }
    guard let file else { return }
    var done = 0
    while done < block.count {
      let count = unsafe block.withUnsafeBytes { bytes in
        unsafe write(file, bytes.baseAddress.map { unsafe $0 + done }, bytes.count - done)
      }
      guard count > 0 else { throw failure() }
      done += count
    }
    written += Int64(block.count)
    block.removeAll(keepingCapacity: true)
  }

  private func failure() -> OutputError {
    let code = errno
    return .unwritable(code: code, reason: unsafe String(cString: strerror(code)))
  }
}
