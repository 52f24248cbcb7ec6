import Foundation

/// Compares header words the way people write them.
///
/// Case, accents and all white space are folded; a trailing `*` (a mark of required or key
/// columns in several exporters) is dropped. Punctuation counts, so `Doc.Number` and
/// `Doc Number` are two names: a profile lists both as aliases.
enum HeaderName {
  /// The folded form of a header cell or of a name in a profile.
  static func folded(_ name: String) -> String {
    var text = name.replacingOccurrences(of: "\u{FEFF}", with: "")
    for (letter, plain) in undivided {
      text = text.replacingOccurrences(of: letter, with: plain)
    }
    let options: String.CompareOptions = [.caseInsensitive, .diacriticInsensitive]
    text = text.folding(options: options, locale: nil)
    text = String(text.filter { !$0.isWhitespace })
    while text.hasSuffix("*") { text.removeLast() }
    return text
  }

  /// Letters that Unicode does not decompose into a base letter and an accent.
  private static let undivided = [
    ("ß", "ss"), ("Ł", "l"), ("ł", "l"), ("Ø", "o"), ("ø", "o"), ("Đ", "d"), ("đ", "d"),
    ("Æ", "ae"), ("æ", "ae"), ("Œ", "oe"), ("œ", "oe"), ("ı", "i"),
  ]
}
