// The words of how a service credit came about.
extension StepRecorder {
  func noCredit(_ item: CreditItem, because reason: String) {
    add("\(item.name): no credit, \(reason).")
  }

  func undetermined(_ item: CreditItem) {
    let reason = item.judged.state == .disputed ? "the value is disputed" : "there is no value"
    add("\(item.name): the credit cannot be told, \(reason).")
  }

  func fixed(_ item: CreditItem, _ sum: Money, _ credit: Fraction) {
    let failures = item.failures == 1 ? "one failure" : "\(item.failures) failures"
    add("\(item.name): \(failures) at \(sum): \(amount(credit, sum)).")
  }

  func banded(
    _ item: CreditItem,
    _ value: Fraction,
    _ band: CreditBands.Band,
    _ charge: Money,
    _ credit: Fraction
  ) {
    add(
      "\(item.name): \(value.exactText()) lies in the band from \(band.lowerBound.exactText()), "
        + "\(band.credit.exactText) of \(charge): \(amount(credit, charge))."
    )
  }

  func linear(
    _ item: CreditItem,
    _ missed: Fraction,
    _ tenths: Fraction,
    _ points: Percentage,
    _ charge: Money,
    _ credit: Fraction
  ) {
    add(
      "\(item.name): missed by \(missed.exactText()), full tenths \(tenths) "
        + "at \(points.exactText) of \(charge): \(amount(credit, charge))."
    )
  }

  func proportional(
    _ item: CreditItem,
    _ share: Percentage,
    _ factor: Fraction,
    _ charge: Money,
    _ credit: Fraction
  ) {
    add(
      "\(item.name): downtime \(share.exactText) of \(charge), times \(factor.exactText()): "
        + "\(amount(credit, charge))."
    )
  }

  func combined(_ count: Int, _ terms: CreditTerms, _ credit: Fraction) {
    let word = terms.combination == .sum ? "sum" : "highest"
    add("The \(word) of \(count) credits is \(amount(credit, terms.charge)).")
  }

  func capped(_ credit: Fraction, _ cap: Percentage, _ charge: Money, _ limit: Fraction) {
    let effect = credit > limit ? "more is not credited" : "not exceeded"
    add("The cap of \(cap.exactText) of \(charge) is \(amount(limit, charge)): \(effect).")
  }

  func belowMinimum(_ minimum: Money) {
    add("Less than the minimum of \(minimum) is not credited.")
  }

  func rounded(_ terms: CreditTerms, to result: Money) {
    add("Rounded \(terms.rounding.words): \(result).")
  }

  private func amount(_ exact: Fraction, _ like: Money) -> String {
    "\(exact.exactText(least: like.currency.exponent)) \(like.currency.code)"
  }
}
