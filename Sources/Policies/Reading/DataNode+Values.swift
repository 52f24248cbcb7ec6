import Yams

extension DataNode {
  /// The text of a single value, as written; nothing, a list and a mapping are noted.
  package var text: String? {
    guard case .scalar(let scalar) = node else {
      refuse("\(subject) must be a single value, not \(kind).", fault: "type")
      return nil
    }
    guard !scalar.string.isEmpty else {
      refuse("\(subject) has no value.", fault: "type")
      return nil
    }
    return scalar.string
  }

  /// The items of a list; anything else is noted.
  package var items: [DataNode]? {
    guard case .sequence(let sequence) = node else {
      refuse("\(subject) must be a list, not \(kind).", fault: "type")
      return nil
    }
    return sequence.enumerated().map { index, item in
      DataNode(
        node: item,
        path: "\(path)[\(index + 1)]",
        keyPlace: nil,
        findings: findings,
        remedy: remedy
      )
    }
  }

  /// Yes or no.
  var flag: Bool? {
    guard let text else { return nil }
    switch text {
    case "true": return true
    case "false": return false
    default:
      refuse("“\(text)” is neither true nor false.", value: text)
      return nil
    }
  }

  /// A whole number within limits.
  func count(_ range: ClosedRange<Int>) -> Int? {
    guard let text else { return nil }
    guard let number = Self.wholeNumber(text) else {
      refuse("“\(text)” is no whole number.", value: text)
      return nil
    }
    return within(range, number, text)
  }

  /// A number if it keeps to limits, with a unit for the message; else that is noted.
  func within(
    _ range: ClosedRange<Int>,
    _ number: Int,
    _ text: String,
    unit: String = ""
  ) -> Int? {
    if number < range.lowerBound {
      refuse("“\(text)” is less than \(range.lowerBound)\(unit).", value: text)
      return nil
    }
    if number > range.upperBound {
      refuse("“\(text)” is more than \(range.upperBound)\(unit).", value: text)
      return nil
    }
    return number
  }

  /// A number of at most nine ASCII digits, with or without a minus; else nil.
  static func wholeNumber(_ text: String) -> Int? {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    guard (1...9).contains(digits.utf8.count), digits.utf8.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    return Int(text)
  }

  /// One of some words; the words stand in the remedy.
  package func choice(_ words: [String]) -> String? {
    guard let text else { return nil }
    if words.contains(text) { return text }
    refuse("“\(text)” is not possible for \(subject).", value: text)
    return nil
  }
}
