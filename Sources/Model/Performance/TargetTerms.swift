/// A number to be reached, and how a measurement is judged against it.
///
/// ``ServiceLevelTarget`` is the record of it; this is what its arithmetic needs.
public struct TargetTerms: Hashable, Sendable {
  /// What the value must be.
  public let comparison: ServiceLevelComparison
  /// What the whole of a ratio counts in the unit of the target: 100 in percent.
  public let scale: Int64
  /// The least number of cases; a value from fewer is flagged.
  public let minimumSample: Int64
  /// By how much our value and the supplier's may differ, in the unit of the target.
  public let tolerance: Fraction

  /// Makes a target; by default in percent, with a least sample of 5 and without tolerance.
  public init(
    _ comparison: ServiceLevelComparison,
    scale: Int64 = 100,
    minimumSample: Int64 = 5,
    tolerance: Fraction = .zero
  ) {
    self.comparison = comparison
    self.scale = scale
    self.minimumSample = minimumSample
    self.tolerance = tolerance
  }

  /// Judges a measurement.
  ///
  /// An excluded period stays excluded whatever was measured. Where both values are there, they
  /// must lie within the tolerance, or it is disputed until it is decided whose counts; within the
  /// tolerance ours counts. A dispute that is open keeps it disputed. Without a value there is no
  /// data, and no data is not met.
  public func judge(_ measurement: ServiceMeasurement) -> JudgedMeasurement {
    if measurement.isExcluded { return JudgedMeasurement(state: .excluded) }
    if measurement.isInDispute || isContradictory(measurement) {
      return JudgedMeasurement(state: .disputed)
    }
    guard let measured = counting(in: measurement), let value = measured.number(scale: scale) else {
      return JudgedMeasurement(state: .noData)
    }
    let sample = measurement.sampleSize ?? measured.cases
    return JudgedMeasurement(
      state: comparison.isMet(by: value) ? .met : .missed,
      value: value,
      isSmallSample: sample.map { $0 < minimumSample } ?? false
    )
  }

  /// Whether both values are there, differ by more than the tolerance, and nobody decided.
  private func isContradictory(_ measurement: ServiceMeasurement) -> Bool {
    guard measurement.decided == nil, let ours = measurement.ours?.number(scale: scale),
      let theirs = measurement.supplier?.number(scale: scale)
    else { return false }
    return (ours - theirs).magnitude > tolerance
  }

  /// The value that counts: the one decided for, else ours, else the supplier's.
  private func counting(in measurement: ServiceMeasurement) -> MeasuredValue? {
    switch measurement.decided {
    case .ours: return measurement.ours
    case .supplier: return measurement.supplier
    case nil: break
    }
    if measurement.ours?.number(scale: scale) != nil { return measurement.ours }
    return measurement.supplier
  }
}
