/// A party that a row names, and where its details stand.
public struct ProfileParty: Sendable, Equatable {
  /// The part it plays.
  public var role: DraftParty.Role
  /// Whether it is ourselves or one of our units.
  public var isOwn = false
  /// The column that says whether the party is ourselves, with its words for yes, or nil.
  public var ownValue: ProfileValue?
  /// How the name is read; a party without a name is not added.
  public var name: ProfileValue
  /// How its other details are read.
  public var details: [Detail: ProfileValue] = [:]
  /// Its identifiers.
  public var identifiers: [ProfileIdentifier] = []
  /// The numbers that take the place of `{n}` in the names of the columns, or nil.
  public var numbers: ClosedRange<Int>?
  /// How one cell holds several parties, or nil.
  public var list: ProfileList?
  /// When the row names the party; nil means always.
  public var condition: Condition?

  /// A word in a column on which it depends whether a row names a party.
  public struct Condition: Sendable, Equatable {
    /// The column.
    public var column: ProfileColumn
    /// The words, compared with case folded.
    public var words: [String]
    /// Whether the cell must be one of the words; else it must be none of them.
    public var wants = true
  }

  /// The details of a party beside its name.
  public enum Detail: String, Sendable, CaseIterable {
    case country, address, postalCode, city, email, phone, website
  }

  /// Makes a party with a role and a name.
  public init(_ role: DraftParty.Role, name: ProfileValue) {
    self.role = role
    self.name = name
  }
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
