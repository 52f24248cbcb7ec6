/// Makes gzip members (RFC 1952) for tests, without a compressor.
public enum GzipSample {
  private static let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]

  /// The bytes in stored blocks (RFC 1951, section 3.2.4).
  public static func stored(_ bytes: [UInt8]) -> [UInt8] {
    var blocks: [UInt8] = []
    var rest = bytes[...]
    repeat {
      let piece = rest.prefix(0xFFFF)
      rest = rest.dropFirst(piece.count)
      let size = UInt16(piece.count)
      blocks.append(rest.isEmpty ? 1 : 0)
      blocks += [UInt8(size & 0xFF), UInt8(size >> 8), UInt8(~size & 0xFF), UInt8(~size >> 8)]
      blocks += piece
    } while !rest.isEmpty
    return header + blocks + trailer(bytes)
  }

  /// The deflate data of a member, between its header and its trailer.
  public static func deflated(_ member: [UInt8]) -> [UInt8] {
    Array(member.dropFirst(header.count).dropLast(8))
  }

  /// One letter and so many times 258 more, with fixed codes (RFC 1951, section 3.2.6).
  public static func repeated(_ letter: UInt8, times: Int) -> [UInt8] {
    // The last block, fixed codes; then a literal, length 258 with distance 1, and the end.
    var bits: [UInt8] = [1, 1, 0] + code(UInt16(letter) + 0x30, length: 8)
    let match = code(0b1100_0101, length: 8) + code(0, length: 5)
    for _ in 0..<times { bits += match }
    bits += code(0, length: 7)
    var bytes = [UInt8](repeating: 0, count: (bits.count + 7) / 8)
    for (index, bit) in bits.enumerated() { bytes[index / 8] |= bit << UInt8(index % 8) }
    return header + bytes + trailer([UInt8](repeating: letter, count: 1 + 258 * times))
  }

  /// A code, its highest bit first.
  private static func code(_ value: UInt16, length: Int) -> [UInt8] {
    (0..<length).reversed().map { UInt8(value >> UInt16($0) & 1) }
  }

  /// The checksum and the size, lowest bytes first.
  private static func trailer(_ bytes: [UInt8]) -> [UInt8] {
    [checksum(bytes), UInt32(truncatingIfNeeded: bytes.count)].flatMap { number in
      (0..<4).map { UInt8(number >> (8 * UInt32($0)) & 0xFF) }
    }
  }

  /// The CRC-32 of bytes (RFC 1952, section 8).
  public static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var checksum = UInt32.max
    for byte in bytes {
      checksum = checksum >> 8 ^ table[Int((checksum ^ UInt32(byte)) & 0xFF)]
    }
    return ~checksum
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
  }
}
