// The form is date of RFC 5545, 3.3.4: YYYYMMDD, eight ASCII digits.
extension CivilDay {
  /// Reads `YYYYMMDD` strictly.
  ///
  /// The result is nil for any other form, and for a day that does not exist.
  public init?(basic text: some StringProtocol) {
    let digits = Array(text.utf8)
    guard digits.count == 8, digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
    let number = digits.reduce(0) { $0 * 10 + Int($1) - 48 }
    self.init(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }

  /// The day as `YYYYMMDD`.
  public var basicText: String { description.filter { $0 != "-" } }

  /// Reads days separated by commas, as EXDATE and RDATE of RFC 5545, 3.8.5, list them.
  ///
  /// - Returns: The days in the order of the text; none for an empty text.
  /// - Throws: ``RecurrenceProblem/badDay(_:)`` for the first that is no day, also if it has a time.
  public static func list(basic text: String) throws(RecurrenceProblem) -> [Self] {
    guard !text.isEmpty else { return [] }
    var days: [Self] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let day = Self(basic: part) else { throw .badDay(String(part)) }
      days.append(day)
    }
    return days
  }
}
