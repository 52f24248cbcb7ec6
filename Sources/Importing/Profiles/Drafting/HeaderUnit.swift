/// The unit that a header names at its end, as `Term (months)` and `Laufzeit in Monaten` do.
struct HeaderUnit {
  /// The unit.
  let unit: DurationUnit
  /// The header without it.
  let rest: String

  /// Finds the unit; nil if the last word of several is none.
  init?(_ header: String) {
    var words = header.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    guard words.count > 1, let last = words.popLast(), let unit = DurationUnit(word: last) else {
      return nil
    }
    if words.count > 1, let link = words.last, Self.links.contains(link.lowercased()) {
      words.removeLast()
    }
    self.unit = unit
    rest = words.joined(separator: " ")
  }

  private static let links: Set<String> = ["in", "en", "em", "v", "w"]
}

extension DurationUnit {
  /// The word of a profile for the unit.
  var profileName: String {
    switch self {
    case .day: "days"
    case .businessDay: "businessDays"
    case .week: "weeks"
    case .month: "months"
    case .quarter: "quarters"
    case .year: "years"
    }
  }
}
