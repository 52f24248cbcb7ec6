import Model

/// Reads one line of an answer to a reminder.
struct ReminderAnswerReader {
  /// A line with more words is a sentence for a person.
  private static let mostWords = 8
  /// The longest pause in days.
  private static let mostDays = 366

  private let words: [String]

  init(_ line: Substring) {
    let trimmed = line.lowercased().split { $0.isWhitespace || "*_`\"“”,;!".contains($0) }
    var words = trimmed.map { Self.withoutEndMarks($0) }.filter { !$0.isEmpty }
    if words.first == "please" { words.removeFirst() }
    if words.last == "please" || words.last == "thanks" { words.removeLast() }
    self.words = words
  }

  /// What the line says; nil if it is no answer.
  var answer: ReminderAnswer? {
    guard let verb = words.first, words.count <= Self.mostWords else { return nil }
    let rest = words.dropFirst()
    switch verb {
    case "done", "completed": return done(rest)
    case "decide", "decision": return decision(rest)
    case "snooze": return pause(rest).map { .snooze($0) }
    case "not" where rest.first == "me": return address(rest.dropFirst()).map { .handOver($0) }
    default: return nil
    }
  }

  /// A word without colons, dots and brackets at its ends.
  private static func withoutEndMarks(_ word: Substring) -> String {
    let isMark: (Character) -> Bool = { ".:()[]<>".contains($0) }
    let start = word.drop(while: isMark)
    guard let last = start.lastIndex(where: { !isMark($0) }) else { return "" }
    return String(start[...last])
  }

  // MARK: What follows the verb

  private func done(_ rest: ArraySlice<String>) -> ReminderAnswer? {
    if rest.isEmpty { return .done(nil) }
    let day = rest.first == "on" ? rest.dropFirst() : rest
    return AnswerDay(day).day.map { .done($0) }
  }

  private func decision(_ rest: ArraySlice<String>) -> ReminderAnswer? {
    let word = rest.first == "to" ? rest.dropFirst() : rest
    guard word.count == 1, let text = word.first else { return nil }
    return ReminderAnswer.Decision(rawValue: text).map { .decide($0) }
  }

  private func pause(_ rest: ArraySlice<String>) -> ReminderAnswer.Pause? {
    let words = ["until", "till", "for"].contains(rest.first ?? "") ? rest.dropFirst() : rest
    if let day = AnswerDay(words).day { return .until(day) }
    guard words.count == 2, let unit = words.last, let number = number(words.first ?? "") else {
      return nil
    }
    switch unit {
    case "day", "days": return days(number)
    case "week", "weeks": return days(number * 7)
    case "month", "months": return (1...12).contains(number) ? .months(number) : nil
    default: return nil
    }
  }

  private func days(_ number: Int) -> ReminderAnswer.Pause? {
    (1...Self.mostDays).contains(number) ? .days(number) : nil
  }

  /// A number of at most three digits, or one written as a word up to six.
  private func number(_ word: String) -> Int? {
    let spelled = ["a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6]
    if let number = spelled[word] { return number }
    guard word.utf8.count <= 3, word.utf8.allSatisfy({ $0 &- 48 < 10 }) else { return nil }
    return Int(word)
  }

  /// The only word that is left, if it can be an address.
  private func address(_ rest: ArraySlice<String>) -> String? {
    let word = rest.first == "but" ? rest.dropFirst() : rest
    guard word.count == 1, let text = word.first else { return nil }
    let address = text.hasPrefix("mailto:") ? String(text.dropFirst(7)) : text
    let parts = address.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, parts[1].contains("."), !parts[1].hasPrefix("."),
      address.utf8.allSatisfy({ $0 > 32 && $0 != 127 && !"<>()[]:;,\\\"".utf8.contains($0) })
    else { return nil }
    return address
  }
}
