/// One row of a table: its cells in the order of the columns, and how urgent it is.
public struct Row: Sendable, Hashable {
  /// How much attention something needs.
  public enum Mark: String, Sendable, CaseIterable {
    /// Nothing special.
    case normal
    /// Soon to be looked at; yellow where there are colours.
    case warning
    /// To be looked at now, such as overdue; red where there are colours.
    case alert
  }

  /// The values, one for each column; missing ones at the end are empty.
  public var cells: [Cell]
  /// How much attention the row needs.
  ///
  /// A mark only adds colour: the same must also be said by a cell, since most formats have no
  /// colours.
  public var mark: Mark
  /// The 0-based number of the one column that the mark is for, or nil for the whole row.
  public var markedColumn: Int?
  /// The name by which links lead to the row in HTML, or nil.
  public var anchor: String?
  /// Where cells lead to in HTML, relative to the page, by the 0-based number of the column.
  ///
  /// A list has an address for each of its elements, every other cell has one.
  public var links: [Int: [String]] = [:]

  /// What the row adds to the pictures of its report, or nil.
  var part: PicturePart?

  /// Makes a row.
  public init(_ cells: [Cell], mark: Mark = .normal, markedColumn: Int? = nil) {
    self.cells = cells
    self.mark = mark
    self.markedColumn = markedColumn
  }

  /// Gives the cell of a column, 0-based; empty where the row is too short.
  subscript(index: Int) -> Cell { index < cells.count ? cells[index] : .empty }

  /// Gives the mark of the cell in a column, 0-based.
  func mark(of index: Int) -> Mark {
    markedColumn == nil || markedColumn == index ? mark : .normal
  }
}
