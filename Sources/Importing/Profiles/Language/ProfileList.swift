/// Where the items of a list stand: in a cell with marks, in a cell with JSON, or within an item.
public enum ProfileItems: Sendable, Equatable {
  /// A cell in which marks stand between the items.
  case marked(ProfileList)
  /// A cell of the column with JSON: the elements of the array at the path, or the one object.
  case json(ProfileColumn, JSONPath, ProfileValue.BadCell)
  /// As ``json(_:_:_:)``, within the item of the list outside.
  case inner(JSONPath, ProfileValue.BadCell)
}

/// How one cell holds several things, each perhaps with several parts.
public struct ProfileList: Sendable, Equatable {
  /// The column.
  public var column: ProfileColumn
  /// What stands between two items; empty if ``open`` and ``close`` delimit them or there is
  /// only one.
  public var separator = ""
  /// What opens an item, such as `[`, or empty.
  public var open = ""
  /// What closes an item, such as `]`, or empty.
  public var close = ""
  /// What stands between two parts of an item, such as `|`; empty if an item is one part.
  public var parts = ""

  /// Makes a list with one item.
  public init(_ column: ProfileColumn) { self.column = column }

  /// Takes a cell apart into items and parts, all trimmed; blank items are left out.
  func items(of cell: String) -> [[String]] {
    let items: [String]
    if !open.isEmpty, !close.isEmpty {
      items = enclosed(cell)
    } else if !separator.isEmpty {
      items = cell.split(separator: separator).map(String.init)
    } else {
      items = [cell]
    }
    return items.map(split).filter { $0.contains { !$0.isEmpty } }
  }

  private func split(_ item: String) -> [String] {
    guard !parts.isEmpty else { return [trimmed(item)] }
    return item.split(separator: parts, omittingEmptySubsequences: false).map(trimmed)
  }

  private func trimmed(_ text: some StringProtocol) -> String {
    let start = text.firstIndex { !$0.isWhitespace } ?? text.endIndex
    let end = text.lastIndex { !$0.isWhitespace }.map { text.index(after: $0) } ?? start
    return String(text[start..<end])
  }

  /// The items between opening and closing marks, or the whole cell if it has none.
  private func enclosed(_ cell: String) -> [String] {
    var items: [String] = []
    var rest = Substring(cell)
    while let from = rest.firstRange(of: open) {
      rest = rest[from.upperBound...]
      let to = rest.firstRange(of: close)
      items.append(String(rest[..<(to?.lowerBound ?? rest.endIndex)]))
      rest = to.map { rest[$0.upperBound...] } ?? ""
    }
    return items.isEmpty ? [cell] : items
  }
}
