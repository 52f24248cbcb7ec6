import Model
import Testing

@Suite struct ReviewScheduleTests {
  private func schedule(
    _ anchor: String,
    _ interval: String,
    _ policy: ReviewSchedule.Policy
  ) throws -> ReviewSchedule {
    try #require(
      try ReviewSchedule(
        anchor: Sample.day(anchor),
        interval: Sample.period(interval),
        policy: policy
      )
    )
  }

  @Test func `TC-01 a leap-day start is due on 28 February`() throws {
    let due = try schedule("2024-02-29", "12m", .rolling).due(afterReviewsHeldOn: [])
    #expect(due.description == "2025-02-28")
    #expect(try DueState(due: due, on: Sample.day("2025-02-28")) == .dueSoon)
    #expect(try DueState(due: due, on: Sample.day("2025-03-01")) == .overdue(days: 1))
    let anchored = try schedule("2024-02-29", "12m", .anchored)
    #expect(
      (1...4).map { anchored.slot($0).description }
        == ["2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"]
    )
  }

  @Test func `TC-02 a late review moves a rolling series and not an anchored one`() throws {
    let held = [try Sample.day("2025-03-10")]
    let day = try Sample.day("2026-03-05")
    let rolling = try schedule("2024-02-29", "12m", .rolling).due(afterReviewsHeldOn: held)
    #expect(rolling.description == "2026-03-10")
    #expect(DueState(due: rolling, on: day) == .dueSoon)
    let anchored = try schedule("2024-02-29", "12m", .anchored).due(afterReviewsHeldOn: held)
    #expect(anchored.description == "2026-02-28")
    #expect(DueState(due: anchored, on: day) == .overdue(days: 5))
  }

  @Test(arguments: [("2025-08-31", "2026-02-28"), ("2023-08-31", "2024-02-29")])
  func `TC-03 six months from a month's end`(held: String, due: String) throws {
    let schedule = try schedule("2020-01-01", "6m", .rolling)
    #expect(try schedule.due(afterReviewsHeldOn: [Sample.day(held)]).description == due)
  }

  @Test(arguments: [
    ("2024-12-02", "2026-01-01"), ("2024-12-01", "2025-01-01"), ("2025-01-01", "2026-01-01"),
    ("2025-11-30", "2026-01-01"), ("2025-12-02", "2027-01-01"), ("2023-06-01", "2025-01-01"),
  ])
  func `an anchored slot is filled on its day and 30 days before it`(
    held: String,
    due: String
  ) throws {
    let schedule = try schedule("2024-01-01", "12m", .anchored)
    #expect(try schedule.due(afterReviewsHeldOn: [Sample.day(held)]).description == due)
  }

  @Test func `a schedule without a calendar interval cannot be made`() throws {
    let anchor = try Sample.day("2024-01-01")
    #expect(try ReviewSchedule(anchor: anchor, interval: Sample.period("0m")) == nil)
    #expect(try ReviewSchedule(anchor: anchor, interval: Sample.period("5bd")) == nil)
  }

  @Test func `due soon begins with the lead and ends with the grace`() throws {
    let due = try Sample.day("2026-06-30")
    func state(_ iso: String) throws -> DueState {
      try DueState(due: due, on: Sample.day(iso), leadDays: 30, graceDays: 5)
    }
    #expect(try state("2026-05-30") == .ok)
    #expect(try state("2026-05-31") == .dueSoon)
    #expect(try state("2026-07-05") == .dueSoon)
    #expect(try state("2026-07-06") == .overdue(days: 6))
  }
}
