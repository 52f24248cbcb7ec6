import Model

/// Where values lie between the lowest and the highest of them.
struct PictureScale {
  private let lowest: Fraction
  private let span: Fraction

  /// Makes the scale of values; nil without any.
  init?(_ values: [Fraction]) {
    guard let lowest = values.min(), let highest = values.max() else { return nil }
    self.lowest = lowest
    span = highest - lowest
  }

  /// The step on which a value lies, from 0 for the lowest to the last one for the highest; in the
  /// middle if all are equal.
  func step(of value: Fraction, last: Int) -> Int {
    guard let share = (value - lowest).divided(by: span) else { return last / 2 }
    let step = (share * Fraction(last)).roundedDown.wholeNumber ?? 0
    return min(max(0, Int(step)), last)
  }
}
