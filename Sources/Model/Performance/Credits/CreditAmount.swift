/// What holds for credits where their rule says nothing.
public struct CreditDefaults: Hashable, Sendable {
  /// The most that is credited, of the charge; nil is without cap.
  public var cap: Percentage?
  /// How the end result is rounded.
  public var rounding: Rounding

  /// Makes defaults.
  public init(cap: Percentage?, rounding: Rounding) {
    self.cap = cap
    self.rounding = rounding
  }
}

/// What a rule credits for one measurement, by itself.
public enum CreditAmount: Hashable, Sendable {
  /// The credit, capped and rounded.
  case known(Money)
  /// The charge or the shape of the credit is not recorded or cannot be read.
  case unknown

  /// Reckons the credit; nil if there is none.
  public init?(
    _ rule: CreditRule,
    _ judged: JudgedMeasurement,
    _ comparison: ServiceLevelComparison,
    _ defaults: CreditDefaults
  ) {
    let isMissed = judged.state == .missed
    guard isMissed || judged.state == .met && rule.shape == .bands else { return nil }
    guard let shape = rule.creditShape, let terms = rule.terms(defaults),
      let accrual = try? terms.accrual(of: [
        CreditItem(rule.reference, shape: shape, comparison: comparison, judged: judged)
      ])
    else {
      guard isMissed else { return nil }
      self = .unknown
      return
    }
    guard accrual.amount.minorUnits > 0 else { return nil }
    self = .known(accrual.amount)
  }

  /// The amount in a message.
  public var words: String {
    switch self {
    case .known(let money): money.description
    case .unknown: "of an amount not known"
    }
  }
}

extension CreditRule {
  /// The terms by which it is reckoned; nil if they are not recorded or contradict each other.
  fileprivate func terms(_ defaults: CreditDefaults) -> CreditTerms? {
    guard let charge = charge ?? (shape == .fixed ? amount : nil) else { return nil }
    return try? CreditTerms(
      charge: charge,
      cap: cap(defaults),
      minimum: minimum,
      rounding: rounding.flatMap { Model.Rounding(rawValue: $0.rawValue) } ?? defaults.rounding
    )
  }

  /// The cap; none for a fixed sum whose period has no charge recorded.
  private func cap(_ defaults: CreditDefaults) -> Percentage? {
    if charge == nil { return nil }
    if let capPercent { return Percentage(points: Fraction(capPercent)) }
    return defaults.cap
  }

  /// How it is reckoned; nil if that is not recorded or cannot be read.
  fileprivate var creditShape: CreditShape? {
    switch shape {
    case .bands: bands.flatMap { try? CreditBands($0) }.map { .bands($0) }
    case .linear: points.map { .linear(points: Percentage(points: Fraction($0))) }
    case .proportional:
      factor.map { .proportional(factor: Fraction($0), excessOnly: false) }
    case .fixed: amount.map { .fixed($0) }
    }
  }
}
