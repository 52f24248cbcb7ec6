extension Alignment {
  /// Compares how long the customer's agreement runs with how long one behind it does.
  ///
  /// What renews by itself, and to which no notice was given, counts until its latest possible
  /// end, like what has no end: how it can be ended is a matter of notice.
  func termLink(_ sla: AgreementFile, _ source: ServiceNeeds.Source) -> AlignmentLink {
    let title = "Term, \(source.label)"
    let records = [sla.reference, source.agreement.reference]
    guard let wanted = LastDay(of: sla) else {
      let reason = "The end of SLA \(sla.reference) is not known."
      return .unknown(.term, title, promised: nil, reason, records: records)
    }
    let promised = AlignmentValue.lastDay(wanted.day)
    guard source.agreement.isActive, let given = LastDay(of: source.agreement) else {
      let reason =
        source.agreement.isActive
        ? "The end of the \(source.label) is not known." : "The \(source.label) is not in force."
      return .unknown(.term, title, promised: promised, reason, records: records)
    }
    let verdict: AlignmentVerdict =
      switch (wanted.day, given.day) {
      case (_, nil): .aligned
      case (nil, _?): .gap(nil)
      case (let wanted?, let given?):
        given < wanted ? .gap(.days(given.days(to: wanted))) : .aligned
      }
    return AlignmentLink(
      .term,
      title,
      promised: promised,
      carried: .lastDay(given.day),
      verdict,
      reason: "",
      records: records
    )
  }

  /// Compares the notice that we have to give the customer with that which the supplier has to
  /// give us.
  ///
  /// Periods of different units are compared from each day of the year that begins on the day.
  func noticeLink(_ sla: AgreementFile, _ source: ServiceNeeds.Source) -> AlignmentLink {
    let title = "Notice, \(source.label)"
    let records = [sla.reference, source.agreement.reference]
    func unknown(_ reason: String) -> AlignmentLink {
      .unknown(.notice, title, promised: nil, reason, records: records)
    }
    guard let ours = sla.terms.noticePeriod else {
      return unknown("SLA \(sla.reference) does not say how long before its end we give notice.")
    }
    guard let theirs = source.agreement.noticePeriodTheirs else {
      return unknown("The \(source.label) does not say how long before its end they give notice.")
    }
    do throws(CalendarGap) {
      guard let lack = try lack(of: theirs, source.agreement.calendar, against: ours, sla.calendar)
      else { return unknown("Notice of \(ours) and \(theirs) cannot be compared.") }
      return AlignmentLink(
        .notice,
        title,
        promised: .number(Fraction(ours.count), unit: ours.unit.rawValue),
        carried: .number(Fraction(theirs.count), unit: theirs.unit.rawValue),
        lack > 0 ? .gap(.days(lack)) : .aligned,
        reason: "We give \(ours.words), they give \(theirs.words).",
        records: records
      )
    } catch {
      return unknown(error.sentence)
    }
  }

  /// By how many days one period is at most shorter than the other; nil for business hours and for
  /// business days without a calendar.
  private func lack(
    of given: Period,
    _ givenCalendar: BusinessCalendar?,
    against wanted: Period,
    _ wantedCalendar: BusinessCalendar?
  ) throws(CalendarGap) -> Int? {
    if given.unit == wanted.unit, given.count >= wanted.count { return 0 }
    var most = 0
    for number in year.startsOn.number...year.endsOn.number {
      let start = CivilDay(number: number)
      let given = try Self.end(of: given, from: start, givenCalendar)
      let wanted = try Self.end(of: wanted, from: start, wantedCalendar)
      guard let given, let wanted else { return nil }
      most = max(most, given.days(to: wanted))
    }
    return most
  }

  private static func end(
    of period: Period,
    from day: CivilDay,
    _ calendar: BusinessCalendar?
  ) throws(CalendarGap) -> CivilDay? {
    if period.unit == .businessDay { return try calendar?.adding(period, to: day) }
    return day.adding(period)
  }
}

/// The last day on which an agreement holds as things stand.
private struct LastDay {
  /// The day, or nil without end.
  let day: CivilDay?

  /// Makes the day; the result is nil if it is not known.
  init?(of agreement: AgreementFile) {
    let (terms, standing) = (agreement.terms, agreement.standing)
    if standing.status == .active, terms.renewal == .automatic {
      day = standing.latestPossibleEnd
    } else if let end = standing.termEnd {
      day = end
    } else {
      guard terms.openEnded == true, standing.status == .active else { return nil }
      day = nil
    }
  }
}
