/// Writes header fields, folded so that lines have at most 78 characters (RFC 5322, 2.1.1).
struct FieldWriter {
  private(set) var bytes: [UInt8] = []

  private static let width = 78
  /// The longest word that is written as it is.
  private static let longestWord = 900

  /// Adds a field of ASCII, folded at blanks.
  mutating func add(_ name: String, _ value: String) {
    var line = "\(name): "
    var isFirst = true
    for word in Self.words(value) {
      let isTooLong = line.utf8.count + word.utf8.count > Self.width
      if isTooLong, !isFirst {
        append(line: line)
        line = ""
      }
      line += word
      isFirst = false
    }
    append(line: line)
  }

  /// Adds a field with any text, encoded where that is needed (RFC 2047).
  mutating func add(_ name: String, text: String) {
    let text = Self.cleaned(text)
    let isPlain = Self.isPlain(text)
    guard !isPlain else {
      add(name, text)
      return
    }
    add(name, EncodedWords.text(text))
  }

  /// Adds a field with pieces, as many on a line as fit, the separator after each but the last.
  mutating func add(_ name: String, pieces: [String], separator: String) {
    let ends = pieces.indices.map { $0 + 1 < pieces.count ? separator : "" }
    add(name, zip(pieces, ends).map { $0 + $1 }.joined(separator: " "))
  }

  /// Adds a field with parameters, each on a line of its own.
  mutating func add(_ name: String, _ value: String, parameters: [String]) {
    append(line: "\(name): \(value)" + (parameters.isEmpty ? "" : ";"))
    for (index, parameter) in parameters.enumerated() {
      append(line: " \(parameter)" + (index + 1 < parameters.count ? ";" : ""))
    }
  }

  private mutating func append(line: String) {
    bytes += Array(line.utf8)
    bytes += [.carriageReturn, .lineFeed]
  }

  /// Whether a text reads back as it is without encoding.
  static func isPlain(_ text: String) -> Bool {
    let isASCII = text.utf8.allSatisfy { 0x20...0x7E ~= $0 }
    return isASCII && !text.contains("=?") && text.first != " " && text.last != " "
      && words(text).allSatisfy { $0.utf8.count < longestWord }
  }

  /// The text with a blank in place of each control character.
  static func cleaned(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      scalars.append(scalar.value < 0x20 || scalar.value == 0x7F ? " " : scalar)
    }
    return String(scalars)
  }

  /// The words, each with the blanks before it.
  private static func words(_ text: String) -> [Substring] {
    var words: [Substring] = []
    var start = text.startIndex
    var index = start
    while index < text.endIndex {
      let next = text.index(after: index)
      let endsWord = text[index] != " " && next < text.endIndex && text[next] == " "
      if endsWord {
        words.append(text[start..<next])
        start = next
      }
      index = next
    }
    if start < text.endIndex { words.append(text[start...]) }
    return words
  }
}
