extension StringProtocol {
  /// The text in small letters, as `lowercased()` gives it; quicker where it is of ASCII alone.
  var small: String {
    let fast = utf8.withContiguousStorageIfAvailable { bytes -> String? in
      guard unsafe bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
      return unsafe String(unsafeUninitializedCapacity: bytes.count) { buffer in
        for index in bytes.indices { unsafe buffer[index] = bytes[index].lowered }
        return bytes.count
      }
    }
    return (fast ?? nil) ?? lowercased()
  }

  /// The text's first characters, at least as many as asked for if there are so many; counted in
  /// the scalars that make them up.
  func beginning(_ count: Int) -> String {
    guard utf8.count > count else { return String(self) }
    var beginning = String.UnicodeScalarView()
    beginning.append(contentsOf: unicodeScalars.prefix(count))
    return String(beginning)
  }

  /// Whether it has other bytes than those of ASCII.
  var isBeyondASCII: Bool { utf8.contains { $0 >= 0x80 } }
}

/// Texts with which a line may begin, compared as bytes.
struct BeginningSet: Sendable {
  /// The texts by their first byte.
  private let texts: [[[UInt8]]]

  init(_ texts: [String]) {
    var byFirst = Array(repeating: [[UInt8]](), count: 256)
    for text in texts {
      guard let first = text.utf8.first else { continue }
      byFirst[Int(first)].append(Array(text.utf8))
    }
    self.texts = byFirst
  }

  /// Whether some bytes begin with one of the texts, in which letters of ASCII are small.
  func begin(_ bytes: some Collection<UInt8>) -> Bool {
    guard let first = bytes.first else { return false }
    return texts[Int(first.lowered)].contains { bytes.lazy.map(\.lowered).starts(with: $0) }
  }
}
