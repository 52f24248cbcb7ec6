/// The text of a body, in the characters that were meant.
public struct DecodedText: Sendable, Hashable {
  /// How the charset became known.
  public enum CharsetSource: String, Sendable, Hashable {
    /// The part's `Content-Type` names it.
    case declared
    /// The bytes start with a byte order mark.
    case byteOrderMark = "byte-order-mark"
    /// The HTML text names it in a `meta` element.
    case meta
    /// Nothing usable is said, and the bytes are well-formed UTF-8, or ASCII.
    case utf8 = "utf-8"
    /// Nothing usable is said; windows-1252 fits any bytes.
    case windows1252 = "windows-1252"
  }

  /// The text; lines end with a line feed.
  public let text: String
  /// The charset that was used, by the name that iconv has for it, in lower case.
  public let charset: String
  /// How it became known.
  public let charsetSource: CharsetSource
  /// What was tolerated: a guessed charset, replaced characters, and those of ``DecodedBytes``.
  public let defects: MessageDefects
}
