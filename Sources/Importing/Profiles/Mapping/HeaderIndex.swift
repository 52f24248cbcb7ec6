/// Finds the columns of a profile in the header of a file.
struct HeaderIndex {
  /// What came of looking for a column.
  enum Result: Equatable {
    /// The column's number, 0-based.
    case found(Int)
    case absent
    /// Several header cells fit equally well; their numbers, 0-based.
    case ambiguous([Int])
  }

  let header: [String]
  private let exact: [String: [Int]]
  private let folded: [String: [Int]]

  init(_ header: [String]) {
    self.header = header
    let numbered = header.enumerated().map { ($0.element, [$0.offset]) }
    exact = Dictionary(numbered) { $0 + $1 }
    folded = Dictionary(numbered.map { (HeaderName.folded($0.0), $0.1) }) { $0 + $1 }
  }

  /// Looks for a column: its names in order, each first letter by letter, then folded.
  func find(_ column: ProfileColumn) -> Result {
    if let position = column.position {
      return header.isEmpty || position <= header.count ? .found(position - 1) : .absent
    }
    for name in column.names {
      guard let found = exact[name] ?? folded[HeaderName.folded(name)] else { continue }
      return found.count == 1 ? .found(found[0]) : .ambiguous(found)
    }
    return .absent
  }
}
