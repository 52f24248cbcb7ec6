/// The way from a JSON value to one within it: a small part of RFC 9535.
///
/// `$` is the value itself, `.name` or `['name']` a member, `[0]` an element counted from 0,
/// `[*]` all elements. The `$` at the start may be left out: `supplier.name`.
public struct JSONPath: Sendable, Hashable {
  enum Step: Sendable, Hashable {
    case member([UInt8])
    case element(Int)
    case all
  }

  /// The path as written.
  public let text: String
  let steps: [Step]

  /// Reads a path.
  ///
  /// The result is nil if the text, as a profile has it, is no such path.
  public init?(_ text: String) {
    self.text = text
    var rest = text[...]
    var steps: [Step] = []
    if rest.first == "$" {
      rest.removeFirst()
    } else if let first = rest.first, first != "[" {
      guard let name = Self.takeName(&rest) else { return nil }
      steps.append(name)
    } else if rest.isEmpty {
      return nil
    }
    while let mark = rest.first {
      rest.removeFirst()
      guard let step = mark == "." ? Self.takeName(&rest) : Self.takeBrackets(&rest, mark) else {
        return nil
      }
      steps.append(step)
    }
    self.steps = steps
  }

  private static func takeName(_ rest: inout Substring) -> Step? {
    let name = rest.prefix { !".[]'\"$*".contains($0) }
    guard !name.isEmpty else { return nil }
    rest = rest[name.endIndex...]
    return .member(Array(name.utf8))
  }

  private static func takeBrackets(_ rest: inout Substring, _ mark: Character) -> Step? {
    guard mark == "[", let first = rest.first else { return nil }
    if first == "'" || first == "\"" { return takeQuoted(&rest, first) }
    guard let end = rest.firstIndex(of: "]") else { return nil }
    let inner = rest[..<end]
    rest = rest[rest.index(after: end)...]
    if inner == "*" { return .all }
    guard inner.allSatisfy({ ("0"..."9").contains($0) }), let number = UInt16(inner) else {
      return nil
    }
    return .element(Int(number))
  }

  private static func takeQuoted(_ rest: inout Substring, _ quote: Character) -> Step? {
    let name = rest.dropFirst().prefix { $0 != quote }
    guard !name.isEmpty, rest[name.endIndex...].hasPrefix("\(quote)]") else { return nil }
    rest = rest[name.endIndex...].dropFirst(2)
    return .member(Array(name.utf8))
  }

  /// A step to a member as text: `.name`, or `['the name']` if it is no plain word.
  static func step(to name: [UInt8]) -> String {
    let text = String(decoding: name, as: UTF8.self)
    let isPlain = text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    return isPlain && !text.isEmpty ? ".\(text)" : "['\(text.shortened)']"
  }

  // MARK: Walking

  /// Follows the path from a value.
  ///
  /// What is not there, and null, leads to nothing.
  ///
  /// - Returns: The values found, in order; more than one only with `[*]`.
  /// - Throws: A fault of the shape if a step needs an object or an array and there is none.
  func find(in document: JSONDocument, from start: Int = 0) throws(JSONFault) -> [Int] {
    var found = [start]
    for step in steps {
      var next: [Int] = []
      for node in found where document.nodes[node].kind != .null {
        next += try Self.follow(step, in: document, from: node)
      }
      found = next
    }
    return found.filter { document.nodes[$0].kind != .null }
  }

  private static func follow(
    _ step: Step,
    in document: JSONDocument,
    from node: Int
  ) throws(JSONFault) -> [Int] {
    switch step {
    case .member(let name):
      guard document.nodes[node].kind == .object else {
        throw JSONFault(document, at: node, needs: "an object")
      }
      return document.member(name, of: node).map { [$0] } ?? []
    case .element, .all:
      guard document.nodes[node].kind == .array else {
        throw JSONFault(document, at: node, needs: "an array")
      }
      let elements = document.children(of: node)
      guard case .element(let number) = step else { return elements }
      return number < elements.count ? [elements[number]] : []
    }
  }
}

extension JSONFault {
  /// A value of another kind than the profile needs.
  init(_ document: JSONDocument, at node: Int, needs: String) {
    let found = document.nodes[node].kind.words
    kind = .shape
    what = "has \(found) at “\(document.location(of: node))”, and the profile needs \(needs) there"
    position = nil
  }
}
