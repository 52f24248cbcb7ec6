/// A column whose cells hold JSON.
struct JSONColumn: Equatable {
  /// Its number, 0-based.
  let column: Int
  /// Whether a cell that cannot be read costs the row, because one of the values in it does.
  var rejects = false
  /// Cells that mean "no value", beside the blank one.
  var missing: Set<[UInt8]> = []
}

/// What a cell of such a column holds in the current row.
enum JSONCell {
  /// Nothing.
  case blank
  /// Something that cannot be read; a problem was noted.
  case unreadable
  case document(JSONDocument)
}

/// Where the items of a list stand in a file.
enum CompiledItems {
  case marked(ProfileList, column: Int)
  case json(slot: Int, column: Int, JSONPath, rejects: Bool)
  case inner(JSONPath, rejects: Bool)

  /// The column, 0-based, or nil for items within an item.
  var column: Int? {
    switch self {
    case .marked(_, let column), .json(_, let column, _, _): column
    case .inner: nil
    }
  }
}

/// The item of a list that is being read.
enum RowItem {
  case none
  case parts([String])
  case node(JSONDocument, Int)
}
