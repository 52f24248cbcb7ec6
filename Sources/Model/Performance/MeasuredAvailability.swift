/// How available a service was in a period.
///
/// Formula: availability = (agreed time − downtime) ÷ agreed time, in seconds of real time, so
/// that a day on which the clock changes has 23 or 25 hours. Time that is excluded leaves
/// numerator and denominator, or only the downtime, as the agreement says; see ``Treatment``.
/// Source: the availability formula of ITIL, Service Design (2011), 4.4.5.2, on agreed service
/// time.
public struct MeasuredAvailability: Hashable, Sendable {
  /// What excluded time does to the figures.
  ///
  /// The raw values are for storage.
  public enum Treatment: String, Sendable, CaseIterable {
    /// It counts neither as agreed time nor as downtime.
    case leavesAgreedTime
    /// Downtime in it does not count, but it stays agreed time.
    case leavesDowntime
  }

  /// The agreed service time in seconds, before exclusions.
  public let agreedSeconds: Int64
  /// The downtime within the agreed time in seconds, before exclusions.
  public let downtimeSeconds: Int64
  /// The agreed time that is excluded, in seconds, whether the service was up in it or not.
  public let excludedSeconds: Int64
  /// The downtime within the excluded time, in seconds.
  public let excludedDowntimeSeconds: Int64
  /// What the excluded time does.
  public let treatment: Treatment

  /// Makes an availability from sums of seconds.
  ///
  /// Without `excludedDowntimeSeconds` the service was down in all of the excluded time.
  ///
  /// - Throws: ``AvailabilityProblem`` if the sums contradict each other.
  public init(
    agreedSeconds: Int64,
    downtimeSeconds: Int64,
    excludedSeconds: Int64 = 0,
    excludedDowntimeSeconds: Int64? = nil,
    treatment: Treatment = .leavesAgreedTime
  ) throws(AvailabilityProblem) {
    let excludedDowntime = excludedDowntimeSeconds ?? excludedSeconds
    guard min(agreedSeconds, downtimeSeconds, excludedSeconds, excludedDowntime) >= 0 else {
      throw .negativeTime
    }
    guard excludedSeconds <= agreedSeconds else { throw .excludedAboveAgreed }
    guard excludedDowntime <= min(excludedSeconds, downtimeSeconds) else {
      throw .excludedAboveDowntime
    }
    guard downtimeSeconds - excludedDowntime <= agreedSeconds - excludedSeconds else {
      throw .downtimeAboveAgreed
    }
    self.agreedSeconds = agreedSeconds
    self.downtimeSeconds = downtimeSeconds
    self.excludedSeconds = excludedSeconds
    self.excludedDowntimeSeconds = excludedDowntime
    self.treatment = treatment
  }

  /// Makes an availability from sums of seconds that fit together.
  init(
    known agreed: Int64,
    downtime: Int64,
    excluded: Int64,
    excludedDowntime: Int64,
    treatment: Treatment
  ) {
    agreedSeconds = agreed
    downtimeSeconds = downtime
    excludedSeconds = excluded
    excludedDowntimeSeconds = excludedDowntime
    self.treatment = treatment
  }

  /// The denominator: the agreed time that counts, in seconds.
  public var countedSeconds: Int64 {
    treatment == .leavesAgreedTime ? agreedSeconds - excludedSeconds : agreedSeconds
  }

  /// The downtime that counts, in seconds.
  public var countedDowntimeSeconds: Int64 { downtimeSeconds - excludedDowntimeSeconds }

  /// The numerator: the agreed time that counts and in which the service was up, in seconds.
  public var upSeconds: Int64 { countedSeconds - countedDowntimeSeconds }

  /// The exact availability, or nil if no agreed time counts.
  public var percentage: Percentage? {
    Fraction(numerator: upSeconds, denominator: countedSeconds).map { Percentage(share: $0) }
  }

  /// The availability as the value of a measurement.
  public var value: MeasuredValue { .ratio(upSeconds, of: countedSeconds) }

  /// The downtime that a target allows in the time that counts, in seconds.
  public func allowedDowntimeSeconds(target: Percentage) -> Fraction {
    target.rest.share * Fraction(countedSeconds)
  }
}

/// Why sums of seconds are no availability.
public enum AvailabilityProblem: Error, Hashable, Sendable {
  /// One of the sums is below zero.
  case negativeTime
  /// More time is excluded than was agreed.
  case excludedAboveAgreed
  /// More downtime is excluded than there was, or than time is excluded.
  case excludedAboveDowntime
  /// More downtime counts than agreed time.
  case downtimeAboveAgreed

  /// The reason as a sentence.
  public var sentence: String {
    switch self {
    case .negativeTime: "A length of time is below zero."
    case .excludedAboveAgreed: "More time is excluded than was agreed."
    case .excludedAboveDowntime:
      "More downtime is excluded than there was, or more than time is excluded."
    case .downtimeAboveAgreed: "There is more downtime than agreed service time."
    }
  }
}
