/// Writes a file as a part.
enum AttachmentWriter {
  private static let longestLine = 998

  /// The fields of the part, a blank line, and the body.
  static func part(_ attachment: OutgoingAttachment) throws(MessageFault) -> [UInt8] {
    let type = attachment.mediaType
    guard [type.type, type.subtype].allSatisfy(isName) else {
      throw .unusableMediaType(type.essence)
    }
    let message = type.essence == "message/rfc822" ? lines(attachment.bytes) : nil
    let isBroken = type.essence == "message/rfc822" && message == nil
    let essence = isBroken ? "application/octet-stream" : type.essence
    var fields = FieldWriter()
    fields.add("Content-Type", essence, parameters: try parameters(of: type, attachment.fileName))
    let encoding = message.map { $0[...].isASCII ? "7bit" : "8bit" } ?? "base64"
    fields.add("Content-Transfer-Encoding", encoding)
    let name = attachment.fileName
    fields.add(
      "Content-Disposition",
      attachment.contentID == nil ? "attachment" : "inline",
      parameters: name.isEmpty ? [] : ParameterWriter.pieces("filename", name)
    )
    if let id = attachment.contentID { fields.add("Content-ID", id.description) }
    let body = message ?? Base64.lines(attachment.bytes[...])
    return fields.bytes + [.carriageReturn, .lineFeed] + body
  }

  private static func isName(_ name: String) -> Bool {
    1...100 ~= name.utf8.count && name.utf8.allSatisfy(ParameterWriter.isToken)
  }

  /// The parameters of the type, and the file name for readers that look only there.
  private static func parameters(
    of type: MediaType,
    _ fileName: String
  ) throws(MessageFault) -> [String] {
    var pieces: [String] = []
    for parameter in type.parameters.all where parameter.name != "name" {
      guard isName(parameter.name) else { throw .unusableMediaType(type.essence) }
      pieces += ParameterWriter.pieces(parameter.name, FieldWriter.cleaned(parameter.value))
    }
    return pieces + (fileName.isEmpty ? [] : ParameterWriter.pieces("name", fileName))
  }

  /// A message in lines as they may be sent, which must not be encoded (RFC 2046, 5.2.1); nil if
  /// it has NUL or lines of more than 998 bytes.
  private static func lines(_ message: [UInt8]) -> [UInt8]? {
    let bytes = LineEnds.mended(message)
    var lines = LineReader(bytes[...])
    while let line = lines.next() {
      guard line.end - line.start <= longestLine else { return nil }
    }
    guard bytes[...].first(0, from: 0) == nil else { return nil }
    return BodyWriter.withCarriageReturns(bytes)
  }
}
