/// One thing that is wrong or doubtful in a source, said so that a person can mend it.
public struct Problem: Error, Sendable, Equatable, Hashable {
  /// How much a problem costs.
  public enum Severity: String, Sendable, CaseIterable, Comparable {
    /// Nothing is lost; worth knowing.
    case note
    /// The record is taken, with a stated reading of the doubtful place.
    case warning
    /// The record, or the source as a whole, is not taken.
    case error

    /// Orders `note` before `warning` before `error`.
    public static func < (left: Severity, right: Severity) -> Bool {
      allCases.firstIndex(of: left) ?? 0 < allCases.firstIndex(of: right) ?? 0
    }
  }

  /// A stable name of lower-case words, `subject.fault`, such as `date.unreadable`.
  public var code: String
  /// How much it costs.
  public var severity: Severity
  /// The path of the file as it was given, or nil if no file is meant.
  public var file: String?
  /// The place in the file, or nil if the file as a whole is meant.
  public var place: Place?
  /// The source's own name of the field (a column header, an element path), or nil.
  public var field: String?
  /// The value as the source has it, cut to 200 characters, or nil.
  public var value: String?
  /// What is wrong: one sentence with a full stop.
  public var message: String
  /// What to do about it: one sentence with a full stop.
  public var remedy: String

  /// Makes a problem.
  public init(
    _ code: String,
    _ severity: Severity = .error,
    file: String? = nil,
    place: Place? = nil,
    field: String? = nil,
    value: String? = nil,
    message: String,
    remedy: String
  ) {
    self.code = code
    self.severity = severity
    self.file = file
    self.place = place
    self.field = field
    self.value = value.map { String($0.prefix(200)) }
    self.message = message
    self.remedy = remedy
  }
}

/// A place in a source file; every number is 1-based.
public struct Place: Sendable, Hashable {
  /// The physical line on which the thing starts, 1-based.
  public var line: Int
  /// The column: for CSV the field's number, for XML the byte in the line; 1-based, nil if the
  /// whole record is meant.
  public var column: Int?
  /// The number of the data record, 1-based and headers not counted, or nil before the first.
  public var record: Int?

  /// Makes a place.
  public init(line: Int, column: Int? = nil, record: Int? = nil) {
    self.line = line
    self.column = column
    self.record = record
  }
}
