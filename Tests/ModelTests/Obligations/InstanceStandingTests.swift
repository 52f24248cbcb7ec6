import Model
import TestSupport
import Testing

@Suite struct InstanceStandingTests {
  typealias Submission = InstanceFacts.Submission

  /// Comes up on 1 November and is due on 13 November 2026.
  private func instance(graceDays: Int = 0) throws -> ObligationSchedule.Instance {
    let day = try Sample.day("2026-11-01")
    return ObligationSchedule.Instance(
      day: day,
      covered: CoveredPeriod.previousMonth.term(for: day),
      due: try Sample.day("2026-11-13"),
      graceDays: graceDays
    )
  }

  private func standing(
    on iso: String,
    _ facts: InstanceFacts = InstanceFacts(),
    graceDays: Int = 0
  ) throws -> InstanceStanding {
    try instance(graceDays: graceDays)
      .standing(on: Sample.day(iso), facts: facts, leadDays: 5, calendar: Sample.office())
  }

  private func accepted(_ received: String, on day: String) throws -> Submission {
    Submission(
      receivedOn: try Sample.day(received),
      decision: .accepted(on: try Sample.day(day))
    )
  }

  private func rejected(_ received: String, on day: String, by: String? = nil) throws -> Submission
  {
    Submission(
      receivedOn: try Sample.day(received),
      decision: .rejected(on: try Sample.day(day), resubmitBy: try by.map(Sample.day))
    )
  }

  @Test(arguments: [
    ("2026-10-31", InstanceStanding.State.planned, DueState.ok), ("2026-11-01", .open, .ok),
    ("2026-11-07", .open, .ok), ("2026-11-08", .open, .dueSoon), ("2026-11-13", .open, .dueSoon),
    ("2026-11-14", .open, .overdue(days: 1)), ("2026-11-22", .open, .overdue(days: 9)),
  ])
  func `without a proof it is planned, open and overdue`(
    day: String,
    state: InstanceStanding.State,
    due: DueState
  ) throws {
    let standing = try standing(on: day)
    #expect(standing.state == state)
    #expect(standing.dueState == due)
    #expect(standing.timeliness == nil)
  }

  @Test func `days overdue count from the due day though there is a grace time`() throws {
    #expect(try standing(on: "2026-11-18", graceDays: 5).dueState == .dueSoon)
    #expect(try standing(on: "2026-11-19", graceDays: 5).dueState == .overdue(days: 6))
  }

  @Test func `a proof that waits to be judged does not end the debt`() throws {
    let facts = InstanceFacts(submissions: [try accepted("2026-11-12", on: "2026-11-20")])
    #expect(try standing(on: "2026-11-11", facts).state == .open)
    let waiting = try standing(on: "2026-11-19", facts)
    #expect(waiting.state == .submitted)
    #expect(waiting.dueState == .overdue(days: 6))
    let accepted = try standing(on: "2026-11-20", facts)
    #expect(accepted.state == .accepted)
    #expect(accepted.dueState == nil)
    #expect(accepted.timeliness == .inTime)
    #expect(!accepted.isSatisfiedLate)
  }

  @Test(arguments: [
    ("2026-11-13", 0, InstanceStanding.Timeliness.inTime), ("2026-11-14", 0, .late(days: 1)),
    ("2026-11-16", 3, .inTime), ("2026-11-17", 3, .late(days: 4)),
  ])
  func `timeliness goes by the receipt`(
    received: String,
    graceDays: Int,
    timeliness: InstanceStanding.Timeliness
  ) throws {
    let facts = InstanceFacts(submissions: [try accepted(received, on: "2026-12-01")])
    let standing = try standing(on: "2026-12-01", facts, graceDays: graceDays)
    #expect(standing.timeliness == timeliness)
    #expect(standing.isSatisfiedLate == (timeliness != .inTime))
  }

  @Test func `a rejected proof in time does not satisfy and a better one is due`() throws {
    var facts = InstanceFacts(submissions: [try rejected("2026-11-10", on: "2026-11-12")])
    let first = try standing(on: "2026-11-14", facts)
    #expect(first.state == .rejected)
    #expect(first.resubmitBy?.description == "2026-11-19")
    #expect(first.dueState == .overdue(days: 1))
    facts.submissions.append(try accepted("2026-11-18", on: "2026-11-25"))
    #expect(try standing(on: "2026-11-18", facts).state == .submitted)
    let last = try standing(on: "2026-11-25", facts)
    #expect(last.state == .accepted)
    #expect(last.timeliness == .late(days: 5))
  }

  @Test func `a day set for a better proof goes before the usual one`() throws {
    let proof = try rejected("2026-11-10", on: "2026-11-12", by: "2026-11-30")
    let standing = try standing(on: "2026-11-14", InstanceFacts(submissions: [proof]))
    #expect(standing.resubmitBy?.description == "2026-11-30")
  }

  @Test func `without a calendar the day for a better proof is not known`() throws {
    let facts = InstanceFacts(submissions: [try rejected("2026-11-10", on: "2026-11-12")])
    let standing = try instance()
      .standing(on: Sample.day("2026-11-14"), facts: facts, calendar: nil)
    #expect(standing.state == .rejected)
    #expect(standing.resubmitBy == nil)
    #expect(standing.gap == .noCalendar)
    #expect(standing.dueState == .overdue(days: 1))
  }

  @Test func `of proofs of one day the one that waits counts`() throws {
    let waiting = Submission(receivedOn: try Sample.day("2026-11-10"))
    let facts = InstanceFacts(submissions: [
      waiting, try rejected("2026-11-10", on: "2026-11-12"),
    ])
    #expect(try standing(on: "2026-11-12", facts).state == .submitted)
  }

  @Test func `a waiver and a cancellation hold from their day`() throws {
    let waiver = InstanceFacts(waivedOn: try Sample.day("2026-11-20"))
    #expect(try standing(on: "2026-11-19", waiver).dueState == .overdue(days: 6))
    #expect(try standing(on: "2026-11-20", waiver).state == .waived)
    #expect(try standing(on: "2026-11-20", waiver).dueState == nil)
    let cancellation = InstanceFacts(cancelledOn: try Sample.day("2026-10-20"))
    #expect(try standing(on: "2026-10-19", cancellation).state == .planned)
    #expect(try standing(on: "2026-10-20", cancellation).state == .cancelled)
  }

  @Test func `what settles it first stays`() throws {
    let proof = try accepted("2026-11-10", on: "2026-11-20")
    func state(waived: String?, cancelled: String?) throws -> InstanceStanding.State {
      let facts = InstanceFacts(
        submissions: [proof],
        waivedOn: try waived.map(Sample.day),
        cancelledOn: try cancelled.map(Sample.day)
      )
      return try standing(on: "2026-12-01", facts).state
    }
    #expect(try state(waived: "2026-11-20", cancelled: nil) == .accepted)
    #expect(try state(waived: "2026-11-19", cancelled: nil) == .waived)
    #expect(try state(waived: "2026-11-18", cancelled: "2026-11-17") == .cancelled)
    #expect(try state(waived: "2026-11-17", cancelled: "2026-11-17") == .waived)
  }

  @Test func `an accepted proof of an unknown due day is neither in time nor late`() throws {
    let day = try Sample.day("2026-11-01")
    let schedule = ObligationSchedule(.once(day), dueOffset: try Sample.period("10bd"))
    let facts = InstanceFacts(submissions: [try accepted("2026-11-10", on: "2026-11-20")])
    let standing = try schedule.instance(on: day, calendar: nil)
      .standing(on: Sample.day("2026-11-20"), facts: facts, calendar: nil)
    #expect(standing.state == .accepted)
    #expect(standing.timeliness == nil)
    #expect(standing.gap == .noCalendar)
  }

  @Test(arguments: 0..<200)
  func `what comes after a day does not change the answer for it`(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let first = try Sample.day("2026-10-25")
    func day() -> CivilDay { first.adding(days: Int.random(in: 0...60, using: &random)) }
    let submissions = (0..<Int.random(in: 0...4, using: &random)).map { _ in
      let received = day()
      let decided = received.adding(days: Int.random(in: 0...10, using: &random))
      switch Int.random(in: 0...2, using: &random) {
      case 0: return Submission(receivedOn: received)
      case 1: return Submission(receivedOn: received, decision: .accepted(on: decided))
      default:
        let decision = Submission.Decision.rejected(on: decided, resubmitBy: nil)
        return Submission(receivedOn: received, decision: decision)
      }
    }
    let asked = day()
    let seen = submissions.filter { $0.receivedOn <= asked }.map { submission in
      let isSeen = (submission.decision?.day ?? .last) <= asked
      return isSeen ? submission : Submission(receivedOn: submission.receivedOn)
    }
    let iso = asked.description
    let whole = try standing(on: iso, InstanceFacts(submissions: submissions))
    let part = try standing(on: iso, InstanceFacts(submissions: seen))
    #expect(whole.state == part.state)
    #expect(whole.dueState == part.dueState)
    #expect((whole.dueState == nil) == (whole.state == .accepted))
    #expect((whole.timeliness != nil) == (whole.state == .accepted))
  }
}
