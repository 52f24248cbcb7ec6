import Foundation

/// The tags of an HTML page of ours, read strictly: every attribute in quotes, every element closed.
struct PageTags {
  /// One element, in order of the start tags.
  struct Element {
    let name: String
    let attributes: [String: String]
    /// The positions of the elements around it, the outermost first.
    let around: [Int]
    /// The text directly in it, entities as they are.
    var text = ""
  }

  /// What is wrong with a page.
  struct Fault: Error {
    let sentence: String
  }

  private static let empty: Set = ["meta", "br", "rect", "line", "circle", "path"]

  private(set) var elements: [Element] = []
  private var open: [Int] = []

  init(_ page: String) throws {
    var rest = Substring(page)
    guard rest.hasPrefix("<!doctype html>\n") else { throw Fault(sentence: "no document type") }
    rest = rest.dropFirst(16)
    while let start = rest.firstIndex(of: "<") {
      if let last = open.last { elements[last].text += rest[..<start] }
      guard let end = rest[start...].firstIndex(of: ">") else { throw Fault(sentence: "open tag") }
      try take(rest[rest.index(after: start)..<end])
      rest = rest[rest.index(after: end)...]
    }
    guard open.isEmpty else { throw Fault(sentence: "not closed: \(elements[open[0]].name)") }
  }

  private mutating func take(_ tag: Substring) throws {
    if tag.first == "/" {
      guard let last = open.popLast(), elements[last].name == tag.dropFirst() else {
        throw Fault(sentence: "</\(tag.dropFirst())> closes nothing")
      }
      return
    }
    let isClosed = tag.last == "/"
    let words = isClosed ? tag.dropLast() : tag
    let name = String(words.prefix { $0 != " " && $0 != "\n" })
    let attributes = try Self.attributes(words.dropFirst(name.count))
    elements.append(Element(name: name, attributes: attributes, around: open))
    if !isClosed, !Self.empty.contains(name) { open.append(elements.count - 1) }
  }

  private static func attributes(_ text: Substring) throws -> [String: String] {
    var result: [String: String] = [:]
    var rest = text.drop { $0.isWhitespace }
    while !rest.isEmpty {
      guard let mark = rest.range(of: "=\""),
        let end = rest[mark.upperBound...].firstIndex(of: "\"")
      else { throw Fault(sentence: "attribute without quotes: \(rest)") }
      let name = String(rest[..<mark.lowerBound])
      guard result.updateValue(String(rest[mark.upperBound..<end]), forKey: name) == nil else {
        throw Fault(sentence: "attribute twice: \(name)")
      }
      rest = rest[rest.index(after: end)...].drop { $0.isWhitespace }
    }
    return result
  }

  /// The elements of a name.
  func named(_ name: String) -> [Element] { elements.filter { $0.name == name } }

  /// The elements of a name within the element at a position.
  func named(_ name: String, within position: Int) -> [Element] {
    elements.filter { $0.name == name && $0.around.contains(position) }
  }
}
