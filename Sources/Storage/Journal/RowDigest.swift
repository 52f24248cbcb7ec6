import Crypto

/// The running digest of the rows that one journal entry writes into one table.
///
/// The canonical form of a row is stated at ``AuditedTable``. Bytes gather in one block of
/// memory before they are hashed, because a million rows pass here in a few seconds.
@safe
final class RowDigest {
  private(set) var rowCount: Int64 = 0
  private var hasher = SHA256()
  private var block: UnsafeMutablePointer<UInt8>
  private var capacity = 1 << 16
  private var count = 0

  init() { unsafe block = .allocate(capacity: capacity) }

  deinit { unsafe block.deallocate() }

  func append(column: UInt8, integer: Int64) {
    reserve(10)
    unsafe block[count] = column
    unsafe block[count + 1] = UInt8(ascii: "i")
    unsafe UnsafeMutableRawPointer(block + count + 2)
      .storeBytes(of: integer.littleEndian, as: Int64.self)
    count += 10
  }

  func append(column: UInt8, tag: UInt8, bytes: UnsafeBufferPointer<UInt8>) {
    reserve(6 + bytes.count)
    unsafe block[count] = column
    unsafe block[count + 1] = tag
    unsafe UnsafeMutableRawPointer(block + count + 2)
      .storeBytes(of: UInt32(bytes.count).littleEndian, as: UInt32.self)
    if let base = bytes.baseAddress {
      unsafe (block + count + 6).update(from: base, count: bytes.count)
    }
    count += 6 + bytes.count
  }

  /// Where the row at hand starts, so that ``abandonRow(_:)`` can take it back.
  var rowStart: Int { count }

  func abandonRow(_ start: Int) { count = start }

  func finishRow() {
    reserve(1)
    unsafe block[count] = 0xFF
    count += 1
    rowCount += 1
    if count >= 1 << 15 { flush() }
  }

  func finalize() -> [UInt8] {
    flush()
    return Array(hasher.finalize())
  }

  private func flush() {
    unsafe hasher.update(bufferPointer: UnsafeRawBufferPointer(start: block, count: count))
    count = 0
  }

  private func reserve(_ more: Int) {
    guard count + more > capacity else { return }
    let larger = max(capacity * 2, count + more)
    let next = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    unsafe next.update(from: block, count: count)
    unsafe block.deallocate()
    unsafe block = next
    capacity = larger
  }
}
