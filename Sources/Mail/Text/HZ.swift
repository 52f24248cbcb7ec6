/// HZ: GB 2312 in seven bits between `~{` and `~}` (RFC 1843).
enum HZ {
  /// The bytes as GB 2312 in eight bits.
  static func eightBit(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var isChinese = false
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      guard byte == UInt8(ascii: "~"), index + 1 < bytes.endIndex else {
        if byte == .lineFeed { isChinese = false }
        result.append(isChinese && byte > 0x20 ? byte | 0x80 : byte)
        index += 1
        continue
      }
      switch bytes[index + 1] {
      case UInt8(ascii: "{"): isChinese = true
      case UInt8(ascii: "}"): isChinese = false
      case UInt8(ascii: "~"): result.append(byte)
      case .lineFeed: break
      default: result += [byte, bytes[index + 1]]
      }
      index += 2
    }
    return result
  }
}
