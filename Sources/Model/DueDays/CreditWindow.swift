/// A credit that a rule gives for a measurement, and until when it can be claimed.
public struct CreditWindow: Sendable {
  /// How a credit stands.
  public enum Standing: Hashable, Sendable {
    /// Somebody waived it.
    case waived(by: String)
    /// It was settled on the day.
    case settled(on: CivilDay)
    /// It can or could be claimed until a day.
    case claimable(CreditClaimWindow, claimedOn: CivilDay?)
    /// No calendar says until when it can be claimed.
    case unknown
  }

  /// What was measured.
  public let measurement: Measurement
  /// The credit.
  public let amount: CreditAmount
  /// How it stands.
  public let standing: Standing

  /// The period for which it is due.
  public var period: Term {
    Term(startsOn: measurement.periodStart, endsOn: measurement.periodEnd)
  }

  /// By what windows are reckoned.
  public struct Terms: Sendable {
    /// The day for which we answer.
    public var day: CivilDay
    /// What holds where the rule says nothing.
    public var defaults: CreditDefaults
    /// How long after a period its credit can be claimed, where the rule says nothing.
    public var claim: Period
    /// How measurements are judged.
    public var misses: MissTerms
    /// The calendar of business days where the contract has none; nil if none is known.
    public var calendar: BusinessCalendar?

    /// Makes terms.
    public init(
      on day: CivilDay,
      _ defaults: CreditDefaults,
      claim: Period,
      _ misses: MissTerms,
      _ calendar: BusinessCalendar?
    ) {
      self.day = day
      self.defaults = defaults
      self.claim = claim
      self.misses = misses
      self.calendar = calendar
    }
  }

  /// The credits of a rule for a target in the last finished periods, in order of period; nil for
  /// a target whose bounds or first day are not known.
  public static func all(
    _ rule: CreditRule,
    _ target: ServiceLevelTarget,
    _ contract: AgreementFile,
    _ terms: Terms
  ) -> [Self]? {
    let measured = contract.measurements(of: target)
    guard let bounds = target.terms(minimumSample: terms.misses.minimumSample),
      let series = PeriodSeries(target, contract, measured)
    else { return nil }
    let recent = series.finished(before: terms.day, most: terms.misses.lookBack)
    return measured.filter { one in recent.contains { $0.startsOn == one.periodStart } }
      .compactMap { measurement in
        let judged = bounds.judge(ServiceMeasurement(measurement))
        return CreditAmount(rule, judged, bounds.comparison, terms.defaults).map { amount in
          let standing = standing(rule, measurement, contract, terms)
          return Self(measurement: measurement, amount: amount, standing: standing)
        }
      }
  }

  private static func standing(
    _ rule: CreditRule,
    _ measurement: Measurement,
    _ contract: AgreementFile,
    _ terms: Terms
  ) -> Standing {
    let claim = contract.records[CreditClaim.self].first {
      $0.creditRule == rule.id && $0.periodStart == measurement.periodStart
    }
    if let waivedBy = claim?.waivedBy { return .waived(by: waivedBy) }
    if let settledOn = claim?.settledOn, settledOn <= terms.day { return .settled(on: settledOn) }
    let end = measurement.periodEnd
    let calendar = contract.calendar ?? terms.calendar
    let days =
      rule.claimDays.map { Int(clamping: $0) }
      ?? (try? end.adding(terms.claim, calendar)).map { end.days(to: $0) }
    guard let days else { return .unknown }
    let window = CreditClaimWindow(periodEnd: end, claimDays: days)
    return .claimable(window, claimedOn: claim?.claimedOn)
  }
}
