extension Alignment {
  /// Compares the most that we may owe the customer for a period with the most that we may claim
  /// behind it; nil if the SLA has no credit rules.
  ///
  /// A miss of the customer's target need not be a miss of a supplier's, so this is exposure and no
  /// forecast.
  func creditsLink(_ sla: AgreementFile, _ sources: [ServiceNeeds.Source]) -> AlignmentLink? {
    let rules = sla.records[CreditRule.self]
    guard !rules.isEmpty else { return nil }
    let claims = sources.map(\.agreement).filter(\.isActive)
    let records =
      rules.map(\.reference) + claims.flatMap { $0.records[CreditRule.self] }.map(\.reference)
    let title = "Service credits of a period"
    func unknown(_ promised: Money?, _ reason: String) -> AlignmentLink {
      .unknown(.credits, title, promised: promised.map { .money($0) }, reason, records: records)
    }
    do throws(Reason) {
      guard let owed = try Self.most(sla) else { return nil }
      var claimable = Money(minorUnits: 0, currency: owed.currency)
      for agreement in claims {
        guard let most = try Self.most(agreement) else { continue }
        guard let sum = claimable.adding(most) else {
          return unknown(owed, "Credits are in \(owed.currency.code) and \(most.currency.code).")
        }
        claimable = sum
      }
      let lack = owed.minorUnits - claimable.minorUnits
      return AlignmentLink(
        .credits,
        title,
        promised: .money(owed),
        carried: .money(claimable),
        lack > 0 ? .gap(.money(Money(minorUnits: lack, currency: owed.currency))) : .aligned,
        reason: "The most that may be owed, and the most that may be claimed.",
        records: records
      )
    } catch {
      return unknown(nil, error.sentence)
    }
  }

  /// The most that an agreement credits for a period; nil without credit rules.
  ///
  /// Several rules of one charge have one cap, so the largest counts for `highest`, and for `sum`
  /// the sum, at most the largest cap.
  private static func most(_ agreement: AgreementFile) throws(Reason) -> Money? {
    let rules = agreement.records[CreditRule.self]
    var amounts: [(most: Fraction, cap: Fraction?, currency: Currency)] = []
    for rule in rules { amounts.append(try most(rule)) }
    guard let first = amounts.first else { return nil }
    guard amounts.allSatisfy({ $0.currency == first.currency }) else {
      throw Reason("The credits of \(agreement.reference) are in several currencies.")
    }
    let isHighest = rules.contains { $0.combination == .highest }
    var most = isHighest ? amounts.map(\.most).max() ?? .zero : amounts.map(\.most).reduce(.zero, +)
    let caps = amounts.compactMap(\.cap)
    if caps.count == amounts.count, let cap = caps.max() { most = min(most, cap) }
    guard let money = Money(exact: most, rounding: .halfAwayFromZero, currency: first.currency)
    else { throw Reason("The credits of \(agreement.reference) do not fit the largest amount.") }
    return money
  }

  /// The most that one rule credits, and its cap.
  private static func most(
    _ rule: CreditRule
  ) throws(Reason) -> (most: Fraction, cap: Fraction?, currency: Currency) {
    let bands = rule.bands.flatMap { try? CreditBands($0) }
    let cap = rule.capPercent.flatMap { percent in
      rule.charge.map { $0.exact * Percentage(points: Fraction(percent)).share }
    }
    let highest: Fraction? =
      switch rule.shape {
      case .bands:
        rule.charge.flatMap { charge in
          bands?.bands.map(\.credit.share).max().map { charge.exact * $0 }
        }
      case .proportional:
        rule.charge.flatMap { charge in
          rule.factor.map { charge.exact * Fraction($0) }
        }
      case .linear, .fixed: nil
      }
    guard let currency = (rule.charge ?? rule.amount)?.currency,
      let most = [highest, cap].compactMap(\.self).min()
    else { throw Reason("What credit rule \(rule.reference) credits at most is not known.") }
    return (most, cap, currency)
  }
}
