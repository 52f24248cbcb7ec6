/// A file within plain text, encoded by `uuencode`.
public struct EmbeddedFile: Sendable, Hashable {
  /// The name in the `begin` line, a label only.
  public let name: String
  /// The decoded file.
  public let content: DecodedBytes
  /// Where it stands in the decoded bytes of the part, from `begin` to `end`.
  public let range: Range<Int>
}

extension MessagePart {
  /// The files that are encoded by `uuencode` within plain text, in their order.
  ///
  /// Empty for every other type, and for a body that is such a file as a whole. At most as many
  /// files are read as `limit` says.
  public func embeddedFiles(limit: Int = 100) -> [EmbeddedFile] {
    guard isText, mediaType.essence == "text/plain", transferEncoding != .uuencode else {
      return []
    }
    let bytes = decoded().bytes
    return UUEncoding.files(in: bytes[...], atMost: limit).map { file in
      EmbeddedFile(
        name: HeaderText.decode(file.name, fallbackCharset: mediaType.charset),
        content: file.content,
        range: file.range
      )
    }
  }
}
