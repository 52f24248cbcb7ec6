/// The id of a message, of a part, or of a mail that is referred to (RFC 5322, 3.6.4).
public struct MessageID: Sendable, Hashable, CustomStringConvertible {
  /// The id without angle brackets, white space and comments; as written, never empty.
  public let value: String

  /// Makes an id from its text without angle brackets.
  ///
  /// The result is nil for an empty text and for one with a control byte, blank, or angle bracket.
  public init?(_ value: String) {
    let isUsable = value.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && $0 != 0x3C && $0 != 0x3E }
    guard !value.isEmpty, isUsable else { return nil }
    self.value = value
  }

  /// The id in angle brackets, as a field has it.
  public var description: String { "<\(value)>" }
}
