import Model
import Testing

@Suite struct AssuranceCoverTests {
  private func term(_ start: String, _ end: String) throws -> Term {
    Term(startsOn: try Sample.day(start), endsOn: try Sample.day(end))
  }

  private func certificate(withdrawn: String? = nil, surveyed: [String]? = nil) throws
    -> AssuranceCover
  {
    .certificate(
      try term("2024-06-15", "2027-06-14"),
      acceptedOn: try Sample.day("2024-07-01"),
      withdrawnOn: try withdrawn.map(Sample.day),
      surveyedOn: try surveyed?.map(Sample.day)
    )
  }

  private func standing(_ covers: [AssuranceCover?], _ day: String) throws -> AssuranceStanding {
    try AssuranceCover.standing(of: covers.compactMap(\.self), on: Sample.day(day), leadDays: 60)
  }

  @Test(arguments: [
    ("2024-06-30", AssuranceStanding.State.missing), ("2024-07-01", .valid),
    ("2026-11-22", .valid), ("2027-04-14", .valid), ("2027-04-15", .dueSoon),
    ("2027-06-14", .dueSoon), ("2027-06-15", .invalid(since: CivilDay(number: 20_984))),
  ])
  func `TC-23 a certificate is chased 60 days before its end`(
    day: String,
    state: AssuranceStanding.State
  ) throws {
    let standing = try standing([certificate()], day)
    #expect(standing.state == state)
    guard state != .missing else { return }
    #expect(standing.chaseOn?.description == "2027-04-15")
    #expect(standing.validThrough?.description == "2027-06-14")
  }

  @Test func `TC-23 a certificate has 204 days left`() throws {
    let day = try Sample.day("2026-11-22")
    let standing = try standing([certificate()], "2026-11-22")
    #expect(standing.validThrough.map { day.days(to: $0) } == 204)
  }

  @Test func `a withdrawn certificate held until the day before`() throws {
    let cover = try certificate(withdrawn: "2026-03-01")
    #expect(try standing([cover], "2026-02-28").validThrough?.description == "2027-06-14")
    let after = try standing([cover], "2026-03-02")
    #expect(after.state == .invalid(since: try Sample.day("2026-03-01")))
    #expect(try standing([certificate(withdrawn: "2024-06-15")], "2026-03-02").state == .missing)
  }

  @Test func `yearly surveillance must be confirmed`() throws {
    let cover = try certificate(surveyed: ["2025-06-01", "2026-07-01"])
    #expect(try standing([cover], "2025-05-31").validThrough?.description == "2025-06-15")
    #expect(try standing([cover], "2025-06-01").validThrough?.description == "2026-06-01")
    let late = try standing([cover], "2026-06-30")
    #expect(late.state == .invalid(since: try Sample.day("2026-06-02")))
    #expect(try standing([cover], "2026-07-01").validThrough?.description == "2027-06-14")
    #expect(
      try standing([certificate(surveyed: [])], "2025-06-16").state
        == .invalid(since: Sample.day("2025-06-16"))
    )
  }

  @Test func `a successor counts if no day is free between`() throws {
    let accepted = try Sample.day("2027-06-01")
    func next(_ start: String) throws -> AssuranceCover {
      .certificate(try term(start, "2030-06-14"), acceptedOn: accepted)
    }
    for start in ["2027-06-15", "2027-05-01"] {
      let standing = try standing([next(start), certificate()], "2027-06-14")
      #expect(standing.validThrough?.description == "2030-06-14")
      #expect(standing.state == .valid)
    }
    let broken = [try certificate(), try next("2027-06-16")]
    #expect(try standing(broken, "2027-06-14").validThrough?.description == "2027-06-14")
    #expect(
      try standing(broken, "2027-06-15").state == .invalid(since: Sample.day("2027-06-15"))
    )
    #expect(try standing(broken, "2027-06-16").state == .valid)
  }

  @Test func `an insurance counts if its limit and the insured are right`() throws {
    let currency = try #require(Currency("EUR"))
    func cover(_ limit: Int64?, isParty: Bool = true) throws -> AssuranceCover? {
      .insurance(
        try term("2026-01-01", "2026-12-31"),
        limit: limit.map { Money(minorUnits: $0, currency: currency) },
        agreed: Money(minorUnits: 500_000_000, currency: currency),
        insuredIsParty: isParty,
        acceptedOn: try Sample.day("2026-01-01")
      )
    }
    #expect(try standing([cover(500_000_000)], "2026-06-01").state == .valid)
    #expect(try standing([cover(499_999_999)], "2026-06-01").state == .missing)
    #expect(try standing([cover(nil)], "2026-06-01").state == .missing)
    #expect(try standing([cover(500_000_000, isParty: false)], "2026-06-01").state == .missing)
    let dollars = Money(minorUnits: 900_000_000, currency: try #require(Currency("USD")))
    let other = AssuranceCover.insurance(
      try term("2026-01-01", "2026-12-31"),
      limit: dollars,
      agreed: Money(minorUnits: 500_000_000, currency: currency),
      insuredIsParty: true,
      acceptedOn: try Sample.day("2026-01-01")
    )
    #expect(other == nil)
  }

  @Test func `a test counts for twelve months if its findings have a plan`() throws {
    let day = try Sample.day("2025-08-31")
    let cover = AssuranceCover.yearly(on: day, hasPlan: true, acceptedOn: day)
    #expect(try standing([cover], "2026-07-01").state == .valid)
    #expect(try standing([cover], "2026-07-02").state == .dueSoon)
    #expect(try standing([cover], "2026-08-31").state == .dueSoon)
    #expect(
      try standing([cover], "2026-09-01").state == .invalid(since: Sample.day("2026-09-01"))
    )
    #expect(AssuranceCover.yearly(on: day, hasPlan: false, acceptedOn: day) == nil)
    #expect(
      try standing([.yearly(on: day, hasPlan: true, acceptedOn: nil)], "2026-07-01").state
        == .missing
    )
  }
}
