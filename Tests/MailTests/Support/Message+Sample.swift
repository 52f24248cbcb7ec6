import Mail

extension Message {
  /// The message that a text is, its line feeds written as they are.
  init(_ text: String, limits: MessageLimits = .init()) {
    self = MessageReader(limits: limits).read(Array(text.utf8))
  }

  /// The message that bytes are.
  init(bytes: [UInt8]) { self = MessageReader().read(bytes) }

  /// The tree of parts, one line each: type, name, number of bytes.
  var outline: [String] { Self.outline(root, depth: 0) }

  private static func outline(_ part: MessagePart, depth: Int) -> [String] {
    let indent = String(repeating: " ", count: depth)
    let name = part.fileName.map { " \($0)" } ?? ""
    let own = "\(indent)\(part.mediaType.essence)\(name)"
    switch part.content {
    case .leaf: return ["\(own) \(part.decoded().bytes.count)"]
    case .multipart(let parts): return [own] + parts.flatMap { outline($0, depth: depth + 1) }
    case .message(let message): return [own] + outline(message.root, depth: depth + 1)
    }
  }
}

extension String {
  /// The bytes of the text in Latin-1; characters beyond it are left out.
  var latin1: [UInt8] { unicodeScalars.compactMap { UInt8(exactly: $0.value) } }
}
