/// The set of agreements met in an import, one bit for each id.
struct MetAgreements {
  private var words: [UInt64] = []

  /// Puts the id in.
  ///
  /// - Returns: False if it was in.
  mutating func insert(_ id: Int64) -> Bool {
    let word = Int(id >> 6)
    if word >= words.count {
      words.append(contentsOf: repeatElement(0, count: max(1024, word + 1 - words.count)))
    }
    let bit: UInt64 = 1 << UInt64(id & 63)
    defer { words[word] |= bit }
    return words[word] & bit == 0
  }

  func contains(_ id: Int64) -> Bool {
    let word = Int(id >> 6)
    return word < words.count && words[word] & (1 << UInt64(id & 63)) != 0
  }
}
