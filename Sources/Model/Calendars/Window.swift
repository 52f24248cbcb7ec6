/// A span of local wall time in which a calendar is open, half-open: `[opensAt, closesAt)`.
///
/// It belongs to the day on which it opens.
public struct Window: Hashable, Sendable, CustomStringConvertible {
  /// Minutes after local midnight, 0 to 1439.
  public let opensAt: Int
  /// Minutes after the same midnight, above ``opensAt`` and at most a day later, so that 1440 is
  /// 24:00 and 1800 is 06:00 of the next day.
  public let closesAt: Int

  /// Makes a window from minutes after midnight.
  ///
  /// The result is nil for an empty window, one longer than a day, and one that does not open
  /// between 00:00 and 23:59.
  public init?(opensAt: Int, closesAt: Int) {
    guard (0..<1_440).contains(opensAt), closesAt > opensAt, closesAt - opensAt <= 1_440 else {
      return nil
    }
    self.opensAt = opensAt
    self.closesAt = closesAt
  }

  /// Reads `HH:MM-HH:MM`, such as `09:00-17:00`, `22:00-06:00` or `00:00-24:00`.
  ///
  /// An end at or before the beginning lies on the next day. The result is nil for any other form.
  public init?(_ text: String) {
    let halves = text.split(separator: "-", omittingEmptySubsequences: false)
    guard halves.count == 2, let opens = Self.minutes(halves[0]),
      let closes = Self.minutes(halves[1])
    else { return nil }
    self.init(opensAt: opens, closesAt: closes <= opens ? closes + 1_440 : closes)
  }

  /// The window as `HH:MM-HH:MM`, an end on the next day by its own time.
  public var description: String {
    "\(Self.text(opensAt))-\(Self.text(closesAt > 1_440 ? closesAt - 1_440 : closesAt))"
  }

  private static func minutes(_ text: Substring) -> Int? {
    let digits = Array(text.utf8)
    guard digits.count == 5, digits[2] == UInt8(ascii: ":") else { return nil }
    var values: [Int] = []
    for index in [0, 1, 3, 4] {
      guard (48...57).contains(digits[index]) else { return nil }
      values.append(Int(digits[index]) - 48)
    }
    let hour = values[0] * 10 + values[1]
    let minute = values[2] * 10 + values[3]
    guard minute < 60, hour < 24 || (hour == 24 && minute == 0) else { return nil }
    return hour * 60 + minute
  }

  private static func text(_ minutes: Int) -> String {
    let hour = minutes / 60
    let minute = minutes % 60
    return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }
}
