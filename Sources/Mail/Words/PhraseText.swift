/// A text as a row of words in which phrases are looked for.
///
/// Letters are small; apostrophes are left out, so that “doesn’t” is one word; an address becomes
/// the word `@`, and of a web address only the host stays; every other mark divides words.
package struct PhraseText {
  /// The most words that are looked at.
  private static let most = 1_500

  /// The words in their order.
  let words: [String]
  /// The words, each once.
  let vocabulary: Set<String>

  package init(_ text: String) {
    var words: [String] = []
    var text = text
    text.withUTF8 { bytes in
      var start = bytes.startIndex
      while words.count < Self.most, start < bytes.endIndex {
        let rest = unsafe bytes[start...]
        let end = unsafe rest.firstIndex(where: \.isWhite) ?? bytes.endIndex
        let room = Self.most - words.count
        if end > start { unsafe Self.add(bytes[start..<end], to: &words, room) }
        start = end + 1
      }
    }
    self.words = words
    vocabulary = Set(words)
  }

  /// Adds the words of a piece that has no white space of one byte in it.
  ///
  /// Almost all pieces are of ASCII alone, and are taken apart as bytes.
  private static func add(
    _ piece: Slice<UnsafeBufferPointer<UInt8>>,
    to words: inout [String],
    _ room: Int
  ) {
    guard unsafe piece.allSatisfy({ $0 < 0x80 }) else {
      let most = words.count + room
      let text = unsafe String(decoding: piece, as: UTF8.self).lowercased()
      for part in text.split(whereSeparator: \.isWhitespace) where words.count < most {
        add(part, to: &words)
      }
      return
    }
    if unsafe piece.contains(UInt8(ascii: "@")) { return words.append("@") }
    let small = unsafe piece.map(\.lowered)
    if let scheme = scheme(small) {
      split(small[scheme...].prefix { $0 != UInt8(ascii: "/") }, into: &words)
    } else {
      split(small[...], into: &words)
    }
  }

  /// Where the host of a web address begins; nil for any other piece.
  private static func scheme(_ piece: [UInt8]) -> Int? {
    guard piece.count >= 3 else { return nil }
    let mark = Array("://".utf8)
    return (0...piece.count - 3).first { piece[$0..<$0 + 3].elementsEqual(mark) }.map { $0 + 3 }
  }

  private static func split(_ piece: ArraySlice<UInt8>, into words: inout [String]) {
    let plain = piece.filter { $0 != UInt8(ascii: "'") }
    for word in plain.split(whereSeparator: { !$0.isLetter && !$0.isDigit }) {
      words.append(String(decoding: word, as: UTF8.self))
    }
  }

  private static func add(_ piece: Substring, to words: inout [String]) {
    if piece.utf8.contains(UInt8(ascii: "@")) {
      words.append("@")
    } else if piece.utf8.contains(.colon), let scheme = piece.firstRange(of: "://") {
      words += Self.words(of: piece[scheme.upperBound...].prefix { $0 != "/" })
    } else {
      words += Self.words(of: piece)
    }
  }

  private static func words(of piece: Substring) -> [String] {
    let plain = piece.filter { $0 != "'" && $0 != "\u{2019}" }
    return plain.split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
