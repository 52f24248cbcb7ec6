/// What an agreement says about the service credits of a period.
///
/// The order is fixed: each credit is reckoned exactly, the credits are combined, capped, dropped
/// below the minimum, and rounded once, at the end.
public struct CreditTerms: Hashable, Sendable {
  /// What the period costs.
  public let charge: Money
  /// Whether all credits of a period count or only the highest one.
  public let combination: CreditRule.Combination
  /// The most that is credited, of the charge; nil is without cap.
  public let cap: Percentage?
  /// Below it nothing is credited; nil is without minimum.
  public let minimum: Money?
  /// How the end result is rounded to minor units.
  public let rounding: Rounding

  /// Makes terms; unless given otherwise credits are added, capped at 15 % and rounded half away
  /// from zero.
  ///
  /// - Throws: ``CreditProblem`` for a charge or minimum below zero, a minimum in another currency,
  ///   and a cap that is not from 0 % to 100 %.
  public init(
    charge: Money,
    combination: CreditRule.Combination = .sum,
    cap: Percentage? = Percentage(points: 15),
    minimum: Money? = nil,
    rounding: Rounding = .halfAwayFromZero
  ) throws(CreditProblem) {
    if let cap, !cap.isPart { throw .capOutOfRange(cap.exactText) }
    for amount in [charge, minimum].compactMap(\.self) {
      guard amount.currency == charge.currency else { throw .otherCurrency(amount.currency.code) }
      guard amount.minorUnits >= 0 else { throw .negative }
    }
    self.charge = charge
    self.combination = combination
    self.cap = cap
    self.minimum = minimum
    self.rounding = rounding
  }

  /// What is credited for a period.
  ///
  /// - Throws: ``CreditProblem`` if a rule cannot be applied.
  public func accrual(of items: [CreditItem]) throws(CreditProblem) -> CreditAccrual {
    try CreditComputation(terms: self, steps: nil).accrual(of: items)
  }

  /// What is credited for a period, and by which steps that was found.
  ///
  /// The accrual is that of ``accrual(of:)``.
  ///
  /// - Throws: ``CreditProblem`` if a rule cannot be applied.
  public func explanation(of items: [CreditItem]) throws(CreditProblem) -> CreditExplanation {
    let steps = StepRecorder()
    let accrual = try CreditComputation(terms: self, steps: steps).accrual(of: items)
    return CreditExplanation(accrual: accrual, sentences: steps.sentences)
  }
}
