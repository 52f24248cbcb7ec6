extension HeaderField {
  /// The value without folding and without white space at both ends; encoded words stay as they
  /// are (RFC 5322, 2.2.3).
  var unfolded: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(rawValue.count)
    for byte in rawValue where byte != 13 && byte != 10 { bytes.append(byte == 9 ? 32 : byte) }
    let trimmed = bytes.drop { $0 == 32 }
    let end = trimmed.lastIndex { $0 != 32 }.map { $0 + 1 } ?? trimmed.startIndex
    return String(decoding: trimmed[trimmed.startIndex..<end], as: UTF8.self)
  }
}
