/// Reads a value with parameters, as `Content-Type` has it (RFC 2045, 5.1) and
/// `Content-Disposition` (RFC 2183, 2).
///
/// Leniencies: blanks in unquoted values; missing semicolons; a missing closing quote; backslashes
/// in quoted values that escape nothing, as in paths; values outside ASCII; `text` without a
/// subtype, which is `text/plain`.
struct ParameterizedValue {
  /// A parameter as written: name in lower case, value unquoted, nothing decoded.
  struct Raw {
    var name: String
    var value: [UInt8]
  }

  /// The greatest number of parameters that are read; no honest field has so many.
  private static let most = 200

  /// The value before the parameters, in lower case.
  private(set) var value = ""
  private(set) var all: [Raw] = []
  /// Whether something had to be guessed.
  private(set) var isMalformed = false
  private let bytes: Bytes
  private var index: Int

  /// Reads the bytes after a field's colon; nil if they have no usable value.
  ///
  /// `isType` says whether the value has to be type and subtype.
  init?(_ field: Bytes, isType: Bool) {
    bytes = field
    index = field.startIndex
    skipSpaceAndComments()
    let token = takeToken()
    if isType { readType(token) } else { value = token.ascii.lowercased() }
    guard !value.isEmpty else { return nil }
    while index < bytes.endIndex, all.count < Self.most { readParameter() }
    if index < bytes.endIndex { isMalformed = true }
  }

  /// The bytes of a parameter that is not encoded; nil when it is missing or empty.
  func raw(_ name: String) -> [UInt8]? {
    guard let found = all.first(where: { $0.name == name || $0.name == "\(name)*0" })?.value,
      !found.isEmpty
    else { return nil }
    if all.contains(where: { $0.name == name }) { return found }
    let joined = ContinuedParameters(all).bytes(of: name)
    return joined.isEmpty ? nil : joined
  }

  /// The decoded parameters.
  func parameters(fallbackCharset: String?) -> MIMEParameters {
    ContinuedParameters(all).decoded(fallbackCharset: fallbackCharset)
  }

  private mutating func readType(_ type: Bytes) {
    skipSpaceAndComments()
    guard !type.isEmpty, type.allSatisfy({ $0 < 0x80 }) else { return }
    guard index < bytes.endIndex, bytes[index] == UInt8(ascii: "/") else {
      isMalformed = true
      if type.isWord("text") { value = "text/plain" }
      return
    }
    index += 1
    skipSpaceAndComments()
    let subtype = takeToken()
    guard !subtype.isEmpty, subtype.allSatisfy({ $0 < 0x80 }) else {
      isMalformed = true
      return
    }
    value = "\(type.ascii)/\(subtype.ascii)".lowercased()
  }

  private mutating func readParameter() {
    skipSpaceAndComments()
    while index < bytes.endIndex, bytes[index] == .semicolon {
      index += 1
      skipSpaceAndComments()
    }
    let name = takeToken()
    skipSpaceAndComments()
    guard index < bytes.endIndex else {
      if !name.isEmpty { isMalformed = true }
      return
    }
    guard bytes[index] == .equals, !name.isEmpty else {
      isMalformed = true
      if name.isEmpty { index += 1 }
      return
    }
    index += 1
    skipSpace()
    let isName = name.startsWithWord("name") || name.startsWithWord("filename")
    let value = takeQuoted() ?? takeUnquoted(keepsComments: isName)
    all.append(Raw(name: name.ascii.lowercased(), value: value))
  }

  /// Takes what may be a token, and `.` and `:` and the like in it.
  private mutating func takeToken() -> Bytes {
    let start = index
    while index < bytes.endIndex, Self.isToken(bytes[index]) { index += 1 }
    return bytes[start..<index]
  }

  private static func isToken(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, 0x7F, .semicolon, .equals, .quote, UInt8(ascii: "/"), UInt8(ascii: "("): false
    default: true
    }
  }

  /// Takes a quoted value; nil if there is no quote here, or none that closes it.
  private mutating func takeQuoted() -> [UInt8]? {
    guard index < bytes.endIndex, bytes[index] == .quote else { return nil }
    var value: [UInt8] = []
    var position = index + 1
    while position < bytes.endIndex, bytes[position] != .quote {
      if bytes[position] == .backslash, position + 1 < bytes.endIndex,
        bytes[position + 1] == .quote || bytes[position + 1] == .backslash
      {
        position += 1
      }
      let byte = bytes[position]
      if byte != .carriageReturn, byte != .lineFeed { value.append(byte) }
      position += 1
    }
    guard position < bytes.endIndex else {
      isMalformed = true
      index += 1
      return nil
    }
    index = position + 1
    return value
  }

  /// Takes everything up to the semicolon, without a comment at its end unless those are kept.
  ///
  /// Where another parameter seems to follow a blank, the value ends there.
  private mutating func takeUnquoted(keepsComments: Bool) -> [UInt8] {
    let end = bytes.first(.semicolon, from: index) ?? bytes.endIndex
    var value = bytes[index..<end]
    index = end
    if let next = Self.nextParameter(in: value) {
      isMalformed = true
      index = next
      value = value[..<next]
    }
    if !keepsComments, let comment = value.first(UInt8(ascii: "("), from: value.startIndex) {
      value = value[..<comment]
    }
    value = value.trimmed
    if value.contains(where: \.isBlank) { isMalformed = true }
    return value.filter { $0 != .carriageReturn && $0 != .lineFeed }
  }

  /// Where a blank, a name and an equals sign follow in a value; nil if nowhere.
  private static func nextParameter(in value: Bytes) -> Int? {
    var from = value.startIndex
    while let equals = value.first(.equals, from: from) {
      var start = equals
      while start > value.startIndex, isToken(value[start - 1]) { start -= 1 }
      let name = value[start..<equals]
      let isName = name.count > 2 && name.allSatisfy { $0.isLetter || $0 == .hyphen || $0 == 0x2A }
      if start > value.startIndex, value[start - 1].isSpace, isName { return start }
      from = equals + 1
    }
    return nil
  }

  private mutating func skipSpace() {
    while index < bytes.endIndex, bytes[index].isSpace { index += 1 }
  }

  private mutating func skipSpaceAndComments() {
    skipSpace()
    while index < bytes.endIndex, bytes[index] == UInt8(ascii: "(") {
      guard let end = bytes.first(UInt8(ascii: ")"), from: index) else {
        index = bytes.endIndex
        return
      }
      index = end + 1
      skipSpace()
    }
  }
}
