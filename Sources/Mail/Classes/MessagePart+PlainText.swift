extension MessagePart {
  /// The text of the body, also of a report whose body is no text by its media type; empty for a
  /// body of parts.
  var plainText: String {
    text()?.text ?? String(decoding: decoded().bytes, as: UTF8.self)
  }
}
