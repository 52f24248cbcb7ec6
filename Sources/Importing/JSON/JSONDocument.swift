/// One JSON text, taken apart: every value in the order of the text, numbers with the digits as
/// written.
///
/// The values lie in one array, each container before what is in it, so that a value and all
/// that it holds are one run of the array and nothing needs recursion.
struct JSONDocument: Sendable {
  /// The kinds of values of RFC 8259, section 3.
  enum Kind: Sendable {
    case object, array, text, number, flag, null

    /// The kind with its article, for sentences.
    var words: String {
      switch self {
      case .object: "an object"
      case .array: "an array"
      case .text: "a text"
      case .number: "a number"
      case .flag: "true or false"
      case .null: "null"
      }
    }
  }

  /// One value.
  struct Node: Sendable {
    var kind: Kind
    /// Where the name lies in ``JSONDocument/bytes``, if the value is a member of an object.
    var name: Range<Int>
    /// Where the text lies in ``JSONDocument/bytes``: unescaped, or as written for a number.
    var text: Range<Int>
    /// The number of the node after this one and all that it holds.
    var end: Int
  }

  /// The values; the first is the whole.
  var nodes: [Node] = []
  /// Names, texts and numbers.
  var bytes: [UInt8] = []

  /// The elements of an array or the members of an object, in order; empty for other values.
  func children(of node: Int) -> [Int] {
    var children: [Int] = []
    var next = node + 1
    while next < nodes[node].end {
      children.append(next)
      next = nodes[next].end
    }
    return children
  }

  /// The member of an object with the name, letter by letter, or nil.
  func member(_ name: [UInt8], of node: Int) -> Int? {
    var next = node + 1
    while next < nodes[node].end {
      if bytes[nodes[next].name].elementsEqual(name) { return next }
      next = nodes[next].end
    }
    return nil
  }

  /// Where a value stands, as a path of RFC 9535 from the whole, such as `$[1].name`.
  func location(of node: Int) -> String {
    var path = "$"
    var at = 0
    while at != node {
      let children = children(of: at)
      guard let number = children.firstIndex(where: { $0 <= node && node < nodes[$0].end })
      else { return path }
      let isElement = nodes[at].kind == .array
      at = children[number]
      path += isElement ? "[\(number)]" : JSONPath.step(to: Array(bytes[nodes[at].name]))
    }
    return path
  }
}
