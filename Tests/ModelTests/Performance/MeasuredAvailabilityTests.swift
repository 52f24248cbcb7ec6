import Model
import Testing

@Suite struct MeasuredAvailabilityTests {
  @Test func `excluded time leaves numerator and denominator`() throws {
    let availability = try MeasuredAvailability(
      agreedSeconds: 43_200 * 60,
      downtimeSeconds: 65 * 60,
      excludedSeconds: 20 * 60
    )
    let percentage = try #require(availability.percentage)
    #expect(availability.countedSeconds == 43_180 * 60)
    #expect(availability.countedDowntimeSeconds == 45 * 60)
    #expect(percentage.exactText == "99.895785… %")
    #expect(percentage.text(decimals: 2) == "99.89 %")
    #expect(try percentage < Percentage("99.9"))
    #expect(availability.value == .ratio(43_135 * 60, of: 43_180 * 60))
  }

  @Test func `excluded time leaves the downtime only where that is agreed`() throws {
    let availability = try MeasuredAvailability(
      agreedSeconds: 43_200 * 60,
      downtimeSeconds: 65 * 60,
      excludedSeconds: 20 * 60,
      treatment: .leavesDowntime
    )
    let percentage = try #require(availability.percentage)
    #expect(availability.countedSeconds == 43_200 * 60)
    #expect(percentage.exactText == "99.895833… %")
    #expect(percentage.text(decimals: 2) == "99.89 %")
  }

  @Test func `the real minutes of March decide`() throws {
    let down: Int64 = 44 * 60 + 36
    let real = try MeasuredAvailability(agreedSeconds: 44_580 * 60, downtimeSeconds: down)
    let naive = try MeasuredAvailability(agreedSeconds: 44_640 * 60, downtimeSeconds: down)
    #expect(try #require(real.percentage).exactText == "99.899955… %")
    #expect(try #require(naive.percentage).exactText == "99.900089… %")
  }

  @Test func `without agreed time there is no availability`() throws {
    let nothing = try MeasuredAvailability(agreedSeconds: 0, downtimeSeconds: 0)
    #expect(nothing.percentage == nil)
    let allExcluded = try MeasuredAvailability(
      agreedSeconds: 60,
      downtimeSeconds: 60,
      excludedSeconds: 60
    )
    #expect(allExcluded.percentage == nil)
    let stays = try MeasuredAvailability(
      agreedSeconds: 60,
      downtimeSeconds: 60,
      excludedSeconds: 60,
      treatment: .leavesDowntime
    )
    #expect(stays.percentage == .whole)
  }

  @Test(
    arguments: [
      (-1, 0, 0, nil, .negativeTime), (60, -1, 0, nil, .negativeTime),
      (60, 0, -1, nil, .negativeTime), (60, 30, 61, nil, .excludedAboveAgreed),
      (60, 10, 20, nil, .excludedAboveDowntime), (60, 30, 20, 21, .excludedAboveDowntime),
      (60, 61, 0, nil, .downtimeAboveAgreed), (60, 45, 20, 4, .downtimeAboveAgreed),
    ] as [(Int64, Int64, Int64, Int64?, AvailabilityProblem)]
  )
  func `sums that contradict each other are refused`(
    agreed: Int64,
    down: Int64,
    excluded: Int64,
    excludedDown: Int64?,
    problem: AvailabilityProblem
  ) {
    #expect(throws: problem) {
      try MeasuredAvailability(
        agreedSeconds: agreed,
        downtimeSeconds: down,
        excludedSeconds: excluded,
        excludedDowntimeSeconds: excludedDown
      )
    }
  }

  @Test func `every problem has a sentence`() {
    #expect(AvailabilityProblem.negativeTime.sentence == "A length of time is below zero.")
    #expect(
      AvailabilityProblem.excludedAboveAgreed.sentence == "More time is excluded than was agreed."
    )
    #expect(
      AvailabilityProblem.excludedAboveDowntime.sentence
        == "More downtime is excluded than there was, or more than time is excluded."
    )
    #expect(
      AvailabilityProblem.downtimeAboveAgreed.sentence
        == "There is more downtime than agreed service time."
    )
  }
}
