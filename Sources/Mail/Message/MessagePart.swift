/// A part of a message: fields, and a body that is text, a file, more parts, or a message.
public struct MessagePart: Sendable {
  /// What a body consists of.
  public indirect enum Content: Sendable {
    /// Text or a file; also what would have parts if a limit had not stopped the reading.
    case leaf
    /// The parts of a multipart body, in their order (RFC 2046, 5.1).
    case multipart([MessagePart])
    /// A message within the message (RFC 2046, 5.2.1).
    case message(Message)
  }

  /// The fields of the part, in their order.
  public let headers: HeaderFields
  /// The bytes of the body as they came, still encoded, without the line end before a boundary.
  ///
  /// Inside a message that was itself encoded, indices count from that message's first byte.
  public let body: ArraySlice<UInt8>
  /// What the body is said to be (RFC 2045, 5); `text/plain` where nothing readable is said, and
  /// `message/rfc822` in a digest (RFC 2046, 5.1.5).
  public let mediaType: MediaType
  /// How the part shall be shown (RFC 2183); nil when it is not said.
  public let disposition: ContentDisposition?
  /// How the body is written as lines of text (RFC 2045, 6).
  public let transferEncoding: TransferEncoding
  /// What the body consists of.
  public let content: Content
  /// What was tolerated or cut in this part, its own parts left out.
  public let defects: MessageDefects

  /// The parts of a multipart body in their order; empty for every other body.
  public var children: [MessagePart] {
    guard case .multipart(let parts) = content else { return [] }
    return parts
  }

  /// The message that is the body; nil for every other body.
  public var message: Message? {
    guard case .message(let message) = content else { return nil }
    return message
  }
}
