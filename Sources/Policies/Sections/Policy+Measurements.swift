public import Model

extension Policy {
  /// How measurements are judged.
  public struct Measurements: Hashable, Sendable {
    /// How long after a period its measurement may be recorded.
    public var lag = Period(known: 10, .businessDay)
    /// How many finished periods are looked at.
    public var lookBackPeriods = 12
    /// How many cases a measurement needs at least to count for repeated misses.
    public var leastSample = 5
    /// How many periods in a row without a value are a major finding.
    public var majorInARow = 3
    /// How many of the last three periods above a workload limit need a note.
    public var workloadOfLastThree = 2
    /// How long after a period its agreed report may be issued.
    public var reportLag = Period(known: 10, .businessDay)
    /// How long the review of a miss may take.
    public var missReview = Period(known: 20, .businessDay)
    /// How many misses in a row demand a performance review.
    public var missInARow = 2
    /// How many misses of the last six periods demand a performance review.
    public var missOfLastSix = 3
    /// How long such a performance review may take.
    public var missPerformanceReview = Period(known: 20, .businessDay)
  }

  static let measurementKeys: [PolicyKey] = periodKeys + missKeys

  private static let periodKeys: [PolicyKey] = [
    PolicyKey(
      "measurement.lag",
      \.measurements.lag,
      PeriodForm.limit,
      "How long after the end of a period its measurement is recorded."
    ),
    PolicyKey(
      "measurement.lookBackPeriods",
      \.measurements.lookBackPeriods,
      CountForm(1...120),
      "How many finished periods are looked at."
    ),
    PolicyKey(
      "measurement.minSample",
      \.measurements.leastSample,
      CountForm(1...100_000),
      "A measurement of fewer cases than this does not count for repeated misses."
    ),
    PolicyKey(
      "measurement.majorInARow",
      \.measurements.majorInARow,
      CountForm(1...120),
      "If this many periods in a row have no value, that is a major finding."
    ),
    PolicyKey(
      "workload.ofLastThree",
      \.measurements.workloadOfLastThree,
      CountForm(1...3),
      "If this many of the last three periods exceed a workload limit, a note is needed."
    ),
    PolicyKey(
      "report.lag",
      \.measurements.reportLag,
      PeriodForm.limit,
      "How long after the end of its period an agreed report is issued, if it says nothing itself."
    ),
  ]

  private static let missKeys: [PolicyKey] = [
    PolicyKey(
      "miss.review",
      \.measurements.missReview,
      PeriodForm.limit,
      "How long after it was due a missed value has a cause and a decision."
    ),
    PolicyKey(
      "miss.inARow",
      \.measurements.missInARow,
      CountForm(1...12),
      "So many misses in a row demand a performance review."
    ),
    PolicyKey(
      "miss.ofLastSix",
      \.measurements.missOfLastSix,
      CountForm(1...6),
      "So many misses among the last six finished periods demand one as well."
    ),
    PolicyKey(
      "miss.performanceReview",
      \.measurements.missPerformanceReview,
      PeriodForm.limit,
      "How long after the value that demands it was due the performance review is held."
    ),
  ]
}
