extension UInt8 {
  static let tab: UInt8 = 0x09
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let space: UInt8 = 0x20
  static let quote = UInt8(ascii: "\"")
  static let backslash = UInt8(ascii: "\\")
  static let hyphen = UInt8(ascii: "-")
  static let equals = UInt8(ascii: "=")
  static let colon = UInt8(ascii: ":")
  static let semicolon = UInt8(ascii: ";")
  static let comma = UInt8(ascii: ",")

  /// Whether it is a blank: space or tab.
  @inline(__always) var isBlank: Bool { self == .space || self == .tab }

  /// Whether it is a blank or belongs to a line end.
  @inline(__always) var isSpace: Bool { isBlank || self == .lineFeed || self == .carriageReturn }

  /// Whether it is white space of ASCII.
  @inline(__always) var isWhite: Bool { isSpace || self == 0x0B || self == 0x0C }

  /// Whether it is a decimal digit of ASCII.
  @inline(__always) var isDigit: Bool { 0x30...0x39 ~= self }

  /// Whether it is a letter of ASCII.
  @inline(__always) var isLetter: Bool { 0x61...0x7A ~= self | 0x20 }

  /// The letter in lower case; any other byte as it is.
  @inline(__always) var lowered: UInt8 { 0x41...0x5A ~= self ? self | 0x20 : self }

  /// The value of a hexadecimal digit in either case; nil for any other byte.
  @inline(__always) var hexadecimal: UInt8? {
    switch self {
    case 0x30...0x39: self - 0x30
    case 0x41...0x46: self - 0x37
    case 0x61...0x66: self - 0x57
    default: nil
    }
  }
}
