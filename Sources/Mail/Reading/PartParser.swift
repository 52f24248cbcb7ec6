/// Takes a message apart into parts, as deep as the limits allow.
struct PartParser {
  private let limits: MessageLimits
  private var partsLeft: Int
  /// The charset of the first part that names one; for bytes in fields outside ASCII.
  private var textCharset: String?

  init(limits: MessageLimits) {
    self.limits = limits
    partsLeft = limits.parts
  }

  /// What is known of a part before its body is read.
  struct Place {
    var level: Int
    /// What the part is if it does not say so.
    var preset: MediaType
    /// The lines of the message that may be boundaries; nil if they were not looked for.
    var lines: DelimiterLines?
  }

  private static let plainText = MediaType("text", "plain")
  private static let messageType = MediaType("message", "rfc822")

  /// Reads a message; the level of the outermost is 1.
  ///
  /// `lines` are those of the bytes that may be boundaries; nil if they were not looked for.
  mutating func message(_ given: Bytes, level: Int, lines: DelimiterLines? = nil) -> Message {
    var defects: MessageDefects = []
    var raw = given
    if raw.count > limits.messageBytes {
      raw = raw.prefix(max(0, limits.messageBytes))
      defects.insert(.messageCut)
    }
    var start = MessageStart(raw)
    defects.formUnion(start.defects)
    let outerCharset = textCharset
    textCharset = nil
    let place = Place(level: level, preset: Self.plainText, lines: start.isMended ? nil : lines)
    var root = part(start.bytes, place, isMessage: true)
    root = root.with(fallbackCharset: root.mediaType.charset ?? textCharset)
    textCharset = outerCharset
    start.checkFields(of: root)
    return Message(
      raw: raw[start.bytes.startIndex...],
      envelopeLine: start.envelopeLine,
      root: root,
      defects: defects.union(start.defects).union(root.allDefects),
      limits: limits
    )
  }

  private mutating func part(
    _ bytes: Bytes,
    _ place: Place,
    isMessage: Bool = false
  ) -> MessagePart {
    let block = HeaderReader.read(bytes, limits: limits, isMessage: isMessage)
    let meaning = PartFields(block.fields, preset: place.preset, fallbackCharset: textCharset)
    if textCharset == nil { textCharset = meaning.mediaType.charset }
    var draft = PartDraft(meaning, body: bytes[block.bodyStart...])
    draft.defects.formUnion(block.defects)
    read(&draft, place)
    let charset = meaning.mediaType.charset ?? textCharset
    return draft.part(headers: block.fields.with(fallbackCharset: charset))
  }

  /// Reads what the body consists of.
  private mutating func read(_ draft: inout PartDraft, _ place: Place) {
    let isMultipart = draft.meaning.mediaType.type == "multipart"
    guard isMultipart || draft.meaning.mediaType.isMessage else { return }
    guard place.level < min(limits.levels, 200) else {
      draft.defects.insert(.levelsCut)
      return
    }
    if isMultipart { readParts(&draft, place) } else { readMessage(&draft, place) }
  }

  private mutating func readMessage(_ draft: inout PartDraft, _ place: Place) {
    guard partsLeft > 0 else {
      draft.defects.insert(.partsCut)
      return
    }
    partsLeft -= 1
    let (bytes, isDecoded) = draft.bodyOfMessage()
    let lines = isDecoded ? nil : place.lines
    draft.content = .message(message(bytes, level: place.level + 1, lines: lines))
  }

  private mutating func readParts(_ draft: inout PartDraft, _ place: Place) {
    var body = draft.body
    var lines = place.lines ?? DelimiterLines(body)
    var found = draft.delimiters(in: lines, body)
    if found.isEmpty, !draft.meaning.transferEncoding.isIdentity {
      let decoded = TransferDecoder.decode(body, draft.meaning.transferEncoding)
      body = decoded.bytes[...]
      lines = DelimiterLines(body)
      found = draft.delimiters(in: lines, body)
    }
    guard !found.isEmpty else {
      draft.defects.insert(.boundaryNotFound)
      return
    }
    if found.last?.kind != .closing { draft.defects.insert(.finalBoundaryMissing) }
    let preset = draft.meaning.mediaType.subtype == "digest" ? Self.messageType : Self.plainText
    let inner = Place(level: place.level + 1, preset: preset, lines: lines)
    var parts: [MessagePart] = []
    for range in Self.ranges(between: found, in: body) {
      guard partsLeft > 0 else {
        draft.defects.insert(.partsCut)
        break
      }
      partsLeft -= 1
      parts.append(part(body[range], inner))
    }
    draft.content = .multipart(parts)
  }

  /// The bytes between boundary lines; the line end before one belongs to it.
  private static func ranges(
    between found: [DelimiterLines.Found],
    in body: Bytes
  ) -> [Range<Int>] {
    found.indices.compactMap { index in
      guard found[index].kind == .delimiter else { return nil }
      let start = found[index].line.next
      guard index + 1 < found.count else { return start..<max(start, body.endIndex) }
      var end = found[index + 1].line.start
      if end > start, body[end - 1] == .lineFeed { end -= 1 }
      while end > start, body[end - 1] == .carriageReturn { end -= 1 }
      return start..<max(start, end)
    }
  }
}
