/// What is credited for a period.
public struct CreditAccrual: Hashable, Sendable {
  /// The exact credit of each item in units of the currency, in the given order; nil where there
  /// is no data or a dispute, so that it cannot be told yet.
  public let parts: [Fraction?]
  /// The exact credits that can be told, combined.
  public let combined: Fraction
  /// The exact credit after cap and minimum.
  public let payable: Fraction
  /// The credit, rounded once.
  public let amount: Money
  /// The names of the items whose credit cannot be told yet, in the given order.
  public let undetermined: [String]
}

/// An accrual together with the steps that led to it.
public struct CreditExplanation: Hashable, Sendable {
  /// The result, the same as without explanation.
  public let accrual: CreditAccrual
  /// The steps as English sentences with numbers, in the order in which they were taken.
  public let sentences: [String]
}
