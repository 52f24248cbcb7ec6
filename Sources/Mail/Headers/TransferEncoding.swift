/// How a body is written as lines of text (RFC 2045, 6).
public enum TransferEncoding: Sendable, Hashable {
  /// Lines of ASCII; also where nothing is said.
  case sevenBit
  /// Lines with any bytes.
  case eightBit
  /// Any bytes, not in lines.
  case binary
  /// Base64 (RFC 2045, 6.8).
  case base64
  /// Quoted-printable (RFC 2045, 6.7).
  case quotedPrintable
  /// The encoding of the POSIX command `uuencode`, as `x-uuencode` and some like names.
  case uuencode
  /// Another one, in lower case; the bytes are given as they are.
  case other(String)

  /// Whether decoding changes nothing.
  public var isIdentity: Bool {
    switch self {
    case .sevenBit, .eightBit, .binary, .other: true
    case .base64, .quotedPrintable, .uuencode: false
    }
  }
}
