/// Something that has a kind of record.
public protocol TypedRecord {
  /// The kind.
  static var type: RecordType { get }
}

/// A record of a kind as it holds on a day.
public protocol StoredRecord: TypedRecord, Sendable {
  /// The number in the store.
  var id: Int64 { get }
  /// Our reference, unique among records of the kind.
  var reference: String { get }

  /// Reads the record: its number, its reference, and then its facts in the order of the kind.
  ///
  /// - Throws: ``RecordFault`` for a value that the kind does not allow.
  init(_ row: inout RecordRow<some RecordCells>) throws(RecordFault)
}

/// A value in the store that the kind of its record does not allow.
public struct RecordFault: Error, Sendable, Equatable {
  /// The number of the column, from 0.
  public let column: Int

  /// Makes a fault of a column.
  public init(column: Int) { self.column = column }
}

/// Where the cells of a record come from; a cell is nil if the record has no such fact.
public protocol RecordCells {
  /// The text of a column; columns count from 0.
  func text(_ column: Int) -> String?
  /// The whole number of a column.
  func integer(_ column: Int) -> Int64?
}

/// Reads the cells of a record one after the other.
public struct RecordRow<Cells: RecordCells> {
  private let cells: Cells
  private var column: Int

  /// Starts at a column, the first one if nothing else is said.
  public init(_ cells: Cells, from column: Int = 0) {
    self.cells = cells
    self.column = column
  }

  private mutating func advance() -> Int {
    column += 1
    return column - 1
  }

  private func require<Value>(_ value: Value?) throws(RecordFault) -> Value {
    guard let value else { throw RecordFault(column: column - 1) }
    return value
  }

  /// The next cell as text.
  public mutating func text() -> String? { cells.text(advance()) }

  /// The next cell as text that must be there.
  public mutating func requiredText() throws(RecordFault) -> String {
    let value = text()
    return try require(value)
  }

  /// The next cell as a whole number.
  public mutating func integer() -> Int64? { cells.integer(advance()) }

  /// The next cell as a whole number that must be there.
  public mutating func requiredInteger() throws(RecordFault) -> Int64 {
    let value = integer()
    return try require(value)
  }

  /// The next cell as yes or no.
  public mutating func flag() -> Bool? { integer().map { $0 != 0 } }

  /// The next cell as yes or no that must be there.
  public mutating func requiredFlag() throws(RecordFault) -> Bool {
    let value = flag()
    return try require(value)
  }

  /// The next cell as read by a function; nil only if the cell is empty.
  private mutating func read<Value>(
    _ make: (String) -> Value?
  ) throws(RecordFault) -> Value? {
    guard let text = text() else { return nil }
    let value = make(text)
    return try require(value)
  }

  /// The next cell as a day.
  public mutating func day() throws(RecordFault) -> CivilDay? { try read { CivilDay($0) } }

  /// The next cell as a day that must be there.
  public mutating func requiredDay() throws(RecordFault) -> CivilDay {
    let value = try day()
    return try require(value)
  }

  /// The next cell as a moment.
  public mutating func instant() throws(RecordFault) -> Instant? { try read { Instant($0) } }

  /// The next cell as a moment that must be there.
  public mutating func requiredInstant() throws(RecordFault) -> Instant {
    let value = try instant()
    return try require(value)
  }

  /// The next cell as a decimal number.
  public mutating func decimal() throws(RecordFault) -> DecimalNumber? {
    try read { DecimalNumber($0) }
  }

  /// The next cell as a decimal number that must be there.
  public mutating func requiredDecimal() throws(RecordFault) -> DecimalNumber {
    let value = try decimal()
    return try require(value)
  }

  /// The next cell as a length of time.
  public mutating func duration() throws(RecordFault) -> Period? { try read { Period($0) } }

  /// The next cell as a length of time that must be there.
  public mutating func requiredDuration() throws(RecordFault) -> Period {
    let value = try duration()
    return try require(value)
  }

  /// The next two cells as an amount.
  public mutating func money() throws(RecordFault) -> Money? {
    let units = integer()
    let code = text()
    guard let units else { return nil }
    return Money(minorUnits: units, currency: try require(code.flatMap { Currency($0) }))
  }

  /// The next cell as a word of a closed list.
  public mutating func choice<Words: RawRepresentable>() throws(RecordFault) -> Words?
  where Words.RawValue == String {
    try read { Words(rawValue: $0) }
  }

  /// The next cell as a word of a closed list that must be there.
  public mutating func requiredChoice<Words: RawRepresentable>() throws(RecordFault) -> Words
  where Words.RawValue == String {
    let value: Words? = try choice()
    return try require(value)
  }
}
