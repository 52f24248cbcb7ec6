/// Divides a hypertext into texts and tags after the HTML Standard, section 13.2.5, in one pass.
///
/// Comments, declarations and processing instructions are left out, and so is the content of
/// elements that a browser does not read as hypertext, such as `script`. A tag that does not end
/// is left out with all after it.
struct HypertextTokenizer {
  private let bytes: [UInt8]
  private let limits: HypertextLimits
  private var position = 0
  private var tokens = 0
  /// The element whose content is passed over next, or nil.
  private var opaque: String?

  /// Whether a limit left something out.
  private(set) var isCut: Bool

  init(_ text: String, limits: HypertextLimits) {
    let utf8 = text.utf8
    bytes = Array(utf8.prefix(limits.bytes))
    isCut = utf8.count > limits.bytes
    self.limits = limits
  }

  /// The next piece; nil at the end.
  mutating func next() -> HypertextToken? {
    while position < bytes.count {
      guard tokens < limits.tokens else {
        isCut = true
        return nil
      }
      if let name = opaque { passContent(of: name) }
      guard position < bytes.count else { return nil }
      if let token = bytes[position] == UInt8(ascii: "<") ? markup() : text() {
        tokens += 1
        return token
      }
    }
    return nil
  }

  private func byte(_ offset: Int) -> UInt8? {
    position + offset < bytes.count ? bytes[position + offset] : nil
  }

  // MARK: Text

  private mutating func text() -> HypertextToken? {
    let start = position
    position += 1
    while position < bytes.count, bytes[position] != UInt8(ascii: "<") { position += 1 }
    return .text(CharacterReferences.resolved(bytes[start..<position]))
  }

  /// Passes over the content of an element that is not hypertext, up to its end tag.
  private mutating func passContent(of name: String) {
    opaque = nil
    let closing = Array("</\(name)".utf8)
    while position < bytes.count, name == "plaintext" || !isAt(closing) { position += 1 }
  }

  /// Whether the word stands here, without regard to case, and ends here.
  private func isAt(_ word: [UInt8]) -> Bool {
    guard bytes[position] == word[0], position + word.count <= bytes.count else { return false }
    for (offset, wanted) in word.enumerated() where bytes[position + offset] | 0x20 != wanted | 0x20
    {
      return false
    }
    return byte(word.count).map { Self.isSpace($0) || $0 == 0x2F || $0 == 0x3E } ?? true
  }

  // MARK: Markup

  private mutating func markup() -> HypertextToken? {
    switch byte(1) {
    case UInt8(ascii: "!"), UInt8(ascii: "?"):
      passDeclaration()
      return nil
    case UInt8(ascii: "/"): return endTag()
    case .some(let first) where Self.isLetter(first): return startTag()
    default: return text()
    }
  }

  private mutating func passDeclaration() {
    if byte(1) == 0x21, byte(2) == 0x2D, byte(3) == 0x2D { return passComment() }
    passThroughMark()
  }

  /// A comment ends with `-->` or `--!>`, and at once if it starts with `>` or `->`.
  private mutating func passComment() {
    position += 4
    if byte(0) == 0x3E || (byte(0) == 0x2D && byte(1) == 0x3E) { return passThroughMark() }
    while position < bytes.count {
      if byte(0) == 0x2D, byte(1) == 0x2D, byte(2) == 0x3E || (byte(2) == 0x21 && byte(3) == 0x3E) {
        return passThroughMark()
      }
      position += 1
    }
  }

  private mutating func passThroughMark() {
    while position < bytes.count, bytes[position] != UInt8(ascii: ">") { position += 1 }
    position = min(position + 1, bytes.count)
  }

  private mutating func endTag() -> HypertextToken? {
    guard let first = byte(2), Self.isLetter(first) else {
      passThroughMark()
      return nil
    }
    position += 2
    let name = name()
    return attributes() == nil ? nil : .end(name)
  }

  private mutating func startTag() -> HypertextToken? {
    position += 1
    let name = name()
    guard let attributes = attributes() else { return nil }
    if Self.opaqueElements.contains(name) { opaque = name }
    return .start(name, attributes)
  }

  private mutating func name() -> String {
    let start = position
    while let byte = byte(0), !Self.isSpace(byte), byte != 0x2F, byte != 0x3E { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self).lowercased()
  }

  // MARK: Attributes

  /// The attributes up to the end of the tag; nil if the tag does not end.
  private mutating func attributes() -> [HypertextAttribute]? {
    var attributes: [HypertextAttribute] = []
    while let byte = byte(0) {
      if byte == UInt8(ascii: ">") {
        position += 1
        return attributes
      }
      if Self.isSpace(byte) || byte == UInt8(ascii: "/") {
        position += 1
        continue
      }
      let attribute = attribute()
      let isKnown = attributes.contains { $0.name == attribute.name }
      if attributes.count < limits.attributes, !isKnown { attributes.append(attribute) }
    }
    return nil
  }

  private mutating func attribute() -> HypertextAttribute {
    let start = position
    position += 1
    while let byte = byte(0), !Self.isSpace(byte), byte != 0x2F, byte != 0x3E, byte != 0x3D {
      position += 1
    }
    let name = String(decoding: bytes[start..<position], as: UTF8.self).lowercased()
    passSpace()
    guard byte(0) == UInt8(ascii: "=") else { return .init(name: name, value: "") }
    position += 1
    passSpace()
    return .init(name: name, value: value())
  }

  private mutating func value() -> String {
    guard let quote = byte(0), quote == 0x22 || quote == 0x27 else {
      let start = position
      while let byte = byte(0), !Self.isSpace(byte), byte != 0x3E { position += 1 }
      return CharacterReferences.resolved(bytes[start..<position])
    }
    position += 1
    let start = position
    while let byte = byte(0), byte != quote { position += 1 }
    defer { position = min(position + 1, bytes.count) }
    return CharacterReferences.resolved(bytes[start..<position])
  }

  private mutating func passSpace() {
    while let byte = byte(0), Self.isSpace(byte) { position += 1 }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 32 || byte == 12 || byte &- 9 < 2 || byte == 13
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 97 < 26 }

  /// The elements whose content is text of another kind (HTML Standard, 13.1.2), or is shown only
  /// where scripts do not run.
  private static let opaqueElements: Set<String> = [
    "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes",
    "plaintext", "template", "svg", "math", "applet",
    "select", "datalist",
  ]
}
