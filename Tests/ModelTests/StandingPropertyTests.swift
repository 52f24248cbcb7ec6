import Model
import TestSupport
import Testing

@Suite struct StandingPropertyTests {
  @Test(arguments: 0..<400)
  func `explained or not, the standing is the same and consistent`(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    func maybe<Value>(_ value: Value) -> Value? { Bool.random(using: &random) ? value : nil }
    func day() -> CivilDay { CivilDay(number: Int32.random(in: 19_000...21_500, using: &random)) }
    let units = Period.Unit.allCases
    func period() -> Period? {
      Period(Int.random(in: 0...24, using: &random), units[Int.random(in: 0..<7, using: &random)])
    }
    var terms = AgreementTerms()
    terms.startsOn = maybe(day())
    terms.endsOn = maybe(day())
    terms.openEnded = maybe(true)
    terms.initialTerm = seed.isMultiple(of: 2) ? period() : nil
    terms.latestPossibleEnd = seed % 5 == 0 ? day() : nil
    terms.renewal = RenewalKind.allCases.randomElement(using: &random)
    terms.renewalTerm = period()
    terms.maxRenewals = maybe(Int.random(in: 0...5, using: &random))
    terms.noticePeriod = period()
    terms.noticeBase = NoticeBase.allCases.randomElement(using: &random)
    terms.noticeTo = maybe(NoticeTarget.allCases[seed % 5])
    terms.noticeGivenOn = seed % 4 == 0 ? day() : nil
    terms.endedOn = seed % 7 == 0 ? day() : nil
    let asOf = day()
    let calendar = seed % 3 == 0 ? nil : try Sample.office()
    let standing = terms.standing(on: asOf, calendar: calendar)
    #expect(terms.explanation(on: asOf, calendar: calendar).standing == standing)
    #expect((standing.noticeDeadline == nil) == (standing.noticeGap != nil))
    if standing.noticeDeadline != nil {
      #expect((standing.dispatchBy == nil) == (standing.businessDayGap != nil))
    }
    if let term = standing.currentTerm, let end = standing.termEnd, standing.status != .underNotice
    {
      #expect(term.endsOn == end)
    }
    if standing.status == .active, let end = standing.termEnd { #expect(end >= asOf) }
    if standing.status == .expired || standing.status == .ended {
      #expect(standing.noticeGap == .over)
    }
  }

  @Test(arguments: 0..<200)
  func `the end to which one is bound is the first whose deadline has not passed`(
    seed: Int
  ) throws {
    var random = SplitMix64(seed: UInt64(seed))
    func period(_ range: ClosedRange<Int>) throws -> Period {
      try #require(Period(Int.random(in: range, using: &random), seed % 2 == 0 ? .month : .week))
    }
    var terms = AgreementTerms()
    terms.startsOn = try Sample.day("2020-01-01")
    let end = try Sample.day("2021-01-01").adding(days: Int.random(in: 0...400, using: &random))
    terms.endsOn = end
    terms.renewal = .automatic
    terms.renewalTerm = try period(1...14)
    terms.noticePeriod = try period(1...20)
    let asOf = try Sample.day("2022-06-01").adding(days: Int.random(in: 0...900, using: &random))
    let rule = try #require(terms.notice(defaults: .standard))
    // Walk through all terms from the first.
    let length = try #require(terms.renewalTerm)
    var last = end
    while try last < asOf || rule.deadline(lastDay: last, calendar: nil) < asOf {
      last = try #require(Term.end(startingOn: last.adding(days: 1), length: length))
    }
    #expect(terms.standing(on: asOf, calendar: nil).boundUntil == last)
  }

  @Test(arguments: 0..<200)
  func `notice to a calendar end is to the first one whose dispatch has not passed`(
    seed: Int
  ) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let calendar = try Sample.office()
    var terms = AgreementTerms()
    terms.startsOn = try Sample.day("2024-01-01")
    terms.openEnded = true
    terms.noticePeriod = Period(
      Int.random(in: 1...14, using: &random),
      [.day, .week, .month, .businessDay][seed % 4]
    )
    let target = [NoticeTarget.monthEnd, .quarterEnd, .yearEnd, .anyTime][seed / 4 % 4]
    terms.noticeTo = target
    let asOf = try Sample.day("2026-01-01").adding(days: Int.random(in: 0...365, using: &random))
    let rule = try #require(terms.notice(defaults: .standard))
    func isEnd(_ day: CivilDay) -> Bool {
      switch target {
      case .monthEnd: day.endOfMonth == day
      case .quarterEnd: day.endOfMonth == day && day.month % 3 == 0
      case .yearEnd: day.month == 12 && day.day == 31
      default: true
      }
    }
    var day = asOf
    while try !isEnd(day) || rule.dates(lastDay: day, calendar: calendar).dispatchBy < asOf {
      day = day.adding(days: 1)
    }
    let standing = terms.standing(on: asOf, calendar: calendar)
    #expect(standing.boundUntil == day)
    #expect(try standing.dispatchBy == rule.dates(lastDay: day, calendar: calendar).dispatchBy)
  }
}
