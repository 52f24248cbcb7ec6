/// A small number that stands for a namespace and a local name in one ``XMLNames`` table.
///
/// Compare names, not strings: a reader gives every name that it meets such a number.
public struct XMLName: Hashable, Sendable {
  /// The position in the table, 0-based.
  public let code: Int32
}

/// A table of element and attribute names.
///
/// Register the names of a format once, keep the ``XMLName`` values, and hand the table to an
/// ``XMLReader``; names that were not registered get the numbers that follow.
public struct XMLNames: Sendable {
  private struct Expanded: Hashable {
    var namespace: String
    var local: String
  }

  private var names: [Expanded] = []
  private var codes: [Expanded: Int32] = [:]

  /// Makes an empty table.
  public init() {}

  /// The number of a name, given now if it has none yet.
  ///
  /// The namespace is empty for a name without one; an attribute without a prefix has none.
  public mutating func add(_ local: String, in namespace: String = "") -> XMLName {
    let name = Expanded(namespace: namespace, local: local)
    if let code = codes[name] { return XMLName(code: code) }
    let code = Int32(names.count)
    names.append(name)
    codes[name] = code
    return XMLName(code: code)
  }

  /// The number of a name, or nil if it has none.
  public func find(_ local: String, in namespace: String = "") -> XMLName? {
    codes[Expanded(namespace: namespace, local: local)].map { XMLName(code: $0) }
  }

  /// The local name, without a prefix.
  public func local(_ name: XMLName) -> String { names[Int(name.code)].local }

  /// The namespace name, empty for none.
  public func namespace(_ name: XMLName) -> String { names[Int(name.code)].namespace }
}
