/// Writes the pieces of a hypertext anew, as far as the allow-list lets them through.
struct HypertextReducer {
  private var tokenizer: HypertextTokenizer
  private let contentIDs: Set<String>
  private let limits: HypertextLimits
  private var output = ""
  /// The elements that are open, the innermost last.
  private var open: [String] = []
  private var links = 0

  /// How many pictures from elsewhere were left out.
  private(set) var remotePictures = 0
  /// Whether a limit left something out.
  private(set) var isCut = false

  init(_ html: String, contentIDs: Set<String>, limits: HypertextLimits) {
    tokenizer = HypertextTokenizer(html, limits: limits)
    self.contentIDs = contentIDs
    self.limits = limits
  }

  mutating func reduced() -> String {
    while let token = tokenizer.next() {
      switch token {
      case .text(let text): output += Self.escaped(text)
      case .start(let name, let attributes): start(name, attributes)
      case .end(let name): end(name)
      }
    }
    isCut = isCut || tokenizer.isCut
    while let name = open.popLast() { output += "</\(name)>" }
    return output
  }

  private mutating func start(_ name: String, _ attributes: [HypertextAttribute]) {
    guard AllowList.elements.contains(name) else { return }
    if name == "img" { return picture(attributes) }
    if AllowList.voidElements.contains(name) {
      output += "<\(name)>"
      return
    }
    guard open.count < limits.depth else {
      isCut = true
      return
    }
    open.append(name)
    output += "<\(name)\(written(attributes, of: name))\(name == "a" ? link(attributes) : "")>"
  }

  /// Closes an element and those that were opened in it; an end without a start is left out.
  private mutating func end(_ name: String) {
    guard let index = open.lastIndex(of: name) else { return }
    while open.count > index, let inner = open.popLast() { output += "</\(inner)>" }
  }

  private func written(_ attributes: [HypertextAttribute], of element: String) -> String {
    attributes.filter { AllowList.keeps($0, of: element) }.map {
      " \($0.name)=\"\(Self.escaped($0.value))\""
    }.joined()
  }

  private mutating func link(_ attributes: [HypertextAttribute]) -> String {
    let href = attributes.first { $0.name == "href" }?.value
    guard let address = href.flatMap(AllowList.link) else { return "" }
    guard links < limits.links else {
      isCut = true
      return ""
    }
    links += 1
    return " href=\"\(Self.escaped(address))\" rel=\"noopener noreferrer nofollow\""
  }

  /// Writes a picture of the same message, or the words that stand for another one.
  private mutating func picture(_ attributes: [HypertextAttribute]) {
    let source = attributes.first { $0.name == "src" }?.value ?? ""
    if let id = AllowList.contentID(source), contentIDs.contains(id) {
      output +=
        "<img src=\"cid:\(Self.escaped(Self.percentEncoded(id)))\"\(written(attributes, of: "img"))>"
      return
    }
    if !source.isEmpty { remotePictures += 1 }
    output += Self.escaped(attributes.first { $0.name == "alt" }?.value ?? "")
  }

  /// The id with the bytes encoded that may not stand in an address (RFC 2392, 2).
  private static func percentEncoded(_ id: String) -> String {
    id.utf8.map { byte in
      let isPlain = (byte | 0x20) &- 97 < 26 || byte &- 48 < 10 || "@.-_$+!*".utf8.contains(byte)
      let digits = String(byte, radix: 16, uppercase: true)
      return isPlain ? String(Unicode.Scalar(byte)) : byte < 16 ? "%0\(digits)" : "%\(digits)"
    }.joined()
  }

  /// The text so that it is nothing but text, between tags and in an attribute.
  static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
      case UInt8(ascii: "'"): bytes.append(contentsOf: "&#39;".utf8)
      case UInt8(ascii: "`"): bytes.append(contentsOf: "&#96;".utf8)
      case 9, 10, 13, 32...: if byte != 127 { bytes.append(byte) }
      default: break
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
