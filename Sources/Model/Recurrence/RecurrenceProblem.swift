/// Why a recurrence rule cannot be used.
public enum RecurrenceProblem: Error, Hashable, Sendable {
  /// There is no text.
  case empty
  /// A part is not a name, an equals sign and a value.
  case malformedPart(String)
  /// A part is not one of those that are known.
  case unknownPart(String)
  /// A part stands there twice.
  case repeatedPart(String)
  /// There is no `FREQ`.
  case noFrequency
  /// The value of a part is not one that it can have.
  case badValue(part: String, value: String)
  /// `UNTIL` is not a day, for instance because it has a time.
  case untilIsNoDay(String)
  /// There are both `COUNT` and `UNTIL`.
  case countAndUntil
  /// A part has no meaning with the frequency.
  case notWith(part: String, frequency: RecurrenceRule.Frequency)
  /// There is `BYSETPOS` and no list of which it could be a position.
  case positionsAlone
  /// No month of the rule has a day that the rule names.
  case noSuchDay
  /// A list of days has something in it that is no day.
  case badDay(String)

  /// The reason as a sentence.
  public var sentence: String {
    switch self {
    case .empty: "The recurrence rule is empty."
    case .malformedPart(let part): "“\(part)” is not a part of the form NAME=VALUE."
    case .unknownPart(let name):
      "The part \(name) is not supported; known are \(Self.knownParts)."
    case .repeatedPart(let name): "The part \(name) is given twice."
    case .noFrequency: "The part FREQ is missing."
    case .badValue(let part, let value): "“\(value)” is not a value of \(part)."
    case .untilIsNoDay(let value): "UNTIL has to be a day of the form YYYYMMDD, not “\(value)”."
    case .countAndUntil: "COUNT and UNTIL cannot stand in one rule."
    case .notWith(let part, let frequency): "\(part) cannot stand with FREQ=\(frequency.rawValue)."
    case .positionsAlone: "BYSETPOS needs BYMONTH, BYMONTHDAY or BYDAY beside it."
    case .noSuchDay: "No month of the rule has a day that BYMONTHDAY names."
    case .badDay(let text): "“\(text)” is not a day of the form YYYYMMDD."
    }
  }

  private static let knownParts =
    "FREQ, INTERVAL, COUNT, UNTIL, BYMONTH, BYMONTHDAY, BYDAY, BYSETPOS and WKST"
}
