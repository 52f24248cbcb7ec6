/// Joins the lines of flowed text to paragraphs (RFC 3676).
///
/// Quote marks stay at the start of each paragraph, as many as before, then a space. The signature
/// line `-- ` joins nothing.
struct FlowedText {
  private let deletesSpace: Bool
  private var result = ""
  /// The quote depth of the paragraph that is not at its end; nil if none is open.
  private var depth: Int?

  /// The text with its paragraphs on one line each; `deletesSpace` is the parameter `DelSp`.
  static func joined(_ text: String, deletesSpace: Bool) -> String {
    var flowed = Self(deletesSpace: deletesSpace)
    var rest = text.utf8[...]
    while let end = rest.firstIndex(of: .lineFeed) {
      flowed.add(rest[..<end], hasEnd: true)
      rest = rest[rest.index(after: end)...]
    }
    if !rest.isEmpty { flowed.add(rest, hasEnd: false) }
    return flowed.result
  }

  private init(deletesSpace: Bool) { self.deletesSpace = deletesSpace }

  private mutating func add(_ line: Substring.UTF8View, hasEnd: Bool) {
    let text = line.drop { $0 == UInt8(ascii: ">") }
    let quotes = line.count - text.count
    let content = text.first == .space ? text.dropFirst() : text
    let isSignature = content.elementsEqual("-- ".utf8)
    let flows = content.last == .space && !isSignature
    if let depth, depth != quotes || isSignature { endLine() }
    if depth == nil { start(quotes, isEmpty: content.isEmpty) }
    let kept = flows && deletesSpace ? content.dropLast() : content
    result += Substring(kept)
    depth = flows ? quotes : nil
    if !flows, hasEnd { result += "\n" }
  }

  private mutating func start(_ quotes: Int, isEmpty: Bool) {
    guard quotes > 0 else { return }
    result += String(repeating: ">", count: quotes)
    if !isEmpty { result += " " }
  }

  private mutating func endLine() {
    result += "\n"
    depth = nil
  }
}
