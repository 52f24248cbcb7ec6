/// A body after its transfer encoding was taken off.
public struct DecodedBytes: Sendable, Hashable {
  /// The bytes.
  public let bytes: [UInt8]
  /// What was tolerated: an unknown or malformed encoding, base64 that goes on after padding.
  public let defects: MessageDefects
}
