/// Reads dates (RFC 5322, 3.3 and 4.3).
///
/// Leniencies: the parts of a date in other orders, as the C library's `asctime` and ISO 8601 have
/// them; years of two and three digits; hyphens in the day; fractions of seconds; no zone, which
/// counts as `-0000`.
struct DateReader {
  private var day: Int?
  private var month: Int?
  private var year: Int?
  private var time: (hour: Int, minute: Int, second: Int)?
  private var zone: Int?
  private var isAfternoon: Bool?

  private static let longest = 200
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
  private static let zones = [
    "ut": 0, "utc": 0, "gmt": 0, "z": 0, "est": -300, "edt": -240, "cst": -360, "cdt": -300,
    "mst": -420, "mdt": -360, "pst": -480, "pdt": -420, "cet": 60, "cest": 120,
  ]

  /// The date in a field's value; nil if it cannot be read.
  static func read(_ value: Bytes) -> MessageDate? {
    var reader = Self()
    for word in words(value.prefix(longest)) {
      guard reader.take(word) else { return nil }
    }
    return reader.date
  }

  /// The words in lower case, comments and commas left out.
  private static func words(_ value: Bytes) -> [String] {
    var depth = 0
    var text: [UInt8] = []
    for byte in value {
      if byte == UInt8(ascii: "(") { depth += 1 }
      let isPlain = depth == 0 && byte != .comma && !byte.isSpace && byte != 0
      text.append(isPlain ? byte.lowered : .space)
      if byte == UInt8(ascii: ")") { depth = max(0, depth - 1) }
    }
    return text.split(separator: .space).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Takes a word for the part that it must be; false if it is none.
  private mutating func take(_ word: String) -> Bool {
    if word.contains(":"), time == nil { return takeTime(word) }
    if time != nil, word.hasPrefix("+") || word.hasPrefix("-") { return takeOffset(word) }
    if word.contains("-") { return takeHyphenated(word) }
    if let number = Self.number(word) { return takeNumber(number, digits: word.utf8.count) }
    return takeName(word)
  }

  private mutating func takeName(_ word: String) -> Bool {
    if month == nil, let found = Self.months.firstIndex(of: String(word.prefix(3))) {
      month = found + 1
      return true
    }
    if time != nil, word == "am" || word == "pm" {
      isAfternoon = word == "pm"
    } else if time != nil, zone == nil {
      zone = Self.zones[word]
    }
    return word.utf8.allSatisfy { $0.isLetter || $0 == UInt8(ascii: ".") || $0 >= 0x80 }
      || time != nil
  }

  private mutating func takeNumber(_ number: Int, digits: Int) -> Bool {
    if day == nil, digits <= 2 {
      day = number
    } else if year == nil, month != nil || day == nil {
      year = Self.year(number, digits: digits)
    } else {
      return time != nil && zone == nil && digits == 4
    }
    return true
  }

  /// A year of two or three digits (RFC 5322, 4.3).
  private static func year(_ number: Int, digits: Int) -> Int {
    switch digits {
    case ...2: number < 50 ? number + 2_000 : number + 1_900
    case 3: number + 1_900
    default: number
    }
  }

  /// `26-Nov-2026`, or `2026-11-26`, with `T` and a time after it.
  private mutating func takeHyphenated(_ word: String) -> Bool {
    let parts = word.split(separator: "-", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, day == nil, let first = Self.number(String(parts[0])) else {
      return false
    }
    if let second = Self.number(String(parts[1])), parts[0].utf8.count == 4 {
      year = first
      month = second
      day = Self.number(String(parts[2]))
      return day != nil
    }
    day = first
    guard takeName(String(parts[1])), let last = Self.number(String(parts[2])) else { return false }
    year = Self.year(last, digits: parts[2].utf8.count)
    return month != nil
  }

  private mutating func takeTime(_ word: String) -> Bool {
    if let mark = word.firstIndex(of: "t"), day == nil {
      guard takeHyphenated(String(word[..<mark])) else { return false }
      return takeTime(String(word[word.index(after: mark)...]))
    }
    var clock = Substring(word)
    if let start = clock.firstIndex(where: { $0 == "+" || $0 == "-" || $0 == "z" }) {
      let rest = String(clock[start...])
      guard rest == "z" || takeOffset(rest) else { return false }
      if rest == "z" { zone = 0 }
      clock = clock[..<start]
    }
    let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
    guard 2...3 ~= parts.count, let hour = Self.number(String(parts[0])),
      let minute = Self.number(String(parts[1]))
    else { return false }
    let seconds = parts.count == 3 ? parts[2].prefix { $0 != "." } : "0"
    guard let second = Self.number(String(seconds)) else { return false }
    time = (hour, minute, second)
    return true
  }

  /// `+hhmm`, `+hh:mm` or `+hh`.
  private mutating func takeOffset(_ word: String) -> Bool {
    let digits = word.dropFirst().filter { $0 != ":" }
    guard digits.utf8.allSatisfy(\.isDigit), let number = Int(digits) else { return true }
    guard zone == nil else { return true }
    let hours = digits.utf8.count <= 2 ? number : number / 100
    let minutes = digits.utf8.count <= 2 ? 0 : number % 100
    guard digits.utf8.count <= 4, hours < 24, minutes < 60 else { return true }
    if word.hasPrefix("-"), number == 0 { return true }
    zone = (hours * 60 + minutes) * (word.hasPrefix("-") ? -1 : 1)
    return true
  }

  private static func number(_ word: String) -> Int? {
    guard 1...4 ~= word.utf8.count, word.utf8.allSatisfy(\.isDigit) else { return nil }
    return Int(word)
  }

  private var date: MessageDate? {
    guard let year, let month, let day, let time, 1...12 ~= month, 1...9_999 ~= year,
      1...Self.days(year, month) ~= day, time.minute < 60, time.second <= 60, let hour
    else { return nil }
    let number = Self.dayNumber(year, month, day)
    let seconds = number * 86_400 + Int64(hour * 3_600 + time.minute * 60 + time.second)
    return MessageDate(seconds: seconds - Int64(zone ?? 0) * 60, offsetMinutes: zone)
  }

  /// The hour of the day, 0 to 23; nil if there is no such hour.
  private var hour: Int? {
    guard let time, time.hour < 24 else { return nil }
    guard let isAfternoon, 1...12 ~= time.hour else { return time.hour }
    return time.hour % 12 + (isAfternoon ? 12 : 0)
  }

  private static func days(_ year: Int, _ month: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  /// Days since 1970-01-01 in the Gregorian calendar.
  private static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int64 {
    let shifted = month > 2 ? year : year - 1
    let monthFromMarch = (month + 9) % 12
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
    let days = shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear
    return Int64(days - 719_468)
  }
}
