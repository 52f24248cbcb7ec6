extension ServiceLevelTarget {
  /// How measurements are judged against it; nil for a band without or with a lower upper bound.
  ///
  /// The whole of a ratio counts 1,000,000 for the unit ppm, else 100, as in per cent. The record
  /// has no tolerance, so that two values that differ are in dispute until one is marked measured.
  public func terms(minimumSample: Int64) -> TargetTerms? {
    ServiceLevelComparison(comparison, value: Fraction(value), upper: upper.map { Fraction($0) })
      .map { comparison in
        TargetTerms(
          comparison,
          scale: unit?.lowercased() == "ppm" ? 1_000_000 : 100,
          minimumSample: minimumSample
        )
      }
  }

  /// What is promised: `at least 99.9 %`.
  public var promise: String {
    let unit = unit.map { " \($0)" } ?? ""
    switch comparison {
    case .atLeast: return "at least \(value)\(unit)"
    case .atMost: return "at most \(value)\(unit)"
    case .between: return "\(value) to \(upper.map(\.description) ?? "?")\(unit)"
    }
  }
}

extension ServiceMeasurement {
  /// What a record of a measurement says.
  ///
  /// A value is the supplier's where the record says so, else ours; the other value is the other
  /// side's. A record marked measured is decided: its value counts whatever the other side says.
  public init(_ record: Measurement) {
    let hasData = record.state != .noData
    let own = hasData ? record.measured : nil
    let other = hasData ? record.otherValue.map { MeasuredValue.value(Fraction($0)) } : nil
    let isTheirs = record.source == .supplier
    let isDecided = record.state == .measured && own != nil
    self.init(
      ours: isTheirs ? other : own,
      supplier: isTheirs ? own : other,
      sampleSize: record.sampleSize,
      isExcluded: record.state == .excluded,
      isInDispute: record.state == .disputed,
      decided: isDecided ? (isTheirs ? .supplier : .ours) : nil
    )
  }
}

extension Measurement {
  /// The value, or what was good out of how many; nil if neither is on record.
  fileprivate var measured: MeasuredValue? {
    if let value { return .value(Fraction(value)) }
    guard let numerator, let denominator else { return nil }
    return .ratio(numerator, of: denominator)
  }
}
