public import Model

extension Cell {
  /// Makes a cell of a text that may be absent.
  public init(_ text: String?) { self = text.map(Cell.text) ?? .empty }

  /// Makes a cell of a day that may be absent.
  public init(_ day: CivilDay?) { self = day.map { .day($0.number) } ?? .empty }

  /// Makes a cell of a moment that may be absent.
  public init(_ instant: Instant?) { self = instant.map { .instant($0.seconds) } ?? .empty }

  /// Makes a cell of a whole number that may be absent.
  public init(_ number: Int?) { self = number.map { .integer(Int64($0)) } ?? .empty }

  /// Makes a cell of a period from day to day; empty if both ends are absent.
  public init(from start: CivilDay?, to end: CivilDay?) {
    self = start == nil && end == nil ? .empty : .record([Cell(start), Cell(end)])
  }
}
