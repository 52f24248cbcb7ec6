extension MessagePart {
  /// The body without its transfer encoding; decoded anew at each call.
  ///
  /// For a multipart body and a message these are the bytes as they came.
  public func decoded() -> DecodedBytes {
    guard case .leaf = content else { return DecodedBytes(bytes: Array(body), defects: []) }
    return TransferDecoder.decode(body, transferEncoding)
  }

  /// Whether the body is text; also a multipart body in which no boundary was found.
  public var isText: Bool {
    guard case .leaf = content else { return false }
    return mediaType.type == "text" || mediaType.type == "multipart"
  }

  /// The body as text, whatever its type; decoded anew at each call.
  ///
  /// The charset is that of a byte order mark, of `Content-Type`, or of a `meta` element in HTML
  /// text; else UTF-8 if the bytes are well formed, else windows-1252. Flowed text (RFC 3676) has
  /// one line for each paragraph. The result is nil for a multipart body and a message.
  public func text() -> DecodedText? {
    guard case .leaf = content else { return nil }
    let text = BodyText(mediaType: mediaType, fallbackCharset: nil)
    return text.decode(decoded())
  }

  /// The name for a file as the sender gives it; nil when none is written.
  ///
  /// It is a label only: path separators may be in it. It comes from `Content-Disposition`, else from `Content-Type`.
  public var fileName: String? {
    [disposition?.parameters["filename"], mediaType.parameters["name"]]
      .compactMap { $0 }.first { !$0.isEmpty }
  }

  /// The id by which HTML text refers to the part (RFC 2392); nil when it is missing.
  public var contentID: MessageID? {
    headers["content-id"].flatMap { MessageIDReader.read($0.rawValue, atMost: 1).ids.first }
  }

  /// Whether the part is a file rather than the text of the mail.
  ///
  /// That is every part that holds no parts, unless it is text without a file name and without a
  /// disposition other than `inline`.
  public var isAttachment: Bool {
    if case .multipart = content { return false }
    guard isText else { return true }
    if let disposition, !disposition.isInline { return true }
    return fileName != nil
  }
}
