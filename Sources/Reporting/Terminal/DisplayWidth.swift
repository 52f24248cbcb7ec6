/// How many places a text takes on a terminal.
///
/// East Asian wide and full-width characters and emoji take two places, combining marks and
/// invisible characters none (Unicode Standard Annex 11 and Unicode Technical Standard 51).
/// Characters of ambiguous width take one.
enum DisplayWidth {
  /// Gives the number of places of a text on one line.
  static func of(_ text: String) -> Int {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    return text.reduce(0) { $0 + of($1) }
  }

  /// Gives the number of places of a character as a reader sees it.
  static func of(_ character: Character) -> Int {
    if character.isASCII { return 1 }
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return 0 }
    if isInvisible(first) { return 0 }
    if isWide(first) || scalars.contains("\u{fe0f}") { return 2 }
    let isFlag = scalars.count > 1 && (0x1f1e6...0x1f1ff).contains(first.value)
    return isFlag ? 2 : 1
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value == 0xad { return false }
    if (0x1160...0x11ff).contains(scalar.value) { return true }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return true
    default: return false
    }
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    guard value >= 0x1100 else { return false }
    if scalar.properties.isEmojiPresentation { return true }
    return wideRanges.contains { $0.contains(value) }
  }

  /// The blocks of width W and F in EastAsianWidth.txt, with the gaps within blocks closed.
  private static let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115f, 0x2329...0x232a, 0x2e80...0x303e, 0x3041...0x4dbf, 0x4e00...0xa4cf,
    0xa960...0xa97f, 0xac00...0xd7a3, 0xf900...0xfaff, 0xfe10...0xfe19, 0xfe30...0xfe6f,
    0xff01...0xff60, 0xffe0...0xffe6, 0x16fe0...0x18cff, 0x1aff0...0x1b2ff, 0x1f200...0x1f265,
    0x20000...0x3fffd,
  ]
}
