/// The numbers in a line, looked at for whether they can be a date or a time of day.
struct DateFigures {
  /// How many numbers there are.
  private(set) var numbers = 0
  /// Whether one of them has four digits and lies between 1980 and 2099.
  private(set) var hasYear = false
  /// Whether the line starts with such a number and a mark that divides dates.
  private(set) var startsWithYear = false
  /// Whether one or two numbers can be days of a month.
  private var hasDay = false
  /// Whether two numbers are divided as hours and minutes are.
  private var hasTime = false

  /// Whether the line names a time of day, or a day with its year.
  var isMoment: Bool { hasTime || (hasYear && hasDay) }

  /// Reads the numbers of a line.
  init(_ text: String) {
    var digits = 0
    var value = 0
    var dividesTime = false
    var isAtStart = true
    for byte in text.utf8 {
      if byte &- 48 < 10 {
        value = min(value * 10 + Int(byte &- 48), 1_000_000)
        digits += 1
        continue
      }
      if digits > 0 {
        note(value, digits, followsDivider: dividesTime)
        if isAtStart { startsWithYear = hasYear && (byte == 45 || byte == 47 || byte == 46) }
        dividesTime = digits <= 2 && value < 24 && (byte == 58 || byte == 46 || byte == 104)
      } else {
        dividesTime = false
      }
      (digits, value, isAtStart) = (0, 0, false)
    }
    if digits > 0 { note(value, digits, followsDivider: dividesTime) }
  }

  private mutating func note(_ value: Int, _ digits: Int, followsDivider: Bool) {
    numbers += 1
    if digits == 4, (1_980...2_099).contains(value) { hasYear = true }
    if digits <= 2, (1...31).contains(value) { hasDay = true }
    if followsDivider, digits == 2, value < 60 { hasTime = true }
  }
}
