/// Reads the grammar of RFC 8601, 2.2, from the value of a field.
struct AuthenticationResultsReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ value: String) { bytes = Array(value.utf8) }

  /// The authserv-id and the version after it; nil if what stands there is not one.
  mutating func server() -> String? {
    guard let server = value(), peek() == UInt8(ascii: ";") || peek() == nil || version() else {
      return nil
    }
    return peek() == UInt8(ascii: ";") || peek() == nil ? server : nil
  }

  /// The outcomes up to the end; nil if something there is not well formed.
  mutating func outcomes() -> [AuthenticationResults.Outcome]? {
    var outcomes: [AuthenticationResults.Outcome] = []
    while take(UInt8(ascii: ";")) {
      if peek() == nil { break }
      let start = position
      if let word = token(), word.lowercased() == "none", peek() == nil { return outcomes }
      position = start
      guard let outcome = outcome() else { return nil }
      outcomes.append(outcome)
    }
    return peek() == nil ? outcomes : nil
  }

  private mutating func outcome() -> AuthenticationResults.Outcome? {
    guard let method = token() else { return nil }
    if take(UInt8(ascii: "/")) { guard version() else { return nil } }
    guard take(UInt8(ascii: "=")), let result = token() else { return nil }
    var reason: String?
    var properties: [String: String] = [:]
    while let byte = peek(), byte != UInt8(ascii: ";") {
      guard let name = propertyName(), take(UInt8(ascii: "=")), let value = value() else {
        return nil
      }
      if name == "reason" {
        reason = reason ?? value
      } else {
        guard name.contains(".") else { return nil }
        properties[name] = properties[name] ?? value
      }
    }
    return .init(
      method: method.lowercased(),
      result: result.lowercased(),
      reason: reason,
      properties: properties
    )
  }

  /// `reason`, or a ptype and a property with a dot between them.
  private mutating func propertyName() -> String? {
    guard let name = token()?.lowercased() else { return nil }
    guard !name.contains("."), take(UInt8(ascii: ".")), let property = token() else { return name }
    return "\(name).\(property.lowercased())"
  }

  /// Takes a version; false if there is none.
  private mutating func version() -> Bool {
    guard let digits = token() else { return false }
    return digits.allSatisfy { ("0"..."9").contains($0) }
  }

  // MARK: Words

  /// A token, a quoted string, or an address such as `@example.org` (RFC 8601, 2.2, pvalue).
  private mutating func value() -> String? {
    passComments()
    if position < bytes.count, bytes[position] == UInt8(ascii: "\"") { return quotedString() }
    return word { Self.isToken($0) || $0 == UInt8(ascii: "@") }
  }

  private mutating func token() -> String? {
    passComments()
    return word(Self.isToken)
  }

  private mutating func word(_ isPart: (UInt8) -> Bool) -> String? {
    let start = position
    while position < bytes.count, isPart(bytes[position]) { position += 1 }
    return start == position ? nil : String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func quotedString() -> String? {
    var text: [UInt8] = []
    position += 1
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
      if bytes[position] == UInt8(ascii: "\\") { position += 1 }
      if position < bytes.count { text.append(bytes[position]) }
      position += 1
    }
    guard position < bytes.count else { return nil }
    position += 1
    return String(decoding: text, as: UTF8.self)
  }

  // MARK: Marks

  /// The next byte that is neither white space nor in a comment; nil at the end.
  private mutating func peek() -> UInt8? {
    passComments()
    return position < bytes.count ? bytes[position] : nil
  }

  private mutating func take(_ mark: UInt8) -> Bool {
    guard peek() == mark else { return false }
    position += 1
    return true
  }

  private mutating func passComments() {
    var depth = 0
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")") where depth > 0: depth -= 1
      case UInt8(ascii: "\\") where depth > 0: position += 1
      case 32, 9, 13, 10: break
      default: if depth == 0 { return }
      }
      position += 1
    }
    position = bytes.count
  }

  /// Whether the byte may stand in a token (RFC 2045, 5.1); bytes above ASCII as in RFC 6532.
  private static func isToken(_ byte: UInt8) -> Bool {
    byte > 32 && byte != 127 && !#"()<>@,;:\"/[]?="#.utf8.contains(byte)
  }
}
