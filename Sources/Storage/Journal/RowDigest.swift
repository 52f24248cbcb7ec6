import Crypto
import Dispatch

/// The running digest of the rows that one journal entry writes into one table.
///
/// The canonical form of a row is stated at ``AuditedTable``. Bytes gather in one block of
/// memory and are hashed on a queue beside the one that writes, because a million rows pass
/// here in a few seconds.
@safe
final class RowDigest {
  private(set) var rowCount: Int64 = 0
  private var hashing = BlockHashing()
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
    return hashing.finish()
  }

  private func flush() {
    unsafe hashing.add(block, count: count)
    capacity = 1 << 16
    unsafe block = .allocate(capacity: capacity)
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

/// Hashes blocks in order on a queue of its own, at most four of them waiting.
@safe
private final class BlockHashing: @unchecked Sendable {
  private let queue = DispatchQueue(label: "liaison.digest")
  private let places = DispatchSemaphore(value: 4)
  private var hasher = SHA256()

  /// Hashes the block and gives its memory back.
  func add(_ block: UnsafeMutablePointer<UInt8>, count: Int) {
    places.wait()
    nonisolated(unsafe) let block = unsafe block
    queue.async { [self] in
      unsafe hasher.update(bufferPointer: UnsafeRawBufferPointer(start: block, count: count))
      unsafe block.deallocate()
      places.signal()
    }
  }

  func finish() -> [UInt8] { queue.sync { Array(hasher.finalize()) } }
}
