/// What is known of one target in one period.
public struct ServiceMeasurement: Hashable, Sendable {
  /// Whose value counts.
  ///
  /// The raw values are for storage.
  public enum Source: String, Sendable, CaseIterable {
    /// We measured it.
    case ours
    /// The supplier reported it.
    case supplier
  }

  /// What we measured; nil if we did not.
  public var ours: MeasuredValue?
  /// What the supplier reported; nil if nothing came.
  public var supplier: MeasuredValue?
  /// How many cases the value comes from; nil for a value that does not come from cases.
  public var sampleSize: Int64?
  /// Whether the whole period does not count.
  public var isExcluded: Bool
  /// Whether a dispute about it is open.
  public var isInDispute: Bool
  /// Whose value counts after a difference was decided; nil if nobody decided.
  public var decided: Source?

  /// Makes a measurement.
  public init(
    ours: MeasuredValue? = nil,
    supplier: MeasuredValue? = nil,
    sampleSize: Int64? = nil,
    isExcluded: Bool = false,
    isInDispute: Bool = false,
    decided: Source? = nil
  ) {
    self.ours = ours
    self.supplier = supplier
    self.sampleSize = sampleSize
    self.isExcluded = isExcluded
    self.isInDispute = isInDispute
    self.decided = decided
  }
}

/// How a measurement stands to its target.
///
/// The raw values are for storage.
public enum MeasurementState: String, Sendable, CaseIterable {
  /// The target was met.
  case met
  /// The target was missed.
  case missed
  /// There is no value; that is not met.
  case noData
  /// The period does not count.
  case excluded
  /// Our value and the supplier's differ, or a dispute is open, until it is decided.
  case disputed
}

/// A measurement judged against its target.
public struct JudgedMeasurement: Hashable, Sendable {
  /// How it stands to the target.
  public let state: MeasurementState
  /// The exact value that counts, in the unit of the target; nil unless met or missed.
  public let value: Fraction?
  /// Whether it comes from fewer cases than the least sample.
  public let isSmallSample: Bool

  /// Makes a judgement that is known from elsewhere.
  public init(state: MeasurementState, value: Fraction? = nil, isSmallSample: Bool = false) {
    self.state = state
    self.value = value
    self.isSmallSample = isSmallSample
  }

  /// Whether it counts as a miss for the rule of repeated misses.
  public var isMiss: Bool { state == .missed && !isSmallSample }

  /// Whether it counts as met for the rule of repeated misses.
  public var isMet: Bool { state == .met && !isSmallSample }
}
