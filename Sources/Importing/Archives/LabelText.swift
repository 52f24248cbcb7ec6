/// Names that others gave to files: labels that are shown, never paths.
public enum LabelText {
  /// The name with U+FFFD in place of what a terminal would obey.
  public static func cleaned(_ name: some StringProtocol) -> String {
    String(
      String.UnicodeScalarView(name.unicodeScalars.map { isPlain($0) ? $0 : "\u{FFFD}" })
    )
  }

  /// Whether a character neither controls a terminal nor turns the direction of writing.
  static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: false
    case .format:
      !(0x202A...0x202E).contains(scalar.value) && !(0x2066...0x2069).contains(scalar.value)
    default: true
    }
  }
}
