extension MessagePart {
  /// The same part with another charset for bytes outside ASCII in its fields; nil keeps it.
  func with(fallbackCharset: String?) -> Self {
    guard let fallbackCharset else { return self }
    return Self(
      headers: headers.with(fallbackCharset: fallbackCharset),
      body: body,
      mediaType: mediaType,
      disposition: disposition,
      transferEncoding: transferEncoding,
      content: content,
      defects: defects
    )
  }

  /// The defects of the part and of all parts in it, but not of messages in it.
  var allDefects: MessageDefects {
    children.reduce(into: defects) { $0.formUnion($1.allDefects) }
  }
}
