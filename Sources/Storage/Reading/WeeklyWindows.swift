public import Model

/// The opening windows of a week as text: `mon-fri 09:00-17:00, sat 09:00-12:00 13:00-14:00`.
///
/// Entries are separated by commas; an entry has one day or a span of days, then one or more
/// windows. Days not named are closed.
public struct WeeklyWindows: Sendable, Equatable {
  /// The windows of each day that has any.
  public var byWeekday: [Weekday: [Window]] = [:]

  private static let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  /// Reads the text; nil if it has another form.
  public init?(_ text: String) {
    for entry in text.split(separator: ",") {
      let words = entry.split(separator: " ")
      guard let first = words.first, words.count > 1, let days = Self.days(first) else {
        return nil
      }
      guard let windows = Self.windows(words.dropFirst().joined(separator: " ")) else {
        return nil
      }
      for day in days { byWeekday[day, default: []] += windows }
    }
  }

  /// The windows in a text such as `09:00-12:00 13:00-17:00`; nil if one has another form.
  static func windows(_ text: String) -> [Window]? {
    var windows: [Window] = []
    for word in text.split(separator: " ") {
      guard let window = Window(String(word)) else { return nil }
      windows.append(window)
    }
    return windows
  }

  private static func days(_ text: Substring) -> [Weekday]? {
    let ends = text.split(separator: "-").map { names.firstIndex(of: $0.lowercased()) }
    guard let first = ends.first ?? nil, let last = ends.last ?? nil, first <= last,
      ends.count <= 2
    else { return nil }
    return (first...last).map { Weekday.allCases[$0] }
  }
}
