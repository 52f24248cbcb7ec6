import Model
import Testing

@Suite struct ComplaintFiguresTests {
  private static let closing: [ComplaintState] = [.responded, .awaitingConsent]

  /// A complaint of 1 June 2026 that has a business day for the acknowledgement, which is due on
  /// 2 June at 17:00.
  private func complaint(
    acknowledged day: Int? = 2,
    _ more: [ComplaintEvent] = [],
    through last: String = "2026-06-30",
    _ change: (inout ComplaintCase) -> Void = { _ in }
  ) throws -> ComplaintCase {
    var events = [try ComplaintSample.event(.entered(.triaged), 1, 10)]
    if let day {
      events.append(try ComplaintSample.event(.entered(.acknowledged), day, 17))
      events.append(try ComplaintSample.event(.entered(.assessing), day, 17))
      events.append(try ComplaintSample.event(.entered(.investigating), day, 17))
    }
    let calendar = try Sample.office()
    let clocks = try ComplaintClocks(
      of: ComplaintHistory(receivedAt: ComplaintSample.received(), events: events + more),
      targets: ComplaintTargets(
        acknowledge: Sample.period("1bd"),
        respond: Sample.period("80bh")
      ),
      at: calendar.zone.end(of: Sample.day(last)).adding(seconds: -1),
      calendar: calendar
    )
    var complaint = ComplaintCase(clocks: clocks)
    change(&complaint)
    return complaint
  }

  /// The decision on 10 June, the request to close, and a closing on a day.
  private func closed(_ kind: Complaint.ClosureKind, on day: Int = 12) throws -> [ComplaintEvent] {
    try Self.closing.map { try ComplaintSample.event(.entered($0), 10, 12) }
      + [try ComplaintSample.event(.closed(kind), day, 12)]
  }

  private func figures(
    _ cases: [ComplaintCase],
    from first: String = "2026-06-01",
    through last: String = "2026-06-30",
    where isReported: (ComplaintCase) -> Bool = { _ in true }
  ) throws -> ComplaintFigures {
    let zone = try #require(Zone.named("Europe/Berlin"))
    let scope = ComplaintFigures.Scope(
      from: try Sample.day(first),
      through: try Sample.day(last),
      zone: zone
    )
    return try ComplaintFigures(of: cases, in: scope, where: isReported)
  }

  /// TC-28.
  @Test func `37 of 40 acknowledged in time are 92.5 %, 30 of 32 with consent 93.75 %`() throws {
    var cases = try Array(repeating: complaint(closed(.agreed)), count: 30)
    cases += try Array(repeating: complaint(closed(.deemed)), count: 2)
    cases += try Array(repeating: complaint(), count: 5)
    cases += try Array(repeating: complaint(acknowledged: 3), count: 3)
    let june = try figures(cases)
    #expect(june.inTarget[.acknowledge] == CaseRatio(37, of: 40))
    #expect(june.inTarget[.acknowledge]?.text(decimals: 1) == "92.5 %")
    #expect(june.closedAgreed == CaseRatio(30, of: 32))
    #expect(june.closedAgreed.text(decimals: 2) == "93.75 %")
    #expect(june.closedDeemed.text(decimals: 2) == "6.25 %")
    #expect(june.received == 40 && june.open.count == 8)
  }

  /// TC-28.
  @Test func `without anything due there are no cases, neither 0 % nor 100 %`() throws {
    let july = try figures([try complaint()], from: "2026-07-01", through: "2026-07-31")
    for clock in ComplaintClock.allCases {
      #expect(july.inTarget[clock]?.percentage == nil)
      #expect(july.inTarget[clock]?.text(decimals: 1) == "no cases")
    }
    for ratio in [july.reopened, july.escalated, july.upheld, july.closedAgreed, july.improved] {
      #expect(ratio.text(decimals: 0) == "no cases")
    }
    #expect(july.pauseShare == nil && july.satisfaction == nil && july.compensation.isEmpty)
    let none = try figures([])
    #expect(none.open == ComplaintFigures.OpenAges())
    #expect(none.received == 0 && none.noComplaints == 0)
  }

  @Test func `one that was never acknowledged is late once its limit has passed`() throws {
    let waiting = try complaint(acknowledged: nil, through: "2026-06-01")
    #expect(try figures([waiting]).inTarget[.acknowledge] == CaseRatio(0, of: 0))
    let late = try complaint(acknowledged: nil, through: "2026-06-02")
    #expect(try figures([late]).inTarget[.acknowledge] == CaseRatio(0, of: 1))
  }

  @Test func `a late one counts where it was due, not where it was done`() throws {
    let late = try complaint(acknowledged: 3)
    let due = try figures([late], from: "2026-06-02", through: "2026-06-02")
    #expect(due.inTarget[.acknowledge] == CaseRatio(0, of: 1))
    let done = try figures([late], from: "2026-06-03", through: "2026-06-03")
    #expect(done.inTarget[.acknowledge] == CaseRatio(0, of: 0))
  }

  @Test func `what fell away before its limit is neither in target nor late`() throws {
    let withdrawn = try ComplaintSample.event(.closed(.withdrawn), 1, 12)
    let figures = try figures([try complaint(acknowledged: nil, [withdrawn])])
    #expect(figures.inTarget[.acknowledge] == CaseRatio(0, of: 0))
    #expect(figures.closedAgreed == CaseRatio(0, of: 1))
  }

  @Test func `a percentage is displayed rounded down`() throws {
    let cases = try [complaint(), complaint(), complaint(acknowledged: 3)]
    #expect(try figures(cases).inTarget[.acknowledge]?.text(decimals: 1) == "66.6 %")
  }

  @Test func `what was no complaint is counted apart`() throws {
    let dismissed = try ComplaintSample.event(.entered(.notAComplaint), 1, 12)
    let reclassified = try ComplaintSample.event(.closed(.reclassified), 5, 12)
    let figures = try figures([
      try complaint(acknowledged: nil, [dismissed]), try complaint([reclassified]),
    ])
    #expect(figures.noComplaints == 2 && figures.received == 0)
    #expect(figures.closedAgreed == CaseRatio(0, of: 0))
    #expect(figures.inTarget[.acknowledge] == CaseRatio(0, of: 0))
  }

  @Test func `a repetition of another complaint is not among those closed`() throws {
    let duplicate = try ComplaintSample.event(.closed(.duplicate), 5, 12)
    let figures = try figures([try complaint([duplicate]), try complaint(closed(.agreed))])
    #expect(figures.received == 2)
    #expect(figures.closedAgreed == CaseRatio(1, of: 1))
  }

  @Test func `those closed in the period count as reopened whenever that was`() throws {
    let again = try ComplaintSample.event(.entered(.reopened), 25, 12)
    let case1 = try complaint(closed(.agreed) + [again])
    let half = try figures([case1, try complaint(closed(.agreed))], through: "2026-06-15")
    #expect(half.reopened == CaseRatio(1, of: 2))
    let objection =
      try closed(.agreed).dropLast() + [
        ComplaintSample.event(.entered(.reopened), 12, 12)
      ]
    #expect(try figures([try complaint(Array(objection))]).reopened == CaseRatio(0, of: 0))
  }

  @Test func `a complaint without a decision comes to level 2, a warning is none`() throws {
    let warned = try complaint(through: "2026-06-11")
    #expect(try figures([warned]).escalated == CaseRatio(0, of: 1))
    let breached = try complaint(through: "2026-06-13")
    #expect(try figures([breached]).escalated == CaseRatio(1, of: 1))
  }
}
