/// A column of a file, named by its header or by its position.
public struct ProfileColumn: Sendable, Hashable {
  /// The header names under which the column is known, the preferred one first.
  ///
  /// Compared with case, blanks and accents folded and a trailing `*` ignored; empty for a
  /// column named by position.
  public var names: [String]
  /// The position, 1-based, or nil for a column named by header.
  public var position: Int?

  /// Makes a column known under header names.
  public init(_ names: String...) {
    self.names = names
  }

  /// Makes a column known under header names.
  public init(names: [String]) {
    self.names = names
  }

  /// Makes a column at a position, 1-based.
  public init(position: Int) {
    names = []
    self.position = position
  }

  /// How the column is called in messages.
  public var label: String {
    if let position { return "column \(position)" }
    return names.first ?? ""
  }

  /// The column with `{n}` in its names replaced by a number.
  func numbered(_ number: Int) -> ProfileColumn {
    var column = self
    column.names = names.map { $0.replacing("{n}", with: String(number)) }
    return column
  }
}

/// Where a value comes from.
public enum ProfileSource: Sendable, Hashable {
  /// One column.
  case column(ProfileColumn)
  /// Several columns put together, blank ones left out.
  case joined([ProfileColumn], with: String)
  /// The first of several columns that is not blank or missing.
  case firstFilled([ProfileColumn])
  /// The same text for every row.
  case constant(String)
  /// A text that whoever imports is asked for, by its name in the profile's `questions`.
  case answer(String)
  /// A part of the item of a list cell, 1-based.
  case part(Int)
  /// A value in a column whose cells hold JSON; several are put together.
  case json(ProfileColumn, JSONPath, with: String)
  /// A value in the item of a JSON list; several are put together.
  case inner(JSONPath, with: String)

  /// The columns that are looked at.
  public var columns: [ProfileColumn] {
    switch self {
    case .column(let column): [column]
    case .joined(let columns, _): columns
    case .firstFilled(let columns): columns
    case .json(let column, _, _): [column]
    case .constant, .answer, .part, .inner: []
    }
  }

  /// The source with `{n}` in the names of its columns replaced by a number.
  func numbered(_ number: Int) -> ProfileSource {
    switch self {
    case .column(let column): .column(column.numbered(number))
    case .joined(let columns, let glue): .joined(columns.map { $0.numbered(number) }, with: glue)
    case .firstFilled(let columns): .firstFilled(columns.map { $0.numbered(number) })
    case .json(let column, let path, let glue): .json(column.numbered(number), path, with: glue)
    case .constant, .answer, .part, .inner: self
    }
  }
}
