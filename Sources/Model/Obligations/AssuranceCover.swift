/// Days for which something proves what it says: a certificate, an insurance policy, a test.
///
/// Only accepted proof counts, from the day of its acceptance.
public struct AssuranceCover: Hashable, Sendable {
  /// The first day.
  public let validFrom: CivilDay
  /// The last day.
  public let validThrough: CivilDay
  /// The day on which we accepted it; nil if we have not.
  public let acceptedOn: CivilDay?
  /// The first day on which it is withdrawn; nil if it is not.
  public let withdrawnOn: CivilDay?
  /// The days on which its yearly surveillance was confirmed; nil if none is asked for.
  public let surveyedOn: [CivilDay]?

  /// Makes a cover.
  private init(
    _ days: Term,
    acceptedOn: CivilDay?,
    withdrawnOn: CivilDay? = nil,
    surveyedOn: [CivilDay]? = nil
  ) {
    validFrom = days.startsOn
    validThrough = days.endsOn
    self.acceptedOn = acceptedOn
    self.withdrawnOn = withdrawnOn
    self.surveyedOn = surveyedOn
  }

  /// A certificate of a management system.
  ///
  /// With surveillance it holds through the day twelve months after its first day or after the
  /// last day on which surveillance was confirmed.
  public static func certificate(
    _ days: Term,
    acceptedOn: CivilDay?,
    withdrawnOn: CivilDay? = nil,
    surveyedOn: [CivilDay]? = nil
  ) -> Self {
    Self(days, acceptedOn: acceptedOn, withdrawnOn: withdrawnOn, surveyedOn: surveyedOn)
  }

  /// An insurance policy.
  ///
  /// The result is nil if a limit is agreed and that of the policy is not known, below it or in
  /// another currency, and if the insured is not the party of the contract.
  public static func insurance(
    _ days: Term,
    limit: Money?,
    agreed: Money?,
    insuredIsParty: Bool,
    acceptedOn: CivilDay?
  ) -> Self? {
    guard insuredIsParty else { return nil }
    if let agreed {
      guard let limit, limit.currency == agreed.currency, limit.minorUnits >= agreed.minorUnits
      else { return nil }
    }
    return Self(days, acceptedOn: acceptedOn)
  }

  /// A test or review that counts for twelve months, such as a penetration test.
  ///
  /// It holds through the day twelve months later. The result is nil if what was found has no
  /// plan.
  public static func yearly(
    on day: CivilDay,
    hasPlan: Bool,
    acceptedOn: CivilDay?
  ) -> Self? {
    guard hasPlan else { return nil }
    return Self(Term(startsOn: day, endsOn: day.addingMonths(12)), acceptedOn: acceptedOn)
  }

  /// The days that count as of a day; nil if it is not accepted by then, or was withdrawn before
  /// it began.
  private func days(knownOn day: CivilDay) -> Term? {
    guard let acceptedOn, acceptedOn <= day else { return nil }
    var end = validThrough
    if let withdrawnOn, withdrawnOn <= day { end = min(end, withdrawnOn.adding(days: -1)) }
    if let surveyedOn { end = min(end, surveyed(surveyedOn.filter { $0 <= day })) }
    return validFrom <= end ? Term(startsOn: validFrom, endsOn: end) : nil
  }

  private func surveyed(_ confirmed: [CivilDay]) -> CivilDay {
    (confirmed.max() ?? validFrom).addingMonths(12)
  }

  /// Whether any of the covers holds at the end of a day.
  ///
  /// Covers that follow each other without a free day count as one. It is due soon, and the next
  /// one is asked for, from `leadDays` calendar days before the last day.
  public static func standing(
    of covers: some Sequence<Self>,
    on day: CivilDay,
    leadDays: Int
  ) -> AssuranceStanding {
    let spans = united(covers.compactMap { $0.days(knownOn: day) })
    guard let end = spans.last(where: { $0.startsOn <= day })?.endsOn else {
      return AssuranceStanding(.missing)
    }
    let chaseOn = end.adding(days: -leadDays)
    let state: AssuranceStanding.State
    if end < day {
      state = .invalid(since: end.adding(days: 1))
    } else {
      state = day < chaseOn ? .valid : .dueSoon
    }
    return AssuranceStanding(state, validThrough: end, chaseOn: chaseOn)
  }

  /// The spans in order, those that overlap or follow each other as one.
  private static func united(_ spans: [Term]) -> [Term] {
    spans.sorted { $0.startsOn < $1.startsOn }.reduce(into: []) { united, span in
      guard let last = united.last, span.startsOn <= last.endsOn.adding(days: 1) else {
        united.append(span)
        return
      }
      let end = max(last.endsOn, span.endsOn)
      united[united.count - 1] = Term(startsOn: last.startsOn, endsOn: end)
    }
  }
}
