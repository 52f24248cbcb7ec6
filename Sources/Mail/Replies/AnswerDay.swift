import Model

/// A day in an answer, in forms that can mean only one day.
///
/// These are `2026-11-20` (also with `/` or `.`), `20.11.2026`, `20 November 2026`, `20-Nov-2026`
/// and `November 20 2026`, and `20/11/2026` only where one of the first two numbers is above 12.
struct AnswerDay {
  /// The day; nil where the words are none, or could be two.
  let day: CivilDay?

  init(_ words: ArraySlice<String>) {
    let parts = words.flatMap { $0.split { "-/.".contains($0) }.map(String.init) }
    guard parts.count == 3, words.count == 1 || words.count == 3 else {
      day = nil
      return
    }
    day = Self.named(parts) ?? Self.numbered(parts, isDotted: words.first?.contains(".") == true)
  }

  /// A day whose month is a word.
  private static func named(_ parts: [String]) -> CivilDay? {
    guard let year = year(parts[2]) else { return nil }
    if let month = month(parts[1]), let number = dayNumber(parts[0]) {
      return CivilDay(year: year, month: month, day: number)
    }
    guard let month = month(parts[0]), let number = dayNumber(parts[1]) else { return nil }
    return CivilDay(year: year, month: month, day: number)
  }

  /// A day of three numbers: the year first, the day first with dots, or one that fits one way.
  private static func numbered(_ parts: [String], isDotted: Bool) -> CivilDay? {
    if let year = year(parts[0]), let month = number(parts[1]), let day = number(parts[2]) {
      return CivilDay(year: year, month: month, day: day)
    }
    guard let year = year(parts[2]), let first = number(parts[0]), let second = number(parts[1])
    else { return nil }
    let dayFirst = CivilDay(year: year, month: second, day: first)
    if isDotted { return dayFirst }
    let monthFirst = CivilDay(year: year, month: first, day: second)
    return dayFirst == nil || dayFirst == monthFirst
      ? monthFirst : monthFirst == nil ? dayFirst : nil
  }

  private static func year(_ text: String) -> Int? {
    text.utf8.count == 4 ? number(text, digits: 4) : nil
  }

  /// A day of the month, perhaps with an English ending.
  private static func dayNumber(_ text: String) -> Int? {
    let endings = ["st", "nd", "rd", "th"]
    return number(endings.contains { text.hasSuffix($0) } ? String(text.dropLast(2)) : text)
  }

  private static func number(_ text: String, digits: Int = 2) -> Int? {
    guard (1...digits).contains(text.utf8.count), text.utf8.allSatisfy({ $0 &- 48 < 10 }) else {
      return nil
    }
    return Int(text)
  }

  /// The month of an English name or of its first three letters.
  private static func month(_ text: String) -> Int? {
    guard text.utf8.count >= 3 else { return nil }
    let names = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december",
    ]
    let index = names.firstIndex {
      text == $0 || text == $0.prefix(3) || (text == "sept" && $0 == "september")
    }
    return index.map { $0 + 1 }
  }
}
