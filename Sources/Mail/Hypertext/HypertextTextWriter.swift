/// Writes the pieces of a hypertext as lines of text.
struct HypertextTextWriter {
  /// A list that is open, with the number of the next entry if it is numbered.
  private struct List {
    var next: Int?
  }

  private let depth: Int
  private var lines: [String] = []
  private var line = ""
  private var quotes = 0
  private var lists: [List] = []
  private var preformatted = 0
  private var hasPendingBlank = false
  /// Where the text of the open link starts in ``line``, and its address.
  private var link: (address: String, text: String)?

  init(depth: Int) { self.depth = depth }

  mutating func write(_ token: HypertextToken) {
    switch token {
    case .text(let text): preformatted > 0 ? writeLines(text) : writeWords(text)
    case .start(let name, let attributes): start(name, attributes)
    case .end(let name): end(name)
    }
  }

  /// The lines as one text.
  mutating func finished() -> String {
    endLine()
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.drop { $0.isEmpty }.joined(separator: "\n")
  }

  // MARK: Text

  /// Writes text with its white space made single blanks.
  private mutating func writeWords(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 9, 10, 12, 13, 32, 0xA0: hasPendingBlank = true
      case 0x200B, 0xAD, 0xFEFF: continue
      default: append(scalar)
      }
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    if hasPendingBlank, !line.isEmpty {
      line.append(" ")
      link?.text.append(" ")
    }
    hasPendingBlank = false
    line.unicodeScalars.append(scalar)
    link?.text.unicodeScalars.append(scalar)
  }

  private mutating func writeLines(_ text: String) {
    var isFirst = true
    for part in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      if !isFirst { breakLine() }
      isFirst = false
      line += part
    }
  }

  // MARK: Lines

  /// Ends the line, even an empty one.
  private mutating func breakLine() {
    let prefix = String(repeating: ">", count: min(quotes, depth))
    let text = preformatted > 0 ? line : line.trimmedAtEnd
    lines.append(prefix.isEmpty || text.isEmpty ? prefix + text : "\(prefix) \(text)")
    line = ""
    hasPendingBlank = false
  }

  /// Ends the line if something stands in it.
  private mutating func endLine() {
    if !line.isEmpty { breakLine() }
    hasPendingBlank = false
  }

  /// Ends the line and leaves one line blank.
  private mutating func endParagraph() {
    endLine()
    let prefix = String(repeating: ">", count: min(quotes, depth))
    if let last = lines.last, !last.allSatisfy({ $0 == ">" }) { lines.append(prefix) }
  }

  // MARK: Elements

  private mutating func start(_ name: String, _ attributes: [HypertextAttribute]) {
    switch name {
    case "br": breakLine()
    case "hr":
      endParagraph()
      line = String(repeating: "_", count: 32)
      breakLine()
    case "blockquote":
      endLine()
      quotes += 1
    case "pre":
      endLine()
      preformatted += 1
    case "ul", "ol":
      endLine()
      lists.append(List(next: name == "ol" ? 1 : nil))
    case "li": startEntry()
    case "img": writeWords(attributes.first { $0.name == "alt" }?.value ?? "")
    case "a": startLink(attributes)
    case "td", "th": if !line.isEmpty { hasPendingBlank = true }
    default: separate(name)
    }
  }

  private mutating func end(_ name: String) {
    switch name {
    case "blockquote":
      endLine()
      quotes = max(quotes - 1, 0)
    case "pre":
      endLine()
      preformatted = max(preformatted - 1, 0)
    case "ul", "ol":
      endLine()
      _ = lists.popLast()
    case "a": endLink()
    case "br": breakLine()
    default: separate(name)
    }
  }

  private mutating func separate(_ name: String) {
    if Self.paragraphs.contains(name) {
      endParagraph()
    } else if Self.blocks.contains(name) {
      endLine()
    }
  }

  private mutating func startEntry() {
    endLine()
    guard let last = lists.indices.last, let number = lists[last].next else {
      line = "- "
      return
    }
    line = "\(number). "
    lists[last].next = number + 1
  }

  private mutating func startLink(_ attributes: [HypertextAttribute]) {
    let href = attributes.first { $0.name == "href" }?.value
    link = href.flatMap(AllowList.link).map { ($0, "") }
  }

  /// Writes the address after the text, unless the text is the address.
  private mutating func endLink() {
    guard let (address, text) = link else { return }
    link = nil
    let shown = text.lowercased().trimmedAtEnd
    let bare = ["mailto:", "https://", "http://"].first { address.lowercased().hasPrefix($0) }
    let target = address.lowercased().dropFirst(bare?.count ?? 0)
    guard !shown.isEmpty, shown != target, shown != address.lowercased(), shown + "/" != target
    else {
      return
    }
    let isMail = bare == "mailto:"
    line += isMail ? " <\(address.dropFirst(7))>" : " <\(address)>"
  }

  private static let paragraphs: Set<String> = [
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "table", "dl", "fieldset",
  ]

  private static let blocks: Set<String> = [
    "div", "tr", "li", "dt", "dd", "section", "article", "header", "footer", "address", "center",
    "caption", "form", "body", "html", "main", "aside", "nav", "figure", "figcaption", "thead",
    "tbody", "tfoot",
  ]
}

extension String {
  /// The text without blanks at its end.
  fileprivate var trimmedAtEnd: String {
    var scalars = unicodeScalars[...]
    while let last = scalars.last, last == " " || last == "\t" { scalars.removeLast() }
    return String(scalars)
  }
}
