/// A public holiday.
public struct Holiday: Hashable, Sendable, Comparable {
  /// The day.
  public let day: CivilDay
  /// The English name; a day off instead of a holiday on a weekend ends in `(substitute)` or
  /// `(observed)`.
  public let name: String

  /// Makes a holiday.
  public init(day: CivilDay, name: String) {
    self.day = day
    self.name = name
  }

  /// Whether the left holiday comes first, by day and then by name.
  public static func < (left: Self, right: Self) -> Bool {
    (left.day, left.name) < (right.day, right.name)
  }

  init(_ year: Int, _ month: Int, _ day: Int, _ name: String) {
    self.day = CivilDay(unchecked: year, month, day)
    self.name = name
  }
}
