public import Model

/// When something is due: on a day, or, for a clock, at an instant.
public enum DueMoment: Hashable, Sendable, CustomStringConvertible {
  /// By the end of a day, in the zone of the organisation.
  case day(CivilDay)
  /// At an instant; at this second it is still in time.
  case instant(Instant)

  /// `2026-05-31`, or `2026-06-12T15:00:00Z`.
  public var description: String {
    switch self {
    case .day(let day): day.description
    case .instant(let instant): instant.description
    }
  }

  /// Reads what ``description`` writes; nil for any other form.
  public init?(_ text: String) {
    if let day = CivilDay(text) {
      self = .day(day)
    } else if let instant = Instant(text) {
      self = .instant(instant)
    } else {
      return nil
    }
  }

  /// The day, of an instant the local one in a zone.
  public func day(in zone: Zone) -> CivilDay {
    switch self {
    case .day(let day): day
    case .instant(let instant): zone.day(at: instant)
    }
  }
}
