/// An element with all that is in it, for documents whose parts must be looked up by path.
public struct XMLTree: Sendable {
  /// What an element contains.
  public enum Content: Sendable {
    /// Text between two tags.
    case text(String)
    /// An element.
    case element(XMLTree)
  }

  /// The name without a prefix.
  public var local: String
  /// The namespace, empty for none.
  public var namespace: String
  /// Attributes by local name; of two with one local name the first.
  public var attributes: [String: String] = [:]
  /// Elements and text in the order of the document; blank text beside elements is left out.
  public var content: [Content] = []
  /// Where the start tag begins.
  public var place: Place

  /// The elements directly inside.
  public var children: [XMLTree] {
    content.compactMap { if case .element(let child) = $0 { child } else { nil } }
  }

  /// The text inside, also of inner elements, trimmed, with one blank for each run of blanks.
  ///
  /// Inner elements without text beside them count as paragraphs and are parted by a blank.
  public var text: String {
    var pieces: [Substring] = []
    let raw = rawText
    pieces = raw.split(whereSeparator: \.isWhitespace)
    return pieces.joined(separator: " ")
  }

  private var rawText: String {
    if content.count == 1, case .text(let text) = content[0] { return text }
    let isMixed = content.contains { if case .text = $0 { true } else { false } }
    let parts = content.map { part in
      switch part {
      case .text(let text): text
      case .element(let child): child.rawText
      }
    }
    return parts.joined(separator: isMixed ? "" : " ")
  }

  /// The first element at the path of local names below this one, or nil.
  public func first(_ path: String...) -> XMLTree? { find(path[...]) }

  /// All elements at the path of local names below this one, in the order of the document.
  public func all(_ path: String...) -> [XMLTree] {
    path.reduce([self]) { found, name in
      found.flatMap { $0.children.filter { $0.local == name } }
    }
  }

  /// The text at the path of local names, or nil if there is no such element or no text in it.
  public func text(_ path: String...) -> String? {
    guard let text = find(path[...])?.text, !text.isEmpty else { return nil }
    return text
  }

  private func find(_ path: ArraySlice<String>) -> XMLTree? {
    guard let name = path.first else { return self }
    for case .element(let child) in content where child.local == name {
      if let found = child.find(path.dropFirst()) { return found }
    }
    return nil
  }
}

extension XMLReader {
  /// Reads the element whose start tag is current with all that is in it.
  ///
  /// Its end tag becomes current.
  ///
  /// - Returns: The element.
  /// - Throws: As ``next()``; a ``Problem`` with code `xml.limit` if there are more elements
  ///   inside than the limit.
  public func tree(limit: Int = 200_000) throws -> XMLTree {
    var open: [XMLTree] = [started()]
    var count = 1
    while let event = try next() {
      switch event {
      case .start:
        count += 1
        guard count <= limit else { throw tooLarge(open[0], limit: limit) }
        open.append(started())
      case .text:
        open[open.count - 1].content.append(.text(text))
      case .end:
        var ended = open.removeLast()
        ended.dropBlanks()
        guard !open.isEmpty else { return ended }
        open[open.count - 1].content.append(.element(ended))
      }
    }
    return open[0]
  }

  private func started() -> XMLTree {
    guard let name = currentName else {
      preconditionFailure("tree() needs a current start tag")
    }
    var tree = XMLTree(local: local(name), namespace: namespace(name), place: place)
    for name in attributeNames {
      tree.attributes[local(name)] = tree.attributes[local(name)] ?? attribute(name)
    }
    return tree
  }

  private func tooLarge(_ root: XMLTree, limit: Int) -> Problem {
    let message = "The element \(root.local) has more than \(limit) elements inside."
    return .xmlLimit(file: file, place: root.place, message: message)
  }
}

extension XMLTree {
  /// Removes blank text that only indents elements.
  fileprivate mutating func dropBlanks() {
    guard content.count > 1 else { return }
    let isMixed = content.contains {
      if case .text(let text) = $0 { !text.allSatisfy(\.isWhitespace) } else { false }
    }
    guard !isMixed else { return }
    content.removeAll { if case .text = $0 { true } else { false } }
  }
}
