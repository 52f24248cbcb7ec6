extension HeaderField {
  /// The text that is meant: folding undone, encoded words decoded (RFC 2047), blanks at both
  /// ends and NUL left out, no line ends.
  ///
  /// Bytes outside ASCII are UTF-8 (RFC 6532), else the charset of the body, else windows-1252.
  public var text: String { HeaderText.decode(rawValue, fallbackCharset: fallbackCharset) }

  /// The addresses in it, read as in an address field; at most as many as `limit` says.
  public func addresses(limit: Int = MessageLimits().addresses) -> AddressList {
    AddressReader.read(rawValue, fallbackCharset: fallbackCharset, atMost: limit)
  }

  /// The message ids in it, in their order; at most as many as `limit` says.
  public func messageIDs(limit: Int = MessageLimits().references) -> [MessageID] {
    MessageIDReader.read(rawValue, atMost: limit).ids
  }

  /// The date in it; nil if it cannot be read.
  public var date: MessageDate? { DateReader.read(rawValue) }

  /// The date behind the last semicolon, as in `Received` (RFC 5321, 4.4); nil if there is none.
  public var stampedDate: MessageDate? {
    guard let mark = rawValue.lastIndex(of: UInt8(ascii: ";")) else { return nil }
    return DateReader.read(rawValue[(mark + 1)...])
  }
}
