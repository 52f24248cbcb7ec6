/// How the characters of a text file are written as bytes.
public enum TextEncoding: String, Sendable, CaseIterable {
  /// UTF-8 (RFC 3629), with or without a byte order mark.
  case utf8 = "utf-8"
  /// UTF-16 with the low byte first; a byte order mark in the file has precedence.
  case utf16LittleEndian = "utf-16le"
  /// UTF-16 with the high byte first; a byte order mark in the file has precedence.
  case utf16BigEndian = "utf-16be"
  /// Windows-1252 as the WHATWG Encoding Standard names it, five bytes of it undefined.
  case windows1252 = "windows-1252"
  /// ISO-8859-1, where byte and code point are the same number.
  case latin1 = "iso-8859-1"
}
