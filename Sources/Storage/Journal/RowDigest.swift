import Crypto

/// The running digest of the rows that one journal entry writes into one table.
struct RowDigest {
  private(set) var rowCount: Int64 = 0
  private var hasher = SHA256()
  private var buffer: [UInt8] = []

  init() { buffer.reserveCapacity(Self.bufferSize + 4096) }

  mutating func append(column: UInt8, integer: Int64) {
    buffer.append(column)
    buffer.append(UInt8(ascii: "i"))
    unsafe withUnsafeBytes(of: integer.littleEndian) { unsafe buffer.append(contentsOf: $0) }
  }

  mutating func append(column: UInt8, tag: UInt8, bytes: UnsafeBufferPointer<UInt8>) {
    buffer.append(column)
    buffer.append(tag)
    let count = UInt32(bytes.count)
    unsafe withUnsafeBytes(of: count.littleEndian) { unsafe buffer.append(contentsOf: $0) }
    unsafe buffer.append(contentsOf: bytes)
  }

  mutating func append(column: UInt8, text: String) {
    var text = text
    text.withUTF8 { unsafe append(column: column, tag: UInt8(ascii: "t"), bytes: $0) }
  }

  mutating func append(column: UInt8, blob: [UInt8]) {
    unsafe blob.withUnsafeBufferPointer {
      unsafe append(column: column, tag: UInt8(ascii: "b"), bytes: $0)
    }
  }

  /// Marks where a row starts, so that ``abandonRow(_:)`` can take it back.
  var rowStart: Int { buffer.count }

  mutating func abandonRow(_ start: Int) { buffer.removeLast(buffer.count - start) }

  mutating func finishRow() {
    buffer.append(0xFF)
    rowCount += 1
    if buffer.count >= Self.bufferSize { flush() }
  }

  mutating func finalize() -> [UInt8] {
    flush()
    return Array(hasher.finalize())
  }

  private mutating func flush() {
    hasher.update(data: buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  private static let bufferSize = 1 << 16
}
