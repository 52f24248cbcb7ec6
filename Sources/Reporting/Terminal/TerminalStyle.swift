/// Colours and bold of a terminal, by ECMA-48 section 8.3.117, or none.
struct TerminalStyle {
  /// Whether anything is styled at all.
  let isOn: Bool

  /// Gives a heading in bold.
  func heading(_ text: String) -> String { styled(text, "1") }

  /// Gives a text in the colour of its mark.
  func marked(_ text: String, _ mark: Row.Mark) -> String {
    switch mark {
    case .normal: text
    case .warning: styled(text, "33")
    case .alert: styled(text, "31")
    }
  }

  /// Gives a text that matters less, in faint letters.
  func faint(_ text: String) -> String { styled(text, "2") }

  private func styled(_ text: String, _ code: String) -> String {
    isOn && !text.isEmpty ? "\u{1b}[\(code)m\(text)\u{1b}[0m" : text
  }
}
