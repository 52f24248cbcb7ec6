/// A date and time as a header field states it (RFC 5322, 3.3).
public struct MessageDate: Sendable, Hashable {
  /// Seconds since 1970-01-01T00:00:00Z; a leap second counts as the second after it.
  public let seconds: Int64
  /// Minutes east of UTC as written; nil for `-0000` and for a zone that is not known, where
  /// ``seconds`` were reckoned as UTC.
  public let offsetMinutes: Int?

  /// Makes a date.
  public init(seconds: Int64, offsetMinutes: Int?) {
    self.seconds = seconds
    self.offsetMinutes = offsetMinutes
  }
}
