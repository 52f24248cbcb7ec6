/// Writes the MIME fields and the body of a message.
enum BodyWriter {
  /// The fields from `Content-Type` on, a blank line, and the body.
  static func body(of draft: MessageDraft) throws(MessageFault) -> [UInt8] {
    var inline: [[UInt8]] = []
    var files: [[UInt8]] = []
    for attachment in draft.attachments {
      let part = try AttachmentWriter.part(attachment)
      let isShown = attachment.contentID != nil && draft.html != nil
      if isShown { inline.append(part) } else { files.append(part) }
    }
    var content = textPart("plain", draft.text)
    if let html = draft.html {
      let shown = textPart("html", html)
      let related = inline.isEmpty ? shown : multipart("related", [shown] + inline)
      content = multipart("alternative", [content, related])
    }
    return files.isEmpty ? content : multipart("mixed", [content] + files)
  }

  private static func textPart(_ subtype: String, _ text: String) -> [UInt8] {
    var bytes = LineEnds.mended(Array(text.utf8))
    if bytes.last != .lineFeed { bytes.append(.lineFeed) }
    let isASCII = bytes[...].isASCII
    var fields = FieldWriter()
    let charset = "charset=\(isASCII ? "us-ascii" : "utf-8")"
    fields.add("Content-Type", "text/\(subtype); \(charset)")
    let (encoding, body) = encoded(bytes)
    fields.add("Content-Transfer-Encoding", encoding)
    return fields.bytes + [.carriageReturn, .lineFeed] + body
  }

  private static func encoded(_ text: [UInt8]) -> (encoding: String, body: [UInt8]) {
    if isSafe(text) { return ("7bit", withCarriageReturns(text)) }
    let printable = QuotedPrintable.encode(text[...])
    let base64 = Base64.lines(withCarriageReturns(text)[...])
    return printable.count <= base64.count
      ? ("quoted-printable", printable) : ("base64", base64)
  }

  /// Whether no server has a reason to change the text: lines of at most 78 printable characters,
  /// without a blank at the end, a `From` or a dot at the start; and nothing like a boundary.
  private static func isSafe(_ text: [UInt8]) -> Bool {
    var lines = LineReader(text[...])
    while let line = lines.next() {
      let bytes = text[line.start..<line.end]
      let isPrintable = bytes.allSatisfy { 0x20...0x7E ~= $0 || $0 == .tab }
      guard isPrintable, bytes.count <= 78, bytes.last.map({ !$0.isBlank }) ?? true,
        !bytes.starts(with: "From ".utf8), bytes.first != UInt8(ascii: "."),
        !bytes.starts(with: "--".utf8)
      else { return false }
    }
    return true
  }

  /// The bytes with CR LF in place of LF.
  static func withCarriageReturns(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 30)
    for byte in bytes {
      if byte == .lineFeed { result.append(.carriageReturn) }
      result.append(byte)
    }
    return result
  }

  private static func multipart(_ subtype: String, _ parts: [[UInt8]]) -> [UInt8] {
    let boundary = boundary(subtype, parts)
    var fields = FieldWriter()
    fields.add("Content-Type", "multipart/\(subtype)", parameters: ["boundary=\"\(boundary)\""])
    var result = fields.bytes + [.carriageReturn, .lineFeed]
    for part in parts {
      result += Array("--\(boundary)\r\n".utf8)
      result += part
      result += [.carriageReturn, .lineFeed]
    }
    return result + Array("--\(boundary)--\r\n".utf8)
  }

  /// A boundary that is in none of the parts.
  ///
  /// It holds `=_`, which no quoted-printable or Base64 text does (RFC 2045, 6.7).
  private static func boundary(_ subtype: String, _ parts: [[UInt8]]) -> String {
    var number = 0
    while true {
      let boundary = "=_\(subtype)_\(number)_"
      let isFree = parts.allSatisfy { !contains($0[...], Array(boundary.utf8)) }
      if isFree { return boundary }
      number += 1
    }
  }

  private static func contains(_ bytes: Bytes, _ wanted: [UInt8]) -> Bool {
    var from = bytes.startIndex
    while let found = bytes.first(.equals, from: from) {
      if bytes.has(wanted, at: found) { return true }
      from = found + 1
    }
    return false
  }
}
