/// A value in a response (RFC 9051, section 4).
enum IMAPValue: Equatable {
  /// An atom, a number, a flag or an attribute with its section, as written; NIL too.
  case atom([UInt8])
  /// A quoted string or a literal.
  case string([UInt8])
  indirect case list([IMAPValue])

  /// The bytes of a string; nil for NIL and for what is no string.
  var bytes: [UInt8]? {
    guard case .string(let bytes) = self else { return nil }
    return bytes
  }

  /// The text of an atom in capitals, or nil.
  var word: String? {
    guard case .atom(let bytes) = self else { return nil }
    return String(decoding: bytes.map(uppercase), as: UTF8.self)
  }

  /// The text of an atom or a string.
  var text: String? {
    switch self {
    case .atom(let bytes), .string(let bytes): String(decoding: bytes, as: UTF8.self)
    case .list: nil
    }
  }

  /// The number that an atom writes in decimal digits, or nil.
  var number: Int? {
    guard case .atom(let bytes) = self, 1...18 ~= bytes.count else { return nil }
    guard bytes.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
    return bytes.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// The elements of a list, or nil.
  var elements: [IMAPValue]? {
    guard case .list(let elements) = self else { return nil }
    return elements
  }
}
