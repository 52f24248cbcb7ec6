/// Carries out the steps of ``CreditTerms``, taking them down if somebody wants to know.
struct CreditComputation {
  let terms: CreditTerms
  let steps: StepRecorder?

  func accrual(of items: [CreditItem]) throws(CreditProblem) -> CreditAccrual {
    var parts: [Fraction?] = []
    for item in items { parts.append(try credit(of: item)) }
    let known = parts.compactMap(\.self)
    let combined =
      terms.combination == .sum ? known.reduce(.zero, +) : known.max() ?? .zero
    if known.count > 1 { steps?.combined(known.count, terms, combined) }
    let payable = afterMinimum(capped(combined))
    let amount = Money(exact: payable, rounding: terms.rounding, currency: terms.charge.currency)
    guard let amount else { throw .tooLarge }
    steps?.rounded(terms, to: amount)
    return CreditAccrual(
      parts: parts,
      combined: combined,
      payable: payable,
      amount: amount,
      undetermined: zip(items, parts).filter { $1 == nil }.map(\.0.name)
    )
  }

  /// The exact credit in units of the currency, or nil if it cannot be told.
  private func credit(of item: CreditItem) throws(CreditProblem) -> Fraction? {
    guard item.judged.state != .excluded else {
      steps?.noCredit(item, because: "the period is excluded")
      return .zero
    }
    guard item.judged.state == .met || item.judged.state == .missed else {
      steps?.undetermined(item)
      return nil
    }
    if case .fixed(let sum) = item.shape { return try fixed(sum, item) }
    guard let value = item.judged.value else {
      steps?.undetermined(item)
      return nil
    }
    if case .bands(let bands) = item.shape { return try banded(bands, value, item) }
    guard item.judged.state == .missed else {
      steps?.noCredit(item, because: "the target is met")
      return .zero
    }
    return try measured(value, item)
  }

  private func fixed(_ sum: Money, _ item: CreditItem) throws(CreditProblem) -> Fraction {
    guard sum.currency == terms.charge.currency else { throw .otherCurrency(sum.currency.code) }
    guard sum.minorUnits >= 0, item.failures >= 0 else { throw .negative }
    guard item.judged.state == .missed else {
      steps?.noCredit(item, because: "the target is met")
      return .zero
    }
    let credit = sum.exact * Fraction(item.failures)
    steps?.fixed(item, sum, credit)
    return credit
  }

  private func banded(
    _ bands: CreditBands,
    _ value: Fraction,
    _ item: CreditItem
  ) throws(CreditProblem) -> Fraction {
    guard let band = bands.band(of: value) else {
      throw .belowBands(name: item.name, value: value.exactText())
    }
    let credit = terms.charge.exact * band.credit.share
    steps?.banded(item, value, band, terms.charge, credit)
    return credit
  }

  private func measured(_ value: Fraction, _ item: CreditItem) throws(CreditProblem) -> Fraction {
    let missed = item.comparison.shortfall(of: value)
    switch item.shape {
    case .linear(let points):
      guard !points.share.isNegative else { throw .negative }
      let tenths = (missed * 10).roundedDown
      let credit = terms.charge.exact * points.share * tenths
      steps?.linear(item, missed, tenths, points, terms.charge, credit)
      return credit
    case .proportional(let factor, let excessOnly):
      guard !factor.isNegative else { throw .negative }
      let share = Percentage(points: excessOnly ? missed : 100 - value)
      let credit = terms.charge.exact * share.share * factor
      steps?.proportional(item, share, factor, terms.charge, credit)
      return credit
    case .bands, .fixed: return .zero
    }
  }

  private func capped(_ credit: Fraction) -> Fraction {
    guard let cap = terms.cap else { return credit }
    let limit = terms.charge.exact * cap.share
    steps?.capped(credit, cap, terms.charge, limit)
    return min(credit, limit)
  }

  private func afterMinimum(_ credit: Fraction) -> Fraction {
    guard let minimum = terms.minimum, !credit.isZero, credit < minimum.exact else { return credit }
    steps?.belowMinimum(minimum)
    return .zero
  }
}

extension Money {
  /// The exact amount in units of the currency: 1234.5 for EUR 1,234.50.
  var exact: Fraction {
    Fraction(minorUnits) * (Fraction.powerOfTen(currency.exponent).reciprocal ?? .one)
  }

  /// Rounds an exact amount in units of the currency; nil if it does not fit.
  init?(exact: Fraction, rounding: Rounding, currency: Currency) {
    let units = (exact * Fraction.powerOfTen(currency.exponent)).rounded(rounding)
    guard let minorUnits = units.wholeNumber else { return nil }
    self.init(minorUnits: minorUnits, currency: currency)
  }
}
