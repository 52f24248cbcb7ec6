/// One computation of a standing.
struct StandingComputation {
  let terms: AgreementTerms
  let day: CivilDay
  let calendar: BusinessCalendar?
  let defaults: DateDefaults
  let steps: StepRecorder?

  func standing() -> AgreementStanding {
    var standing = AgreementStanding(status: .unknown, asOf: day)
    let end = terms.initialEnd
    let chain = end.flatMap(chain)
    standing.latestPossibleEnd = latestPossibleEnd(end, chain)
    if let end { steps?.initialTerm(terms, end: end) }
    if isEndedByAct {
      return over(standing, .ended, terms.endedOn ?? end)
    }
    guard let end else { return withoutEnd(standing) }
    return withEnd(standing, end, chain)
  }

  /// Whether an act ended it before the day.
  private var isEndedByAct: Bool {
    if let endedOn = terms.endedOn { return endedOn < day }
    return terms.declaredStatus == .ended || terms.declaredStatus == .cancelled
  }

  private func withoutEnd(_ initial: AgreementStanding) -> AgreementStanding {
    var standing = initial
    guard terms.openEnded == true else {
      standing.status = terms.declaredStatus == .draft ? .draft : .unknown
      standing.noticeGap = .noEnd
      steps?.add(DateGap.noEnd.sentence)
      return standing
    }
    steps?.add("\(terms.startsOn.map { "Starts \($0). " } ?? "")The agreement has no agreed end.")
    standing.status = statusInForce
    fillNotice(&standing, chain: nil, link: nil)
    return standing
  }

  private func withEnd(
    _ initial: AgreementStanding,
    _ end: CivilDay,
    _ chain: RenewalChain?
  ) -> AgreementStanding {
    var standing = initial
    let link = chain?.link(endingOnOrAfter: day) ?? .init(number: 0, startsOn: nil, endsOn: end)
    if let chain, let steps { explainRenewal(chain, steps) }
    if link.endsOn < day, let renewalGap {
      return inUnknownTerm(standing, after: link, renewalGap)
    }
    standing.status = link.endsOn < day ? .expired : statusInForce
    standing.termEnd = link.endsOn
    standing.currentTerm = term(link)
    fillNotice(&standing, chain: chain, link: link)
    return standing
  }

  /// The standing in a term whose days are not known.
  private func inUnknownTerm(
    _ initial: AgreementStanding,
    after link: RenewalChain.Link,
    _ gap: DateGap
  ) -> AgreementStanding {
    var standing = initial
    standing.status = statusInForce
    if let givenOn = terms.noticeGivenOn, givenOn <= day {
      let rule = terms.notice(defaults: defaults)
      NoticeSearch(computation: self, rule: rule, chain: nil, link: link)
        .applyNotice(givenOn, to: &standing)
      return standing
    }
    standing.noticeGap = gap
    steps?.add(gap.sentence)
    return standing
  }

  /// Tells of the term that runs on the day, or in which notice was given before it.
  private func explainRenewal(_ chain: RenewalChain, _ steps: StepRecorder) {
    let link = chain.link(endingOnOrAfter: min(day, terms.noticeGivenOn ?? day))
    if link.number > 0 { steps.renewal(link, by: chain.length) }
  }

  /// Fills in everything about notice; also the end of an agreement that notice ended.
  private func fillNotice(
    _ standing: inout AgreementStanding,
    chain: RenewalChain?,
    link: RenewalChain.Link?
  ) {
    let rule = terms.notice(defaults: defaults)
    let search = NoticeSearch(computation: self, rule: rule, chain: chain, link: link)
    if let givenOn = terms.noticeGivenOn, givenOn <= day {
      return search.applyNotice(givenOn, to: &standing)
    }
    if standing.status == .expired {
      standing = over(standing, .expired, standing.termEnd)
      return
    }
    if standing.status == .draft {
      standing.noticeGap = .notConcluded
      return
    }
    do {
      try search.fill(&standing)
      steps?.outlook(standing)
    } catch {
      standing.noticeGap = error
      steps?.add(error.sentence)
    }
  }

  /// The state in the time between start and end.
  private var statusInForce: AgreementStatus {
    if terms.declaredStatus == .draft { return .draft }
    guard let startsOn = terms.startsOn else { return .unknown }
    return day < startsOn ? .upcoming : .active
  }

  func over(
    _ initial: AgreementStanding,
    _ status: AgreementStatus,
    _ end: CivilDay?
  ) -> AgreementStanding {
    var standing = initial
    standing.status = status
    standing.currentTerm = nil
    standing.termEnd = end
    standing.noticeGap = .over
    steps?.add(end.map { "The last day was \($0)." } ?? DateGap.over.sentence)
    return standing
  }

  func term(_ link: RenewalChain.Link) -> Term? {
    (link.startsOn ?? terms.startsOn).map { Term(startsOn: $0, endsOn: link.endsOn) }
  }

  /// The terms of an agreement that renews by itself, or nil.
  private func chain(from end: CivilDay) -> RenewalChain? {
    guard terms.renewal == .automatic, let length = terms.renewalTerm else { return nil }
    return RenewalChain(
      initialEnd: end,
      length: length,
      maxRenewals: terms.maxRenewals,
      latestEnd: terms.latestPossibleEnd
    )
  }

  /// Why the terms after the initial one are not known though there are some, or nil.
  var renewalGap: DateGap? {
    guard terms.renewal == .automatic else { return nil }
    guard let length = terms.renewalTerm else { return .noRenewalTerm }
    return length.isZero || (length.days == nil && length.months == nil)
      ? .unusablePeriod(length) : nil
  }

  private func latestPossibleEnd(_ end: CivilDay?, _ chain: RenewalChain?) -> CivilDay? {
    if let latest = terms.latestPossibleEnd { return latest }
    guard let end else { return nil }
    switch terms.renewal {
    case nil: return nil
    case .some(.none): return end
    case .automatic: return chain?.last?.endsOn
    case .option:
      guard let length = terms.renewalTerm, let maxRenewals = terms.maxRenewals else { return nil }
      return RenewalChain(initialEnd: end, length: length, maxRenewals: maxRenewals)?.last?.endsOn
    }
  }
}
