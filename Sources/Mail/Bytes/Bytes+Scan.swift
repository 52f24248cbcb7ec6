#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Bytes of a message, with their offsets in it.
typealias Bytes = ArraySlice<UInt8>

extension Bytes {
  /// The index of the first such byte at or after `start`; nil if there is none.
  func first(_ byte: UInt8, from start: Int) -> Int? {
    guard start >= startIndex, start < endIndex else { return nil }
    return unsafe withUnsafeBytes { buffer -> Int? in
      guard let base = buffer.baseAddress else { return nil }
      let from = unsafe base + (start - startIndex)
      guard let found = unsafe memchr(from, Int32(byte), endIndex - start) else { return nil }
      return unsafe start + (UnsafeRawPointer(found) - from)
    }
  }

  /// The bytes without blanks and line ends at both ends.
  var trimmed: Bytes {
    var result = self
    while let first = result.first, first.isSpace { result.removeFirst() }
    while let last = result.last, last.isSpace { result.removeLast() }
    return result
  }

  /// Whether the bytes from an index on start with the others.
  func has(_ wanted: some Collection<UInt8>, at index: Int) -> Bool {
    guard index >= startIndex, endIndex - index >= wanted.count else { return false }
    return zip(self[index...], wanted).allSatisfy { $0 == $1 }
  }

  /// Whether the bytes are these letters of ASCII, without regard to case.
  func isWord(_ word: StaticString) -> Bool {
    count == word.utf8CodeUnitCount && startsWithWord(word)
  }

  /// Whether the bytes start with these lower-case letters of ASCII, without regard to case.
  func startsWithWord(_ word: StaticString) -> Bool {
    guard count >= word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { letters in
      unsafe zip(self, letters).allSatisfy { $0.lowered == $1 }
    }
  }

  /// Whether all bytes are ASCII.
  var isASCII: Bool {
    unsafe withUnsafeBytes { buffer in
      var index = 0
      var bits: UInt64 = 0
      while index + 8 <= buffer.count {
        bits |= unsafe buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        index += 8
      }
      while index < buffer.count {
        bits |= unsafe UInt64(buffer[index])
        index += 1
      }
      return bits & 0x8080_8080_8080_8080 == 0
    }
  }

  /// The bytes as text of which only ASCII is expected; other bytes become U+FFFD.
  var ascii: String { String(decoding: self, as: UTF8.self) }
}
