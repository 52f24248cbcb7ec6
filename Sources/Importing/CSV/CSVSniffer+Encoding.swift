extension CSVSniffer {
  /// Proposes an encoding: by byte order mark, then by NUL bytes, then by whether it is UTF-8.
  static func encoding(of sample: [UInt8]) -> (value: TextEncoding, finding: Finding) {
    let (value, confidence, reason) = judge(sample)
    return (value, Finding(aspect: .encoding, confidence: confidence, reason: reason))
  }

  private static func judge(_ sample: [UInt8]) -> (TextEncoding, Int, String) {
    if sample.starts(with: [0xEF, 0xBB, 0xBF]) {
      return (.utf8, 100, "The file starts with the byte order mark of UTF-8.")
    }
    if sample.starts(with: [0xFF, 0xFE]) {
      return (.utf16LittleEndian, 100, "The file starts with the byte order mark of UTF-16.")
    }
    if sample.starts(with: [0xFE, 0xFF]) {
      return (.utf16BigEndian, 100, "The file starts with the byte order mark of UTF-16.")
    }
    if let wide = judgeWide(sample) { return wide }
    if sample.allSatisfy({ $0 < 0x80 }) {
      return (.utf8, 80, "All bytes looked at are ASCII.")
    }
    if isUTF8(sample) {
      return (.utf8, 95, "All letters outside ASCII are valid UTF-8.")
    }
    let undefined: Set<UInt8> = [0x81, 0x8D, 0x8F, 0x90, 0x9D]
    if sample.contains(where: undefined.contains) {
      return (.latin1, 30, "The file is neither UTF-8 nor Windows-1252.")
    }
    return (.windows1252, 70, "The file is not UTF-8; all its bytes are defined in Windows-1252.")
  }

  /// Western text in UTF-16 has a zero in every other byte.
  private static func judgeWide(_ sample: [UInt8]) -> (TextEncoding, Int, String)? {
    var zeros = [0, 0]
    for (index, byte) in sample.enumerated() where byte == 0 { zeros[index & 1] += 1 }
    let half = sample.count / 2
    guard half > 0, max(zeros[0], zeros[1]) * 10 > half * 4 else { return nil }
    guard min(zeros[0], zeros[1]) * 10 < half else { return nil }
    let reason = "Every other byte is zero in most of the file."
    return (zeros[1] > zeros[0] ? .utf16LittleEndian : .utf16BigEndian, 90, reason)
  }

  /// Whether the sample is UTF-8, but for a character cut off at its end.
  private static func isUTF8(_ sample: [UInt8]) -> Bool {
    var whole = sample[...]
    if let lead = sample.suffix(3).lastIndex(where: { $0 & 0xC0 != 0x80 }) {
      let length = sample[lead] < 0xC2 ? 1 : sample[lead] < 0xE0 ? 2 : sample[lead] < 0xF0 ? 3 : 4
      if lead + length > sample.count { whole = sample[..<lead] }
    }
    return unsafe whole.withUnsafeBufferPointer { unsafe UTF8Check.isValid($0) }
  }
}
