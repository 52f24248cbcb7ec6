/// One header field as it was received (RFC 5322, 2.2).
public struct HeaderField: Sendable {
  /// The bytes of the name, without the colon and blanks before it.
  public let rawName: ArraySlice<UInt8>
  /// The bytes after the colon, folding kept, without the last line end.
  public let rawValue: ArraySlice<UInt8>
  /// The charset in which bytes are read that are neither ASCII nor UTF-8: that of the body, as
  /// written there; nil for windows-1252.
  let fallbackCharset: String?

  /// The name as written, such as `Message-ID`; compare names without regard to case.
  public var name: String { String(decoding: rawName, as: UTF8.self) }
}
