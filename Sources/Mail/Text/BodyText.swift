/// Turns a decoded body into text.
struct BodyText {
  let mediaType: MediaType
  /// The charset for bytes that are not UTF-8 where none is named; nil for windows-1252.
  let fallbackCharset: String?

  /// The text of the bytes.
  func decode(_ decoded: DecodedBytes) -> DecodedText {
    let marked = Self.byteOrderMark(decoded.bytes)
    let bytes = marked.map { decoded.bytes.dropFirst($0.length) } ?? decoded.bytes[...]
    let (label, source) = label(bytes, mark: marked?.charset)
    let isWide = label.map(Self.isWide) ?? false
    let mended = isWide ? Array(bytes) : LineEnds.mended(Array(bytes))
    let decoder = CharsetDecoder(label: label, fallback: fallbackCharset)
    var result = decoder.decode(mended[...])
    if result.source == .declared { result.source = source }
    if isWide { result.text = Self.mended(result.text) }
    replaceNUL(&result)
    return DecodedText(
      text: joined(result.text),
      charset: result.charset,
      charsetSource: result.source,
      defects: result.defects.union(decoded.defects)
    )
  }

  /// The charset to be tried first: of a byte order mark, of the field, of the HTML text.
  private func label(
    _ bytes: Bytes,
    mark: String?
  ) -> (label: String?, source: DecodedText.CharsetSource) {
    if let mark, isUsable(mark) { return (mark, .byteOrderMark) }
    let declared = mediaType.charset
    let isHTML = mediaType.subtype == "html" || mediaType.subtype == "xhtml+xml"
    let isVague = declared.map { Charset.method($0) == nil || Charset.isASCII($0) } ?? true
    guard isHTML, isVague, !bytes.isASCII, let meta = MetaCharset.find(in: bytes),
      Charset.method(meta) != nil, !Self.isWide(meta)
    else { return (declared, .declared) }
    return (meta, .meta)
  }

  /// Whether a byte order mark counts: always that of UTF-8, others unless the field names a
  /// charset with other code units.
  private func isUsable(_ mark: String) -> Bool {
    guard mark != "utf-8", let declared = mediaType.charset else { return true }
    return Self.isWide(declared) || Charset.method(declared) == nil || Charset.isASCII(declared)
  }

  private static func byteOrderMark(_ bytes: [UInt8]) -> (charset: String, length: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return ("utf-8", 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return ("utf-16le", 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return ("utf-16be", 2) }
    return nil
  }

  /// Whether a character has more than one byte in each case, so that line ends have too.
  private static func isWide(_ label: String) -> Bool {
    guard case .iconv(let name)? = Charset.method(label) else { return false }
    return name.hasPrefix("UTF-16") || name.hasPrefix("UTF-32")
  }

  private static func mended(_ text: String) -> String {
    String(decoding: LineEnds.mended(Array(text.utf8)), as: UTF8.self)
  }

  private func replaceNUL(_ result: inout CharsetDecoder.Result) {
    guard result.text.utf8.contains(0) else { return }
    var scalars = String.UnicodeScalarView()
    for scalar in result.text.unicodeScalars {
      scalars.append(scalar == "\0" ? "\u{FFFD}" : scalar)
    }
    result.text = String(scalars)
    result.defects.insert(.charactersReplaced)
  }

  private func joined(_ text: String) -> String {
    guard mediaType.essence == "text/plain",
      mediaType.parameters["format"]?.lowercased() == "flowed"
    else { return text }
    let deletesSpace = mediaType.parameters["delsp"]?.lowercased() == "yes"
    return FlowedText.joined(text, deletesSpace: deletesSpace)
  }
}
