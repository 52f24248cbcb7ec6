/// A part while it is read.
struct PartDraft {
  let meaning: PartFields
  let body: Bytes
  var content = MessagePart.Content.leaf
  var defects: MessageDefects

  init(_ meaning: PartFields, body: Bytes) {
    self.meaning = meaning
    self.body = body
    defects = meaning.defects
  }

  /// The finished part.
  func part(headers: HeaderFields) -> MessagePart {
    MessagePart(
      headers: headers,
      body: body,
      mediaType: meaning.mediaType,
      disposition: meaning.disposition,
      transferEncoding: meaning.transferEncoding,
      content: content,
      defects: defects
    )
  }

  /// The boundary lines of the body, by the field or, if it names none that is there, guessed.
  mutating func delimiters(in lines: DelimiterLines, _ body: Bytes) -> [DelimiterLines.Found] {
    let range = body.startIndex..<body.endIndex
    if let boundary = meaning.boundary {
      let found = lines.lines(of: boundary, in: range)
      if found.contains(where: { $0.kind == .delimiter }) { return found }
    }
    guard let guess = lines.guess(in: range) else { return [] }
    defects.insert(.boundaryGuessed)
    return lines.lines(of: guess, in: range)
  }

  /// The bytes of the message that is the body, its encoding taken off.
  ///
  /// No encoding is allowed but for `message/global` (RFC 2046, 5.2.1; RFC 6532, 3.7), so a body
  /// that is said to be base64 and starts with a field is taken as it is.
  mutating func bodyOfMessage() -> (bytes: Bytes, isDecoded: Bool) {
    let encoding = meaning.transferEncoding
    guard !encoding.isIdentity else { return (body, false) }
    if encoding != .quotedPrintable, startsWithField { return (body, false) }
    let decoded = TransferDecoder.decode(body, encoding)
    defects.formUnion(decoded.defects)
    return (decoded.bytes[...], true)
  }

  private var startsWithField: Bool {
    let start = body.prefix(200).drop { $0.isSpace }
    let name = start.prefix { 0x21...0x7E ~= $0 && $0 != .colon }
    return !name.isEmpty && name.endIndex < start.endIndex && start[name.endIndex] == .colon
  }
}
