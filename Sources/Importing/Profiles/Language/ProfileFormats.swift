/// How dates, numbers, yes and no, and durations are written in a file or a column.
public struct ProfileFormats: Sendable, Equatable {
  /// Date patterns, tried in order.
  public var dates: [DatePattern] = [.iso]
  /// The first year that a two-digit year can mean, such as 1970 for 1970 to 2069; nil refuses
  /// two-digit years.
  public var pivot: Int?
  /// How numbers are written.
  public var numbers = NumberFormat()
  /// Where the currency of an amount comes from, or nil if the file has no amounts.
  public var currency: ProfileCurrency?
  /// Words for yes, compared with case folded.
  public var yes = ["true", "yes", "y", "1"]
  /// Words for no, compared with case folded.
  public var no = ["false", "no", "n", "0"]
  /// The unit of a bare number that is a duration.
  public var unit = DurationUnit.month
  /// The column that holds the unit of a duration, or nil.
  public var unitColumn: ProfileColumn?
  /// Where the unit stands beside a duration in JSON, in the same cell or item, or nil.
  public var unitPath: JSONPath?

  /// Makes formats: ISO dates, decimal point, no grouping, English yes and no, months.
  public init() {}
}

/// Where the currency of an amount comes from.
public struct ProfileCurrency: Sendable, Equatable {
  /// ISO 4217 code for every amount, or for those where nothing else says it; nil refuses them.
  public var fixed: String?
  /// The column that holds the code or word, or nil.
  public var column: ProfileColumn?
  /// Where the code or word stands beside an amount in JSON, in the same cell or item, or nil.
  public var path: JSONPath?
  /// The name of the question whose answer is the code, or nil; without an answer the amount is
  /// not read.
  public var question: String?
  /// Words and signs for currencies, in the column or beside the number, with their codes.
  public var symbols: [String: String] = [:]

  /// Makes a currency that is the same for every amount, or unknown.
  public init(fixed: String? = nil) { self.fixed = fixed }
}
