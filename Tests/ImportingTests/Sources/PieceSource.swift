import Importing
import TestSupport

/// Hands out bytes in small pieces of random size, and may fail at its end.
final class PieceSource: ByteSource {
  private var bytes: ArraySlice<UInt8>
  private var random: SplitMix64
  private let sizes: ClosedRange<Int>
  private let failure: Problem?

  init(_ bytes: [UInt8], seed: UInt64, sizes: ClosedRange<Int> = 1...7, failure: Problem? = nil) {
    self.bytes = bytes[...]
    self.random = SplitMix64(seed: seed)
    self.sizes = sizes
    self.failure = failure
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let count = min(buffer.count, bytes.count, Int.random(in: sizes, using: &random))
    if count == 0, let failure { throw failure }
    unsafe buffer.copyBytes(from: bytes.prefix(count))
    bytes = bytes.dropFirst(count)
    return count
  }
}
