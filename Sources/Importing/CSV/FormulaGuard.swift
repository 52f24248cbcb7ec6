/// The apostrophe that keeps a spreadsheet from taking a text for a formula.
///
/// A text is guarded if it starts with `=`, `+`, `-`, `@`, tab or CR (OWASP, "CSV Injection"), or
/// with apostrophes before one of them, so that taking one apostrophe off is always right.
enum FormulaGuard {
  static let mark = UInt8(ascii: "'")
  private static let starts = Set("=+-@\t\r".utf8)

  /// Whether the text would be taken for a formula without, or loses its meaning with, a guard.
  static func isNeeded(_ text: some Sequence<UInt8>) -> Bool {
    for byte in text where byte != mark { return starts.contains(byte) }
    return false
  }

  /// Whether the text has a guard.
  static func isGuarded(_ text: ArraySlice<UInt8>) -> Bool {
    text.first == mark && isNeeded(text)
  }
}
