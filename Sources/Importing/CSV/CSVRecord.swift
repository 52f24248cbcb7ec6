/// One row of a CSV file, taken apart; made once and reused for all rows.
public struct CSVRecord: Sendable {
  /// The contents of the fields back to back, without quotes and delimiters, valid UTF-8.
  public internal(set) var bytes: [UInt8] = []
  /// The offset in ``bytes`` at which each field ends.
  public internal(set) var ends: [Int] = []
  /// The physical line on which the record starts, 1-based.
  public internal(set) var line = 0
  /// The number of the data record, 1-based; header, preamble, comments and blank rows not counted.
  public internal(set) var number = 0
  /// Whether a line end follows the record; false at most for the last one of a file.
  public internal(set) var hasLineEnd = true

  /// Makes an empty record.
  public init() {}

  /// The number of fields.
  public var count: Int { ends.count }

  /// Where a field's content lies in ``bytes``; fields are counted from 0.
  public func range(_ field: Int) -> Range<Int> {
    (field == 0 ? 0 : ends[field - 1])..<ends[field]
  }

  /// The content of a field as text; fields are counted from 0.
  public func string(_ field: Int) -> String {
    String(decoding: bytes[range(field)], as: UTF8.self)
  }

  /// The place of the record, or of one of its fields (1-based).
  public func place(column: Int? = nil) -> Place {
    Place(line: line, column: column, record: number == 0 ? nil : number)
  }
}
