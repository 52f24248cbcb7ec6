/// A file that goes with a message.
public struct OutgoingAttachment: Sendable, Hashable {
  /// The name, in any characters; empty for none.
  public var fileName: String
  /// What it is; `message/rfc822` for a message.
  public var mediaType: MediaType
  /// The bytes.
  public var bytes: [UInt8]
  /// The id by which the HTML text refers to it (RFC 2392); nil for a file on its own.
  public var contentID: MessageID?

  /// Makes an attachment.
  public init(
    fileName: String,
    mediaType: MediaType,
    bytes: [UInt8],
    contentID: MessageID? = nil
  ) {
    self.fileName = fileName
    self.mediaType = mediaType
    self.bytes = bytes
    self.contentID = contentID
  }
}
