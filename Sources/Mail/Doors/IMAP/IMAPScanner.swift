/// Reads values from the pieces of a response.
///
/// Lenient: an atom is whatever is no space, parenthesis or quote; what stands in its square
/// brackets belongs to it (`BODY[HEADER.FIELDS (FROM)]`); several spaces count as one.
struct IMAPScanner {
  private let pieces: [IMAPPiece]
  private var piece = 0
  private var position = 0

  /// Lists within lists beyond this are refused; a body structure of 50 levels has fewer.
  private static let maximumDepth = 100

  init(_ pieces: [IMAPPiece]) { self.pieces = pieces }

  /// The next value, or nil at the end.
  ///
  /// - Throws: A ``MailFault`` with code `imap.response`.
  mutating func value(depth: Int = 0) throws -> IMAPValue? {
    skipSpaces()
    guard piece < pieces.count else { return nil }
    guard let byte = peek() else { return literal() }
    switch byte {
    case UInt8(ascii: "("):
      position += 1
      return .list(try list(depth + 1))
    case UInt8(ascii: ")"): throw IMAPFault.malformed("a closing parenthesis too many")
    case UInt8(ascii: "\""):
      position += 1
      return .string(try quoted())
    default: return .atom(atom())
    }
  }

  /// All values up to the end.
  mutating func rest() throws -> [IMAPValue] {
    var values: [IMAPValue] = []
    while let value = try value() { values.append(value) }
    return values
  }

  /// The byte at the position, or nil where a literal stands.
  private func peek() -> UInt8? {
    guard piece < pieces.count, case .text(let text) = pieces[piece] else { return nil }
    return position < text.count ? text[position] : nil
  }

  /// Goes on to the next byte that is no space; passes over the ends of text pieces.
  private mutating func skipSpaces() {
    while piece < pieces.count, case .text(let text) = pieces[piece] {
      while position < text.count, text[position] == UInt8(ascii: " ") { position += 1 }
      guard position >= text.count else { return }
      piece += 1
      position = 0
    }
  }

  private mutating func literal() -> IMAPValue? {
    guard case .literal(let bytes) = pieces[piece] else { return nil }
    piece += 1
    position = 0
    return .string(bytes)
  }

  private mutating func list(_ depth: Int) throws -> [IMAPValue] {
    guard depth <= Self.maximumDepth else { throw IMAPFault.malformed("lists too deep") }
    var values: [IMAPValue] = []
    while true {
      skipSpaces()
      if peek() == UInt8(ascii: ")") {
        position += 1
        return values
      }
      guard let value = try value(depth: depth) else {
        throw IMAPFault.malformed("a list without end")
      }
      values.append(value)
    }
  }

  /// A quoted string (RFC 9051, section 9); a backslash takes the next byte as it is.
  private mutating func quoted() throws -> [UInt8] {
    var bytes: [UInt8] = []
    while let byte = peek() {
      position += 1
      if byte == UInt8(ascii: "\"") { return bytes }
      guard byte == UInt8(ascii: "\\") else {
        bytes.append(byte)
        continue
      }
      guard let escaped = peek() else { break }
      position += 1
      bytes.append(escaped)
    }
    throw IMAPFault.malformed("a quoted string without end")
  }

  private mutating func atom() -> [UInt8] {
    var bytes: [UInt8] = []
    var isInBrackets = false
    while let byte = peek() {
      let ends = [UInt8(ascii: " "), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\"")]
      if !isInBrackets, ends.contains(byte) { break }
      if byte == UInt8(ascii: "[") { isInBrackets = true }
      if byte == UInt8(ascii: "]") { isInBrackets = false }
      bytes.append(byte)
      position += 1
    }
    return bytes
  }
}
