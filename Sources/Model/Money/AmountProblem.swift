/// Why a text is no amount.
public enum AmountProblem: Error, Hashable, Sendable {
  /// There is nothing but blanks.
  case empty
  /// A character does not belong there.
  case notANumber
  /// A group mark stands where none can be, such as in `1,23` with `,` for groups.
  case misplacedGroup
  /// There are more decimals than the currency has, and not all are zeros.
  case tooManyDecimals(allowed: Int)
  /// The amount does not fit 64 bits of minor units.
  case overflow

  /// The reason as a sentence.
  public var sentence: String {
    switch self {
    case .empty: "The amount is empty."
    case .notANumber: "This is not a number."
    case .misplacedGroup: "A group mark is not followed by a group of digits."
    case .tooManyDecimals(let allowed):
      "The amount has more than \(allowed) decimal\(allowed == 1 ? "" : "s")."
    case .overflow: "The amount is too large."
    }
  }
}
