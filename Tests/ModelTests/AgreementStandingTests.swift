import Model
import Testing

@Suite struct AgreementStandingTests {
  /// TC-08: from 2023-04-01, 24 months, then 12 months each, notice three months to term end.
  private func renewing() throws -> AgreementTerms {
    var terms = AgreementTerms()
    terms.startsOn = try Sample.day("2023-04-01")
    terms.initialTerm = try Sample.period("24m")
    terms.renewal = .automatic
    terms.renewalTerm = try Sample.period("12m")
    terms.noticePeriod = try Sample.period("3m")
    terms.noticeTo = .termEnd
    return terms
  }

  private func fixed(_ start: String?, _ end: String) throws -> AgreementTerms {
    var terms = AgreementTerms()
    terms.startsOn = try start.map(Sample.day)
    terms.endsOn = try Sample.day(end)
    return terms
  }

  private func standing(_ terms: AgreementTerms, _ day: String) throws -> AgreementStanding {
    let calendar = try Sample.office()
    let standing = try terms.standing(on: Sample.day(day), calendar: calendar)
    let explained = try terms.explanation(on: Sample.day(day), calendar: calendar)
    #expect(explained.standing == standing)
    return standing
  }

  private func sentences(_ terms: AgreementTerms, _ day: String) throws -> [String] {
    try terms.explanation(on: Sample.day(day), calendar: Sample.office()).sentences
  }

  @Test func `TC-05 an agreement with an end and notice`() throws {
    var terms = try fixed("2024-06-01", "2026-05-31")
    terms.noticePeriod = try Sample.period("3m")
    let standing = try standing(terms, "2026-02-21")
    #expect(standing.status == .active)
    #expect(standing.noticeDeadline?.description == "2026-02-28")
    #expect(standing.safeNoticeOn?.description == "2026-02-27")
    #expect(standing.dispatchBy?.description == "2026-02-20")
    #expect(standing.daysToDispatch == -1)
    #expect(standing.noticeState == .sendNow)
    #expect(try self.standing(terms, "2026-03-01").noticeState == .missed(daysAgo: 1))
    #expect(
      try sentences(terms, "2026-02-21") == [
        "Term starts 2024-06-01; the stated last day is 2026-05-31.",
        "Notice period 3 months, counted by clamped subtraction from 2026-05-31: 2026-02-28.",
        "2026-02-28 is a Saturday: preceding business day in DE-BE is 2026-02-27.",
        "Five business days for delivery: 2026-02-20.",
        "As of 2026-02-21, 7 days left until 2026-02-28.",
      ]
    )
  }

  @Test(arguments: [
    (NoticeBase.renewalDay, "the renewal day 2026-12-01", "2026-09-02", "2026-08-26", "Wednesday"),
    (NoticeBase.lastDay, "the last day 2026-11-30", "2026-09-01", "2026-08-25", "Tuesday"),
  ])
  func `TC-07 ninety days from two bases, explained`(
    base: NoticeBase,
    words: String,
    deadline: String,
    dispatch: String,
    weekday: String
  ) throws {
    var terms = try fixed("2025-12-01", "2026-11-30")
    terms.renewal = .automatic
    terms.renewalTerm = try Sample.period("12m")
    terms.noticePeriod = try Sample.period("90d")
    terms.noticeBase = base
    #expect(try standing(terms, "2026-09-01").noticeDeadline?.description == deadline)
    let left = base == .lastDay ? "0 days" : "1 day"
    #expect(
      try sentences(terms, "2026-09-01") == [
        "Term starts 2025-12-01; the stated last day is 2026-11-30.",
        "Notice period 90 days, counted by days from \(words): \(deadline).",
        "\(deadline) is a \(weekday), a business day in DE-BE.",
        "Five business days for delivery: \(dispatch).",
        "As of 2026-09-01, \(left) left until \(deadline); if missed, bound until 2027-11-30.",
      ]
    )
  }

  @Test func `TC-08 auto-renewal`() throws {
    let terms = try renewing()
    let standing = try standing(terms, "2026-11-22")
    #expect(terms.initialEnd?.description == "2025-03-31")
    #expect(standing.status == .active)
    #expect(standing.currentTerm?.startsOn.description == "2026-04-01")
    #expect(standing.currentTerm?.endsOn.description == "2027-03-31")
    #expect(standing.noticeDeadline?.description == "2026-12-31")
    #expect(standing.noticeDeadline?.weekday == .thursday)
    #expect(standing.daysToDeadline == 39)
    #expect(standing.boundUntil?.description == "2027-03-31")
    #expect(standing.boundUntilIfMissed?.description == "2028-03-31")
    #expect(standing.latestPossibleEnd == nil)
    #expect(
      try sentences(terms, "2026-11-22") == [
        "Term starts 2023-04-01 and runs 24 months: last day 2025-03-31.",
        "Renews automatically by 12 months each time: renewal 2 runs from 2026-04-01 to 2027-03-31.",
        "Notice period 3 months, counted by clamped subtraction from 2027-03-31: 2026-12-31.",
        "2026-12-31 is a Thursday, a business day in DE-BE.",
        "Five business days for delivery: 2026-12-23.",
        "As of 2026-11-22, 39 days left until 2026-12-31; if missed, bound until 2028-03-31.",
      ]
    )
  }

  @Test func `a missed deadline binds until the end of the next term`() throws {
    let standing = try standing(try renewing(), "2027-01-01")
    #expect(standing.noticeDeadline?.description == "2026-12-31")
    #expect(standing.noticeState == .missed(daysAgo: 1))
    #expect(standing.boundUntil?.description == "2028-03-31")
    #expect(
      try sentences(renewing(), "2027-01-01").last
        == "As of 2027-01-01, 2026-12-31 passed 1 day ago; bound until 2028-03-31."
    )
  }

  @Test func `a notice longer than the term binds past the next term`() throws {
    var terms = try fixed("2026-01-01", "2026-01-31")
    terms.renewal = .automatic
    terms.renewalTerm = try Sample.period("1m")
    terms.noticePeriod = try Sample.period("3m")
    let standing = try standing(terms, "2026-05-15")
    #expect(standing.currentTerm?.endsOn.description == "2026-05-31")
    #expect(standing.noticeDeadline?.description == "2026-02-28")
    #expect(standing.boundUntil?.description == "2026-08-31")
  }

  @Test func `notice in time ends the term, and late notice the following one`() throws {
    var terms = try renewing()
    terms.noticeGivenOn = try Sample.day("2026-12-31")
    let inTime = try standing(terms, "2027-01-15")
    #expect(inTime.status == .underNotice)
    #expect(inTime.termEnd?.description == "2027-03-31")
    #expect(inTime.noticeGap == .noticeGiven)
    #expect(inTime.noticeDeadline == nil)
    #expect(try standing(terms, "2026-12-30").status == .active)
    #expect(try standing(terms, "2027-03-31").status == .underNotice)
    let ended = try standing(terms, "2027-04-01")
    #expect(ended.status == .ended)
    #expect(ended.termEnd?.description == "2027-03-31")
    terms.noticeGivenOn = try Sample.day("2027-01-01")
    #expect(try standing(terms, "2027-06-01").termEnd?.description == "2028-03-31")
    #expect(
      try sentences(terms, "2028-06-01") == [
        "Term starts 2023-04-01 and runs 24 months: last day 2025-03-31.",
        "Renews automatically by 12 months each time: renewal 2 runs from 2026-04-01 to 2027-03-31.",
        "Notice was given on 2027-01-01: it ends the agreement on 2028-03-31.",
        "The last day was 2028-03-31.",
      ]
    )
  }

  @Test func `six weeks to the end of a quarter as of 2026-11-22`() throws {
    var terms = AgreementTerms()
    terms.startsOn = try Sample.day("2024-01-15")
    terms.openEnded = true
    terms.noticePeriod = try Sample.period("6w")
    terms.noticeTo = .quarterEnd
    let standing = try standing(terms, "2026-11-22")
    #expect(standing.status == .active)
    #expect(standing.termEnd == nil)
    #expect(standing.boundUntil?.description == "2027-03-31")
    #expect(standing.noticeDeadline?.description == "2027-02-17")
    #expect(standing.boundUntilIfMissed?.description == "2027-06-30")
    #expect(
      try sentences(terms, "2026-11-22") == [
        "Starts 2024-01-15. The agreement has no agreed end.",
        "Notice to 2026-12-31 would have had to be sent by 2026-11-12.",
        "The first quarter end to which notice from 2026-11-22 on is in time is 2027-03-31.",
        "Notice period 6 weeks, counted by days from the last day 2027-03-31: 2027-02-17.",
        "2027-02-17 is a Wednesday, a business day in DE-BE.",
        "Five business days for delivery: 2027-02-10.",
        "As of 2026-11-22, 87 days left until 2027-02-17; if missed, bound until 2027-06-30.",
      ]
    )
  }

  @Test func `notice to any end of a month, year or day takes the first whose dispatch is due`()
    throws
  {
    var terms = AgreementTerms()
    terms.startsOn = try Sample.day("2024-01-15")
    terms.openEnded = true
    terms.noticePeriod = try Sample.period("1m")
    for (target, end) in [
      (NoticeTarget.monthEnd, "2027-01-31"), (.yearEnd, "2027-12-31"), (.anyTime, "2027-01-01"),
    ] {
      terms.noticeTo = target
      let standing = try standing(terms, "2026-11-24")
      #expect(standing.boundUntil?.description == end, "\(target)")
      let dispatch = try #require(standing.dispatchBy)
      #expect(try dispatch >= Sample.day("2026-11-24"))
    }
  }

  @Test func `an open-ended agreement does not end before its least term`() throws {
    var terms = AgreementTerms()
    terms.startsOn = try Sample.day("2026-01-01")
    terms.openEnded = true
    terms.initialTerm = try Sample.period("24m")
    terms.noticePeriod = try Sample.period("1m")
    terms.noticeTo = .monthEnd
    #expect(try standing(terms, "2026-11-22").boundUntil?.description == "2027-12-31")
  }

  @Test func `notice given under an open-ended agreement ends it`() throws {
    var terms = AgreementTerms()
    terms.startsOn = try Sample.day("2024-01-15")
    terms.openEnded = true
    terms.noticePeriod = try Sample.period("6w")
    terms.noticeTo = .quarterEnd
    terms.noticeGivenOn = try Sample.day("2026-11-19")
    #expect(try standing(terms, "2026-11-22").termEnd?.description == "2026-12-31")
    #expect(try standing(terms, "2027-01-01").status == .ended)
    terms.noticeGivenOn = try Sample.day("2026-11-20")
    #expect(try standing(terms, "2026-11-22").termEnd?.description == "2027-03-31")
  }

  @Test func `states follow from the days`() throws {
    let terms = try fixed("2026-01-01", "2026-12-31")
    #expect(try standing(terms, "2025-12-31").status == .upcoming)
    #expect(try standing(terms, "2026-01-01").status == .active)
    #expect(try standing(terms, "2026-12-31").status == .active)
    let expired = try standing(terms, "2027-01-01")
    #expect(expired.status == .expired)
    #expect(expired.termEnd?.description == "2026-12-31")
    #expect(expired.currentTerm == nil)
    #expect(expired.noticeGap == .over)
    #expect(try standing(fixed(nil, "2026-12-31"), "2026-06-01").status == .unknown)
    #expect(try standing(fixed(nil, "2026-12-31"), "2027-06-01").status == .expired)
    #expect(try standing(AgreementTerms(), "2026-06-01").status == .unknown)
    var open = AgreementTerms()
    open.startsOn = terms.startsOn
    #expect(try standing(open, "2026-06-01").status == .unknown)
    #expect(try standing(open, "2026-06-01").noticeGap == .noEnd)
    open.openEnded = true
    #expect(try standing(open, "2026-06-01").status == .active)
    #expect(try standing(open, "2025-06-01").status == .upcoming)
  }

  @Test func `what the source declares outranks the days only for drafts and ended ones`() throws {
    var terms = try fixed("2026-01-01", "2026-12-31")
    terms.declaredStatus = .draft
    #expect(try standing(terms, "2026-06-01").status == .draft)
    #expect(try standing(terms, "2026-06-01").noticeGap == .notConcluded)
    terms.declaredStatus = .active
    #expect(try standing(terms, "2027-06-01").status == .expired)
    for declared in [DeclaredStatus.ended, .cancelled] {
      terms.declaredStatus = declared
      #expect(try standing(terms, "2026-06-01").status == .ended)
    }
    terms.endedOn = try Sample.day("2026-06-30")
    #expect(try standing(terms, "2026-06-30").status == .active)
    #expect(try standing(terms, "2026-07-01").status == .ended)
    #expect(try standing(terms, "2026-07-01").termEnd?.description == "2026-06-30")
  }

  @Test func `where there is no deadline there is a reason`() throws {
    var terms = try renewing()
    terms.noticePeriod = nil
    #expect(try standing(terms, "2026-11-22").noticeGap == .noNoticePeriod)
    terms = try renewing()
    terms.maxRenewals = 2
    let last = try standing(terms, "2026-11-22")
    #expect(last.noticeGap == .lastTerm)
    #expect(last.boundUntil?.description == "2027-03-31")
    #expect(last.latestPossibleEnd?.description == "2027-03-31")
    #expect(try standing(terms, "2027-04-01").status == .expired)
    terms = try fixed("2026-01-01", "2026-12-31")
    terms.noticePeriod = try Sample.period("3m")
    terms.renewal = RenewalKind.none
    #expect(try standing(terms, "2026-06-01").noticeGap == .endsByItself)
    #expect(try standing(terms, "2026-06-01").boundUntil?.description == "2026-12-31")
    terms.renewal = .option
    #expect(try standing(terms, "2026-06-01").noticeDeadline?.description == "2026-09-30")
    terms.renewal = .automatic
    #expect(try standing(terms, "2026-06-01").noticeDeadline?.description == "2026-09-30")
    #expect(try standing(terms, "2027-06-01").noticeGap == .noRenewalTerm)
    #expect(try standing(terms, "2027-06-01").status == .active)
    terms.renewalTerm = try Sample.period("0m")
    #expect(try standing(terms, "2027-06-01").noticeGap == .unusablePeriod(Sample.period("0m")))
    var open = AgreementTerms()
    open.startsOn = terms.startsOn
    open.openEnded = true
    open.noticePeriod = terms.noticePeriod
    open.noticeTo = .termEnd
    #expect(try standing(open, "2026-06-01").noticeGap == .noTermEnd)
  }

  @Test func `notice in a renewal of unknown length ends what is known, else nothing`() throws {
    var terms = try fixed("2026-01-01", "2026-12-31")
    terms.renewal = .automatic
    terms.noticePeriod = try Sample.period("3m")
    terms.noticeGivenOn = try Sample.day("2026-09-30")
    #expect(try standing(terms, "2027-06-01").status == .ended)
    #expect(try standing(terms, "2027-06-01").termEnd?.description == "2026-12-31")
    terms.noticeGivenOn = try Sample.day("2026-10-01")
    #expect(try standing(terms, "2027-06-01").status == .underNotice)
    #expect(try standing(terms, "2027-06-01").termEnd == nil)
    #expect(
      try sentences(terms, "2027-06-01").last
        == "Notice was given on 2026-10-01: its effect cannot be told."
    )
  }

  @Test func `without a calendar there is a deadline and no safe day`() throws {
    let terms = try renewing()
    let standing = try terms.standing(on: Sample.day("2026-11-22"), calendar: nil)
    #expect(standing.noticeDeadline?.description == "2026-12-31")
    #expect(standing.safeNoticeOn == nil)
    #expect(standing.businessDayGap == .noCalendar)
    let short = try terms.standing(
      on: Sample.day("2026-11-22"),
      calendar: Sample.office(years: 2_024...2_025)
    )
    let gap = CalendarGap(calendar: "DE-BE", year: 2_026, kind: .holidays)
    #expect(short.businessDayGap == .calendar(gap))
    #expect(short.dispatchBy == nil)
  }

  @Test func `defaults can be replaced`() throws {
    var defaults = DateDefaults.standard
    defaults.noticeDelivery = try Sample.period("2bd")
    defaults.noticeConvention = .wholePeriod
    var terms = try fixed("2025-07-01", "2026-06-30")
    terms.noticePeriod = try Sample.period("1m")
    let standing = try terms.standing(
      on: Sample.day("2026-01-01"),
      calendar: Sample.office(),
      defaults: defaults
    )
    #expect(standing.noticeDeadline?.description == "2026-05-31")
    #expect(standing.dispatchBy?.description == "2026-05-27")
  }

  @Test func `reasons are sentences`() throws {
    #expect(DateGap.noNoticePeriod.sentence == "No notice period is stored.")
    #expect(DateGap.noCalendar.sentence == "No business calendar is assigned.")
    #expect(DateGap.endsByItself.sentence == "The agreement ends by itself; no notice is needed.")
    #expect(
      DateGap.unusablePeriod(try Sample.period("8bh")).sentence
        == "A period of 8 business hours cannot be counted in a term."
    )
  }

  @Test func `a chain since 1900 and absurd periods come to an end`() throws {
    var terms = try fixed("1900-01-31", "1900-02-28")
    terms.renewal = .automatic
    terms.renewalTerm = try Sample.period("1m")
    terms.noticePeriod = try Sample.period("1m")
    #expect(try standing(terms, "2026-11-22").currentTerm?.endsOn.description == "2026-11-30")
    terms.noticePeriod = try Sample.period("99999m")
    terms.renewalTerm = try Sample.period("1d")
    terms.noticeGivenOn = try Sample.day("2026-11-01")
    #expect(try standing(terms, "2026-11-22").status == .underNotice)
    terms.noticeGivenOn = nil
    terms.noticeTo = .anyTime
    #expect(try standing(terms, "2026-11-22").boundUntil != nil)
  }
}
