/// Reads address fields (RFC 5322, 3.4 and 4.4; RFC 6532).
///
/// Leniencies: semicolons between addresses; missing closing brackets and quotes, which then stand
/// for themselves; names with unquoted dots, brackets and `@`; a comma within an encoded word; a
/// route before an address, which is left out (RFC 5322, 4.4); an address in quotes; a name and an
/// address without angle brackets; `mailto:` before an address.
struct AddressReader {
  private let bytes: Bytes
  private let fallbackCharset: String?
  private let limit: Int
  private var index: Int
  private var count = 0
  private var members: [AddressList.Member] = []
  private var current = AddressDraft()
  /// The name and addresses of the group that is open; nil if none is.
  private var group: (name: String, addresses: [MailAddress])?
  /// Whether a quote without an end was found; later ones then stand for themselves.
  private var quotesAreText = false
  /// Whether a round bracket without an end was found; later ones then stand for themselves.
  private var commentsAreText = false

  /// The list in a field's value; at most as many addresses as `limit` says.
  static func read(_ value: Bytes, fallbackCharset: String?, atMost limit: Int) -> AddressList {
    var reader = Self(value, fallbackCharset, limit)
    return reader.read()
  }

  private init(_ bytes: Bytes, _ fallbackCharset: String?, _ limit: Int) {
    self.bytes = bytes
    self.fallbackCharset = fallbackCharset
    self.limit = max(0, limit)
    index = bytes.startIndex
  }

  private mutating func read() -> AddressList {
    var isCut = false
    while index < bytes.endIndex, !isCut {
      takeNext()
      if count >= limit, current.isEmpty {
        isCut = !isAtRest
        index = bytes.endIndex
      }
    }
    endAddress()
    endGroup()
    return AddressList(members, isCut: isCut)
  }

  /// Whether no more than separators and blanks follow.
  private var isAtRest: Bool {
    bytes[index...].allSatisfy { $0.isSpace || $0 == .comma || $0 == .semicolon }
  }

  private mutating func takeNext() {
    let byte = bytes[index]
    switch byte {
    case .comma:
      index += 1
      endAddress()
    case .semicolon:
      index += 1
      endAddress()
      endGroup()
    case .colon where group == nil && current.canNameGroup:
      index += 1
      startGroup()
    case .quote where !quotesAreText: takeQuoted()
    case UInt8(ascii: "(") where !commentsAreText: takeComment()
    case UInt8(ascii: "<"): takeAngle()
    case UInt8(ascii: "[") where current.endsWithAt: takeLiteral()
    case .equals where current.isAtWordStart: takeEncodedWord()
    default:
      index += 1
      current.append(byte)
    }
  }

  private mutating func takeQuoted() {
    var text: [UInt8] = []
    var position = index + 1
    while position < bytes.endIndex, bytes[position] != .quote {
      if bytes[position] == .backslash, position + 1 < bytes.endIndex { position += 1 }
      text.append(bytes[position])
      position += 1
    }
    guard position < bytes.endIndex else {
      quotesAreText = true
      return
    }
    index = position + 1
    current.append(quoted: text)
  }

  private mutating func takeComment() {
    var depth = 1
    var position = index + 1
    while position < bytes.endIndex, depth > 0 {
      switch bytes[position] {
      case .backslash: position += 1
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      default: break
      }
      position += 1
    }
    guard depth == 0, position <= bytes.endIndex else {
      commentsAreText = true
      return
    }
    current.comment = bytes[index + 1..<position - 1]
    index = position
  }

  /// Takes an address in angle brackets; without a closing one it ends before the next separator.
  private mutating func takeAngle() {
    let start = index + 1
    let end = angleEnd(start)
    index = end < bytes.endIndex && bytes[end] == UInt8(ascii: ">") ? end + 1 : end
    current.angle = bytes[start..<end]
  }

  private func angleEnd(_ start: Int) -> Int {
    var position = start
    var separator: Int?
    var isQuoted = false
    while position < bytes.endIndex {
      let byte = bytes[position]
      if byte == .quote, !quotesAreText { isQuoted.toggle() }
      if !isQuoted {
        if byte == UInt8(ascii: ">") { return position }
        if byte == UInt8(ascii: "<") { break }
        if separator == nil, byte == .comma || byte == .semicolon { separator = position }
      }
      position += byte == .backslash && isQuoted ? 2 : 1
    }
    return separator ?? min(position, bytes.endIndex)
  }

  private mutating func takeLiteral() {
    let close = bytes.first(UInt8(ascii: "]"), from: index) ?? index
    for byte in bytes[index...close] { current.append(byte) }
    index = close + 1
  }

  private mutating func takeEncodedWord() {
    let end = EncodedWord(bytes, at: index)?.end ?? index + 1
    for byte in bytes[index..<end] { current.append(byte) }
    index = end
  }

  private mutating func startGroup() {
    group = (current.name(fallbackCharset), [])
    current = AddressDraft()
  }

  private mutating func endAddress() {
    defer { current = AddressDraft() }
    guard count < limit, let address = current.address(fallbackCharset) else { return }
    count += 1
    if group == nil { members.append(.address(address)) } else { group?.addresses.append(address) }
  }

  private mutating func endGroup() {
    guard let group else { return }
    members.append(.group(name: group.name, addresses: group.addresses))
    self.group = nil
  }
}
