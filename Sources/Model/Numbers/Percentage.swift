/// An exact percentage, such as 99.95 %.
///
/// It may lie below 0 % and above 100 %; where that makes no sense the user of it says so. It is
/// compared by its exact value and never by its display.
public struct Percentage: Hashable, Sendable, Comparable {
  /// The part of one: 0.9995 for 99.95 %.
  public let share: Fraction

  /// 0 %.
  public static let zero = Self(share: .zero)
  /// 100 %.
  public static let whole = Self(share: .one)

  /// Makes a percentage from a part of one.
  public init(share: Fraction) { self.share = share }

  /// Makes a percentage from hundredths: 99.95 for 99.95 %.
  public init(points: Fraction) { share = points * Self.hundredth }

  /// Reads hundredths as a decimal number, with or without a percent sign, such as `99.95` or
  /// `99.95 %`.
  ///
  /// - Throws: ``DecimalProblem`` if the text is no such number.
  public init(_ text: String) throws(DecimalProblem) {
    var digits = Substring(text)
    if digits.last == "%" {
      digits.removeLast()
      if digits.last == " " { digits.removeLast() }
    }
    self.init(points: try Fraction(decimal: String(digits)))
  }

  /// The hundredths: 99.95 for 99.95 %.
  public var points: Fraction { share * 100 }

  /// What is missing to 100 %.
  public var rest: Self { Self(share: 1 - share) }

  /// Whether it lies from 0 % to 100 %.
  public var isPart: Bool { !share.isNegative && share <= 1 }

  /// The percentage for display, such as `99.89 %`; rounded down, so that no miss looks met.
  public func text(decimals: Int, _ rounding: Rounding = .down) -> String {
    points.text(decimals: decimals, rounding) + " %"
  }

  /// The percentage with the decimals that it has, such as `99.5 %` or `99.497685… %`.
  public var exactText: String { points.exactText() + " %" }

  /// Whether the left percentage is the smaller one.
  public static func < (left: Self, right: Self) -> Bool { left.share < right.share }

  private static let hundredth = Fraction(known: 1, over: 100)
}
