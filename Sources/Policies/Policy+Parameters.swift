public import Model

extension Policy {
  /// Whole calendar days of a period from a day on; 0 for business days and hours.
  public func days(_ period: Period, from day: CivilDay) -> Int {
    period.days ?? day.days(to: day.adding(period) ?? day)
  }

  /// How reviews move their next due day, as of a day.
  public func reviewBasis(on day: CivilDay) -> ReviewBasis {
    ReviewBasis(on: day, rule: reviews.duePolicy, earlyDays: days(reviews.early, from: day))
  }

  /// How long a report and a gap between two may be, as of a day.
  public func attestationLimits(on day: CivilDay) -> AttestationReport.Limits {
    var limits = AttestationReport.Limits()
    limits.ageMonths = obligations.soc2LargestAge.months ?? limits.ageMonths
    limits.issueGraceDays = days(obligations.soc2IssueGrace, from: day)
    limits.bridgeMonths = obligations.soc2LongestBridge.months ?? limits.bridgeMonths
    return limits
  }

  /// What holds for service credits where their rule says nothing.
  public var creditDefaults: CreditDefaults {
    CreditDefaults(
      cap: Fraction(numerator: credits.cap.millionths, denominator: Share.whole)
        .map { Percentage(share: $0) },
      rounding: credits.rounding
    )
  }

  /// By what the windows for claims are reckoned, as of a day; the calendar counts business days
  /// where a contract has none.
  public func creditTerms(
    on day: CivilDay,
    _ calendar: BusinessCalendar?
  ) -> CreditWindow.Terms {
    CreditWindow.Terms(on: day, creditDefaults, claim: credits.claim, missTerms, calendar)
  }

  /// How measurements and repeated misses are judged.
  public var missTerms: MissTerms {
    MissTerms(
      lookBack: measurements.lookBackPeriods,
      minimumSample: Int64(measurements.leastSample),
      rule: RepeatedMissRule(
        inARow: measurements.missInARow,
        amongRecent: measurements.missOfLastSix,
        reviewWithin: measurements.missPerformanceReview
      ),
      dataLag: measurements.lag
    )
  }

  /// How often exit plans are reviewed and tested.
  public var exitPlanIntervals: ExitPlanDays.Intervals {
    ExitPlanDays.Intervals(
      review: suppliers.exitPlanReview,
      test: suppliers.exitPlanTest,
      testCritical: suppliers.exitPlanTestCritical
    )
  }

  /// How often it is assessed whether suppliers carry an SLA.
  public var alignmentIntervals: AlignmentDue.Intervals {
    AlignmentDue.Intervals(
      every: suppliers.alignmentAssess,
      afterChange: suppliers.alignmentAfterChange
    )
  }

  /// How long the levels of a dispute last.
  public var disputeLadder: DisputeLadder {
    DisputeLadder(times: [disputes.level1, disputes.level2, disputes.level3])
  }

  /// How long the clocks of a complaint may run; nil without a severity, for which no limits hold.
  ///
  /// A receipt at once is one on the day of arrival, and only what comes in writing through a
  /// machine gets one. More time to respond cannot be recorded, so none is given.
  public func targets(for complaint: Complaint) -> Model.ComplaintTargets? {
    guard let severity = complaint.severity.flatMap({ Severity(rawValue: $0.rawValue) })
    else { return nil }
    let target = complaintTargets[severity]
    let hasReceipt = complaint.channel == .mail || complaint.channel == .portal
    return Model.ComplaintTargets(
      receipt: hasReceipt ? target.receipt.map { $0.isZero ? .zero : $0 } : nil,
      acknowledge: target.acknowledge,
      assess: target.assess,
      respond: target.respond,
      resolve: target.resolve,
      update: target.update,
      consent: consentWait(for: severity)
    )
  }
}
