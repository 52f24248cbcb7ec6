import Model
import Testing

/// What figures take from the record of a complaint, and its ages and pauses.
@Suite struct ComplaintFiguresFactsTests {
  private func complaint(
    _ events: [ComplaintEvent] = [],
    through last: String = "2026-06-30",
    _ change: (inout ComplaintCase) throws -> Void = { _ in }
  ) throws -> ComplaintCase {
    let zone = try Sample.office().zone
    let now = zone.end(of: try Sample.day(last)).adding(seconds: -1)
    var complaint = ComplaintCase(clocks: try ComplaintSample.clocks(events, .init(), at: now))
    try change(&complaint)
    return complaint
  }

  private func figures(
    _ cases: [ComplaintCase],
    from first: String = "2026-06-01",
    where isReported: (ComplaintCase) -> Bool = { _ in true }
  ) throws -> ComplaintFigures {
    let scope = ComplaintFigures.Scope(
      from: try Sample.day(first),
      through: try Sample.day("2026-06-30"),
      zone: try Sample.office().zone
    )
    return try ComplaintFigures(of: cases, in: scope, where: isReported)
  }

  /// A complaint of another day with a customer and a cause.
  private func received(_ day: String, customer: Int64? = 7, cause: String? = "outage") throws
    -> ComplaintCase
  {
    let calendar = try Sample.office()
    var complaint = ComplaintCase(
      clocks: try ComplaintClocks(
        of: ComplaintHistory(receivedAt: Sample.berlin(day, 9), events: []),
        targets: ComplaintTargets(),
        at: calendar.zone.end(of: Sample.day("2026-06-30")).adding(seconds: -1),
        calendar: calendar
      )
    )
    complaint.customer = customer
    complaint.cause = cause
    return complaint
  }

  @Test func `decisions are counted where they were first sent`() throws {
    let sent = try ComplaintSample.event(.entered(.responded), 10, 12)
    let decisions: [Complaint.Decision?] = [.upheld, .partlyUpheld, .notUpheld, nil]
    var cases = try decisions.map { decision in try complaint([sent]) { $0.decision = decision } }
    cases[0].responsible = .supplier
    cases[0].improvement = 3
    cases[2].improvement = 3
    cases.append(try complaint { $0.decision = .upheld })
    let figures = try figures(cases)
    #expect(figures.upheld == CaseRatio(2, of: 4))
    #expect(figures.unknownDecisions == 1)
    #expect(figures.causedBySupplier == CaseRatio(1, of: 4))
    #expect(figures.improved == CaseRatio(1, of: 2))
    #expect(try self.figures(cases, from: "2026-06-11").upheld == CaseRatio(0, of: 0))
  }

  @Test func `compensation is summed by currency, satisfaction is an exact mean`() throws {
    let euro = try #require(Currency("EUR"))
    let yen = try #require(Currency("JPY"))
    let end: [ComplaintEvent] = [
      try ComplaintSample.event(.entered(.responded), 10, 12),
      try ComplaintSample.event(.entered(.awaitingConsent), 10, 12),
      try ComplaintSample.event(.closed(.agreed), 12, 12),
    ]
    let facts: [(Money?, Int64?)] = [
      (Money(minorUnits: 1_050, currency: euro), 7), (Money(minorUnits: 50, currency: euro), 8),
      (Money(minorUnits: 300, currency: yen), 5), (nil, nil),
    ]
    let cases = try facts.map { money, score in
      try complaint(end) { ($0.compensation, $0.handlingScore) = (money, score) }
    }
    let figures = try figures(cases)
    #expect(figures.compensation == [euro: 1_100, yen: 300])
    #expect(figures.satisfaction == Fraction(numerator: 20, denominator: 3))
  }

  @Test func `ages of open complaints are business days`() throws {
    // To Tuesday 30 June: 21, 11 and 1 business days.
    let cases = try ["2026-06-01", "2026-06-15", "2026-06-29"].map { try received($0) }
    let open = try figures(cases).open
    #expect(open.count == 3 && open.oldest == 21 && open.median == 11 && open.percentile90 == 21)
    let even = try figures(Array(cases.dropLast())).open
    #expect(even.median == 16)
  }

  @Test func `the same customer and cause within 180 days is a repetition`() throws {
    // 1 June is 180 days after 3 December, and 181 after 2 December.
    let june = try received("2026-06-01")
    #expect(try figures([june, try received("2025-12-03")]).repeated == 1)
    #expect(try figures([june, try received("2025-12-02")]).repeated == 0)
    #expect(try figures([june, try received("2026-05-04", customer: 8)]).repeated == 0)
    let unknown = try received("2026-05-04", cause: nil)
    #expect(try figures([try received("2026-06-01", cause: nil), unknown]).repeated == 0)
  }

  @Test func `what is not reported still tells what is repeated`() throws {
    let cases = try [received("2026-06-02"), received("2026-06-03")]
    let first = cases[0].clocks.history.receivedAt
    let figures = try figures(cases) { $0.clocks.history.receivedAt > first }
    #expect(figures.received == 1 && figures.repeated == 1)
  }

  @Test func `paused time is a share of the open time in the period`() throws {
    // 32 of the 80 open hours of 1 to 12 June, and 3 of the 32 from the 9th on.
    let wait: [ComplaintEvent] = [
      try ComplaintSample.event(.entered(.waitingComplainant), 3, 12),
      try ComplaintSample.event(.entered(.investigating), 9, 12),
    ]
    let cases = [try complaint(wait, through: "2026-06-12")]
    #expect(try figures(cases).pauseShare?.text(decimals: 2) == "40.00 %")
    #expect(try figures(cases, from: "2026-06-09").pauseShare?.exactText == "9.375 %")
  }

  @Test func `only those that are said to be formal count as formal`() throws {
    let cases = try [true, false, nil].map { formal in try complaint { $0.isFormal = formal } }
    #expect(try figures(cases).formal == 1)
  }

  @Test func `a day that the calendar does not know is not passed over`() throws {
    let calendar = try Sample.office(years: 2_026...2_026)
    let clocks = try ComplaintClocks(
      of: ComplaintHistory(receivedAt: Sample.berlin("2026-12-30", 9), events: []),
      targets: ComplaintTargets(acknowledge: Sample.period("10bd")),
      at: Sample.berlin("2026-12-30", 10),
      calendar: calendar
    )
    #expect(throws: CalendarGap.self) { try figures([ComplaintCase(clocks: clocks)]) }
  }
}
