/// Finds the ends to which notice is possible, and their days.
struct NoticeSearch {
  let computation: StandingComputation
  let rule: NoticeRule?
  let chain: RenewalChain?
  /// The term that runs on the day; nil for an open-ended agreement.
  let link: RenewalChain.Link?

  private var terms: AgreementTerms { computation.terms }
  private var day: CivilDay { computation.day }
  private var calendar: BusinessCalendar? { computation.calendar }
  private var steps: StepRecorder? { computation.steps }

  /// Fills in the dates of an agreement in force to which no notice was given.
  func fill(_ standing: inout AgreementStanding) throws(DateGap) {
    if terms.renewal == .some(.none) { standing.boundUntil = link?.endsOn }
    guard let rule else { throw .noNoticePeriod }
    if rule.target == .termEnd {
      try fillTermEnd(&standing, rule)
    } else {
      try fillCalendarEnd(&standing, rule)
    }
  }

  /// Fills in the state and the end of an agreement to which notice was given.
  func applyNotice(_ givenOn: CivilDay, to standing: inout AgreementStanding) {
    let end = effectiveEnd(of: givenOn)
    steps?.noticeGiven(givenOn, end: end)
    if let end, end < day {
      standing = computation.over(standing, .ended, end)
      return
    }
    if standing.status == .expired {
      standing = computation.over(standing, .expired, standing.termEnd)
      return
    }
    if standing.status == .active || standing.status == .upcoming { standing.status = .underNotice }
    standing.noticeGap = .noticeGiven
    if let end {
      standing.termEnd = end
      standing.boundUntil = end
      if let term = standing.currentTerm, end < term.endsOn {
        standing.currentTerm = Term(startsOn: term.startsOn, endsOn: end)
      }
    }
  }

  // MARK: Notice to the end of a term

  private func fillTermEnd(
    _ standing: inout AgreementStanding,
    _ rule: NoticeRule
  ) throws(DateGap) {
    guard let link else { throw .noTermEnd }
    let next = chain?.next(after: link)
    if terms.renewal == .some(.none) || (chain != nil && next == nil) {
      standing.boundUntil = link.endsOn
      throw chain == nil ? .endsByItself : .lastTerm
    }
    let deadline = try rule.deadline(lastDay: link.endsOn, calendar: calendar)
    standing.noticeDeadline = deadline
    steps?.deadline(rule, lastDay: link.endsOn, deadline: deadline)
    fillBusinessDays(&standing, rule, deadline)
    if day <= deadline || terms.renewal != .automatic {
      standing.boundUntil = link.endsOn
      standing.boundUntilIfMissed = terms.renewal == .option ? link.endsOn : next?.endsOn
    } else {
      standing.boundUntil = try lateEnd(rule, after: next)
      standing.boundUntilIfMissed = standing.boundUntil
    }
  }

  private func lateEnd(
    _ rule: NoticeRule,
    after next: RenewalChain.Link?
  ) throws(DateGap) -> CivilDay? {
    guard let next else { return nil }
    if try rule.deadline(lastDay: next.endsOn, calendar: calendar) >= day { return next.endsOn }
    return try chainEnd(rule, noticeOn: day)
  }

  /// The last day of the first term whose deadline is the day or later; the last term's if there
  /// is none.
  private func chainEnd(_ rule: NoticeRule, noticeOn day: CivilDay) throws(DateGap) -> CivilDay? {
    guard let chain else { return link?.endsOn }
    var found = chain.link(endingOnOrAfter: firstCandidate(rule, day))
    for _ in 0..<Self.stepLimit {
      if try rule.deadline(lastDay: found.endsOn, calendar: calendar) >= day { break }
      guard let next = chain.next(after: found) else { break }
      found = next
    }
    return found.endsOn
  }

  // MARK: Notice to the end of a month, quarter or year, or to any day

  private func fillCalendarEnd(
    _ standing: inout AgreementStanding,
    _ rule: NoticeRule
  ) throws(DateGap) {
    let end = try firstEnd(rule, onOrAfter: day, byDispatch: true)
    if let last = lastEnd, end >= last {
      standing.boundUntil = last
      throw chain == nil ? .endsByItself : .lastTerm
    }
    steps?.earliestEnd(end, rule.target, onOrAfter: day)
    let deadline = try rule.deadline(lastDay: end, calendar: calendar)
    standing.noticeDeadline = deadline
    steps?.deadline(rule, lastDay: end, deadline: deadline)
    fillBusinessDays(&standing, rule, deadline)
    standing.boundUntil = end
    let next = Self.targetEnd(of: end.adding(days: 1), rule.target)
    standing.boundUntilIfMissed = lastEnd.map { min($0, next) } ?? next
  }

  /// The day on which the agreement ends without notice, or nil if there is none or it is not
  /// known.
  private var lastEnd: CivilDay? {
    switch terms.renewal {
    case .automatic: chain?.last?.endsOn
    default: link?.endsOn
    }
  }

  /// The first possible end to which notice is in time on a day.
  ///
  /// In time is by the day of dispatch if asked and if it can be told, else by the deadline.
  private func firstEnd(
    _ rule: NoticeRule,
    onOrAfter day: CivilDay,
    byDispatch: Bool
  ) throws(DateGap) -> CivilDay {
    var end = Self.targetEnd(of: max(firstCandidate(rule, day), minimumEnd ?? day), rule.target)
    for _ in 0..<Self.stepLimit {
      let deadline = try rule.deadline(lastDay: end, calendar: calendar)
      let limit = byDispatch ? dispatchDay(rule, deadline) ?? deadline : deadline
      if limit >= day { return end }
      if rule.target != .anyTime { steps?.tooEarly(end, dispatchBy: limit) }
      end = Self.targetEnd(of: end.adding(days: 1), rule.target)
    }
    throw .outOfRange
  }

  private func dispatchDay(_ rule: NoticeRule, _ deadline: CivilDay) -> CivilDay? {
    guard let safe = try? rule.safeDay(for: deadline, calendar: calendar) else { return nil }
    return try? rule.dispatchDay(for: safe, calendar: calendar)
  }

  /// The first day on which the agreement may end: of an open-ended one the last day of its
  /// initial term, else its first day.
  private var minimumEnd: CivilDay? {
    guard let startsOn = terms.startsOn else { return nil }
    guard terms.endsOn == nil, let length = terms.initialTerm else { return startsOn }
    return Term.end(startingOn: startsOn, length: length)
  }

  // MARK: Both

  /// The last day after notice was given on a day, or nil if it cannot be told.
  private func effectiveEnd(of givenOn: CivilDay) -> CivilDay? {
    if computation.renewalGap != nil, rule == nil || rule?.target == .termEnd, let link {
      // Only the initial term is known.
      let deadline =
        rule == nil ? link.endsOn : try? rule?.deadline(lastDay: link.endsOn, calendar: calendar)
      return deadline.flatMap { givenOn <= $0 ? link.endsOn : nil }
    }
    guard let rule else { return chain?.link(endingOnOrAfter: givenOn).endsOn ?? link?.endsOn }
    if rule.target == .termEnd { return try? chainEnd(rule, noticeOn: givenOn) }
    guard let end = try? firstEnd(rule, onOrAfter: givenOn, byDispatch: false) else { return nil }
    return lastEnd.map { min($0, end) } ?? end
  }

  private func fillBusinessDays(
    _ standing: inout AgreementStanding,
    _ rule: NoticeRule,
    _ deadline: CivilDay
  ) {
    do throws(DateGap) {
      let safe = try rule.safeDay(for: deadline, calendar: calendar)
      standing.safeNoticeOn = safe
      steps?.safeDay(safe, deadline, rule, calendar)
      let dispatch = try rule.dispatchDay(for: safe, calendar: calendar)
      standing.dispatchBy = dispatch
      steps?.dispatch(dispatch, rule)
    } catch {
      standing.businessDayGap = error
      steps?.add(error.sentence)
    }
  }

  /// A day that no end with its deadline on or after the given day comes before.
  private func firstCandidate(_ rule: NoticeRule, _ day: CivilDay) -> CivilDay {
    let later = day.adding(rule.period) ?? day.adding(days: Int(rule.period.count))
    return max(day, later.adding(days: -4))
  }

  private static func targetEnd(of day: CivilDay, _ target: NoticeTarget) -> CivilDay {
    switch target {
    case .termEnd, .anyTime: day
    case .monthEnd: day.endOfMonth
    case .quarterEnd: day.endOfQuarter
    case .yearEnd: day.endOfYear
    }
  }

  /// More ends than any search passes whose periods fit the years 1 to 9999.
  private static let stepLimit = 100_000
}
