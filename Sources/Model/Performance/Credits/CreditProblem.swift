/// Why a service credit cannot be reckoned.
public enum CreditProblem: Error, Hashable, Sendable {
  /// A ladder has no bands.
  case noBands
  /// A part of a list of bands is not a bound and a per cent.
  case notABand(String)
  /// Two bands begin at the same bound.
  case sameBound(String)
  /// A band credits less than 0 % or more than 100 %.
  case creditOutOfRange(String)
  /// The value of the named item lies below all bands.
  case belowBands(name: String, value: String)
  /// The cap is not from 0 % to 100 %.
  case capOutOfRange(String)
  /// An amount is in another currency than the charge.
  case otherCurrency(String)
  /// A charge, minimum, fixed sum, factor, number of points or number of failures is below zero.
  case negative
  /// The credit does not fit the largest amount.
  case tooLarge

  /// The reason as a sentence.
  public var sentence: String {
    switch self {
    case .noBands: "The ladder of credits has no bands."
    case .notABand(let text):
      "“\(text)” is not a lower bound, a colon and a per cent, such as 99.50:5."
    case .sameBound(let bound): "Two bands begin at \(bound)."
    case .creditOutOfRange(let credit): "A band credits \(credit); it must be from 0 % to 100 %."
    case .belowBands(let name, let value): "\(name): no band holds the value \(value)."
    case .capOutOfRange(let cap): "The cap is \(cap); it must be from 0 % to 100 %."
    case .otherCurrency(let code):
      "An amount is in \(code), which is not the currency of the charge."
    case .negative: "A number of a credit rule is below zero."
    case .tooLarge: "The credit does not fit the largest amount."
    }
  }
}
