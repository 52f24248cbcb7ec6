// The text form is recur of RFC 5545, 3.3.10: parts NAME=VALUE separated by semicolons, in any
// order and in any case, lists separated by commas. There are no blanks, no empty parts and no
// `RRULE:` before it. A value that occurs twice in a list counts once.
extension RecurrenceRule {
  /// Reads a rule.
  ///
  /// - Throws: ``RecurrenceProblem`` for the first fault found.
  public init(_ text: String) throws(RecurrenceProblem) {
    var reader = try RecurrenceRuleReader(text)
    let frequency = try reader.frequency()
    let end = try reader.end()
    self.init(
      frequency: frequency,
      interval: try reader.number("INTERVAL", in: 1...9_999) ?? 1,
      end: end,
      months: try reader.numbers("BYMONTH", upTo: 12, signed: false),
      monthDays: try reader.numbers("BYMONTHDAY", upTo: 31, signed: true),
      weekdays: try reader.weekdays(),
      positions: try reader.numbers("BYSETPOS", upTo: 366, signed: true),
      weekStart: try reader.weekStart()
    )
    try reader.refuseRest()
    try checkTogether()
  }

  /// Checks what the parts mean together.
  private func checkTogether() throws(RecurrenceProblem) {
    if frequency == .weekly, !monthDays.isEmpty {
      throw .notWith(part: "BYMONTHDAY", frequency: frequency)
    }
    let ordinals = weekdays.compactMap(\.ordinal)
    if !ordinals.isEmpty, frequency == .daily || frequency == .weekly {
      throw .notWith(part: "BYDAY with a number", frequency: frequency)
    }
    if countsWeekdaysInMonths, let ordinal = ordinals.first(where: { abs($0) > 5 }) {
      throw .badValue(part: "BYDAY within a month", value: "\(ordinal)")
    }
    if !positions.isEmpty, months.isEmpty, monthDays.isEmpty, weekdays.isEmpty {
      throw .positionsAlone
    }
    guard !monthDays.isEmpty, !months.isEmpty else { return }
    let longest = months.map { CivilDay.lengthOfMonth($0, year: 2_000) }.max() ?? 31
    if monthDays.allSatisfy({ abs($0) > longest }) { throw .noSuchDay }
  }

  /// Whether the numbers of `BYDAY` count within a month and not within the year.
  var countsWeekdaysInMonths: Bool {
    frequency == .monthly || (frequency == .yearly && !months.isEmpty)
  }
}

/// Takes the parts of a rule's text one by one.
private struct RecurrenceRuleReader {
  private var parts: [String: String] = [:]

  init(_ text: String) throws(RecurrenceProblem) {
    guard !text.isEmpty else { throw .empty }
    for part in text.split(separator: ";", omittingEmptySubsequences: false) {
      let halves = part.split(separator: "=", omittingEmptySubsequences: false)
      guard halves.count == 2, !halves[0].isEmpty, !halves[1].isEmpty else {
        throw .malformedPart(String(part))
      }
      let name = halves[0].uppercased()
      guard parts[name] == nil else { throw .repeatedPart(name) }
      parts[name] = halves[1].uppercased()
    }
  }

  mutating func frequency() throws(RecurrenceProblem) -> RecurrenceRule.Frequency {
    guard let value = parts.removeValue(forKey: "FREQ") else { throw .noFrequency }
    guard let frequency = RecurrenceRule.Frequency(rawValue: value) else {
      throw .badValue(part: "FREQ", value: value)
    }
    return frequency
  }

  mutating func end() throws(RecurrenceProblem) -> RecurrenceRule.End {
    let until = parts.removeValue(forKey: "UNTIL")
    let count = try number("COUNT", in: 1...99_999)
    if until != nil, count != nil { throw .countAndUntil }
    if let until {
      guard let day = CivilDay(basic: until) else { throw .untilIsNoDay(until) }
      return .until(day)
    }
    return count.map { .count($0) } ?? .never
  }

  mutating func number(
    _ name: String,
    in range: ClosedRange<Int>
  ) throws(RecurrenceProblem) -> Int? {
    guard let value = parts.removeValue(forKey: name) else { return nil }
    guard let number = Self.number(value, signed: false), range.contains(number) else {
      throw .badValue(part: name, value: value)
    }
    return number
  }

  mutating func numbers(
    _ name: String,
    upTo largest: Int,
    signed: Bool
  ) throws(RecurrenceProblem) -> [Int] {
    guard let list = parts.removeValue(forKey: name) else { return [] }
    var numbers: Set<Int> = []
    for value in list.split(separator: ",", omittingEmptySubsequences: false) {
      guard let number = Self.number(value, signed: signed), number != 0, abs(number) <= largest
      else { throw .badValue(part: name, value: String(value)) }
      numbers.insert(number)
    }
    return numbers.sorted()
  }

  mutating func weekdays() throws(RecurrenceProblem) -> [RecurrenceRule.WeekdayPosition] {
    guard let list = parts.removeValue(forKey: "BYDAY") else { return [] }
    var weekdays: [RecurrenceRule.WeekdayPosition] = []
    for value in list.split(separator: ",", omittingEmptySubsequences: false) {
      let digits = value.dropLast(2)
      let ordinal = digits.isEmpty ? nil : Self.number(digits, signed: true)
      guard let weekday = Self.weekday(value.suffix(2)), digits.isEmpty || ordinal != nil,
        ordinal != 0, abs(ordinal ?? 1) <= 53
      else { throw .badValue(part: "BYDAY", value: String(value)) }
      let position = RecurrenceRule.WeekdayPosition(ordinal: ordinal, weekday: weekday)
      if !weekdays.contains(position) { weekdays.append(position) }
    }
    return weekdays
  }

  mutating func weekStart() throws(RecurrenceProblem) -> Weekday {
    guard let value = parts.removeValue(forKey: "WKST") else { return .monday }
    guard let weekday = Self.weekday(value[...]) else {
      throw .badValue(part: "WKST", value: value)
    }
    return weekday
  }

  func refuseRest() throws(RecurrenceProblem) {
    if let name = parts.keys.min() { throw .unknownPart(name) }
  }

  private static func weekday(_ code: Substring) -> Weekday? {
    Weekday.allCases.first { $0.code == code }
  }

  /// One to five digits, after a sign if one is allowed.
  private static func number(_ text: some StringProtocol, signed: Bool) -> Int? {
    let hasSign = signed && (text.hasPrefix("-") || text.hasPrefix("+"))
    let digits = text.dropFirst(hasSign ? 1 : 0).utf8
    guard (1...5).contains(digits.count) else { return nil }
    guard digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return Int(text)
  }
}
