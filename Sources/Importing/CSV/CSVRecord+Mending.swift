extension CSVRecord {
  /// Exchanges the content of fields; the closure gives nil to leave one as it is.
  mutating func replaceFields(_ replacement: (ArraySlice<UInt8>, Int) -> [UInt8]?) {
    var newBytes: [UInt8] = []
    newBytes.reserveCapacity(bytes.count)
    var newEnds: [Int] = []
    for field in 0..<count {
      let old = bytes[range(field)]
      if let new = replacement(old, field) { newBytes += new } else { newBytes += old }
      newEnds.append(newBytes.count)
    }
    bytes = newBytes
    ends = newEnds
  }

  /// Exchanges the content of fields where their number does not matter.
  mutating func replaceBytes(_ replacement: (ArraySlice<UInt8>) -> [UInt8]?) {
    replaceFields { bytes, _ in replacement(bytes) }
  }

  /// Takes off the apostrophe that guards a field against spreadsheets.
  mutating func removeFormulaGuards() {
    guard bytes.contains(UInt8(ascii: "'")) else { return }
    replaceBytes { field in
      FormulaGuard.isGuarded(field) ? Array(field.dropFirst()) : nil
    }
  }

  /// Whether every field is valid UTF-8.
  ///
  /// The fields are checked in one go; none may then start within a character.
  var isValidUTF8: Bool {
    let isWhole = unsafe bytes.withUnsafeBufferPointer { unsafe UTF8Check.isValid($0) }
    return isWhole
      && ends.allSatisfy { $0 == bytes.count || bytes[$0] & 0xC0 != 0x80 }
  }
}
