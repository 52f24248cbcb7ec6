import Model
import Testing

@Suite struct AttestationReportTests {
  private func term(_ start: String, _ end: String) throws -> Term {
    Term(startsOn: try Sample.day(start), endsOn: try Sample.day(end))
  }

  private func report(_ start: String, _ end: String, accepted: String?) throws -> AttestationReport
  {
    AttestationReport(period: try term(start, end), acceptedOn: try accepted.map(Sample.day))
  }

  private func letter(_ start: String, _ end: String, accepted: String?) throws
    -> AttestationReport.BridgeLetter
  {
    AttestationReport.BridgeLetter(
      days: try term(start, end),
      acceptedOn: try accepted.map(Sample.day)
    )
  }

  private func first() throws -> AttestationReport {
    try report("2025-01-01", "2025-12-31", accepted: "2026-02-10")
  }

  private func next() throws -> AttestationReport {
    try report("2026-03-01", "2027-02-28", accepted: "2027-04-10")
  }

  @Test(arguments: [
    ("2026-02-09", AssuranceStanding.State.missing), ("2026-02-10", .valid),
    ("2026-11-22", .valid), ("2026-12-31", .valid), ("2027-01-01", .dueSoon),
    ("2027-01-15", .dueSoon), ("2027-03-31", .dueSoon),
    ("2027-04-01", .invalid(since: CivilDay(number: 20_909))),
  ])
  func `TC-23 a report counts for a year and the time to issue the next`(
    day: String,
    state: AssuranceStanding.State
  ) throws {
    let standing = try AttestationReport.standing(of: [first()], on: Sample.day(day))
    #expect(standing.state == state)
    #expect(standing.gap == nil)
    let isMissing = state == .missing
    #expect(standing.validThrough?.description == (isMissing ? nil : "2026-12-31"))
    #expect(standing.chaseOn?.description == (isMissing ? nil : "2027-01-30"))
  }

  @Test func `TC-23 a gap of 59 days needs a bridge letter`() throws {
    let day = try Sample.day("2027-04-15")
    let gap = try term("2026-01-01", "2026-02-28")
    let open = try AttestationReport.standing(of: [first(), next()], on: day)
    #expect(open.gap?.days == gap)
    #expect(open.gap?.judgement == .needsBridgeLetter)
    #expect(open.gap?.length == 59)
    #expect(open.state == .invalid(since: gap.startsOn))
    let bridged = try AttestationReport.standing(
      of: [next(), first()],
      letters: [letter("2026-01-01", "2026-02-28", accepted: "2027-04-15")],
      on: day
    )
    #expect(bridged.gap?.judgement == .bridged)
    #expect(bridged.state == .valid)
    #expect(bridged.validThrough?.description == "2028-02-28")
  }

  @Test func `a letter counts if it is accepted and covers the whole gap`() throws {
    let letters = [
      try letter("2026-01-01", "2026-02-28", accepted: nil),
      try letter("2026-01-01", "2026-02-28", accepted: "2027-04-16"),
      try letter("2026-01-02", "2026-02-28", accepted: "2027-04-01"),
      try letter("2026-01-01", "2026-02-27", accepted: "2027-04-01"),
    ]
    let standing = try AttestationReport.standing(
      of: [first(), next()],
      letters: letters,
      on: Sample.day("2027-04-15")
    )
    #expect(standing.gap?.judgement == .needsBridgeLetter)
  }

  @Test(arguments: [
    ("2026-04-01", AssuranceGap.Judgement.bridged), ("2026-04-02", .tooLong),
  ])
  func `a gap of more than three months cannot be bridged`(
    start: String,
    judgement: AssuranceGap.Judgement
  ) throws {
    let standing = try AttestationReport.standing(
      of: [first(), report(start, "2027-03-31", accepted: "2027-04-10")],
      letters: [letter("2026-01-01", "2026-12-31", accepted: "2027-04-10")],
      on: Sample.day("2027-04-15")
    )
    #expect(standing.gap?.judgement == judgement)
  }

  @Test func `periods that follow each other or overlap have no gap`() throws {
    for start in ["2026-01-01", "2025-12-15"] {
      let standing = try AttestationReport.standing(
        of: [first(), report(start, "2026-12-31", accepted: "2027-02-10")],
        on: Sample.day("2027-02-10")
      )
      #expect(standing.gap == nil)
      #expect(standing.state == .valid)
    }
  }

  @Test func `a report that was not accepted is missing`() throws {
    let reports = [try report("2025-01-01", "2025-12-31", accepted: nil)]
    #expect(
      try AttestationReport.standing(of: reports, on: Sample.day("2026-03-01")).state == .missing
    )
  }
}
