/// How many cases of all had some property.
///
/// Formula: percentage = numerator ÷ denominator. Without cases there is no percentage, neither
/// 0 % nor 100 %.
public struct CaseRatio: Hashable, Sendable {
  /// The number of cases with the property.
  public let numerator: Int
  /// The number of all cases.
  public let denominator: Int

  /// Makes a ratio from two counts.
  public init(_ numerator: Int, of denominator: Int) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Counts the cases that have the property among all.
  public init<Case>(of cases: [Case], where hasProperty: (Case) -> Bool) {
    self.init(cases.count(where: hasProperty), of: cases.count)
  }

  /// The exact percentage, or nil without cases.
  public var percentage: Percentage? {
    Fraction(numerator: numerator, denominator: denominator).map { Percentage(share: $0) }
  }

  /// The percentage for display, rounded down, or `no cases`.
  public func text(decimals: Int) -> String {
    percentage?.text(decimals: decimals) ?? "no cases"
  }
}
