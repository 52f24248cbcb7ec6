import Model
import Testing

@Suite struct CreditClaimWindowTests {
  @Test func `a claim for April may come until the 30th of May`() throws {
    let window = CreditClaimWindow(periodEnd: try Sample.day("2026-04-30"), claimDays: 30)
    func state(_ day: String, claimed: String? = nil) throws -> CreditClaimWindow.State {
      window.state(on: try Sample.day(day), claimedOn: try claimed.map { try Sample.day($0) })
    }
    #expect(window.lastDay == (try Sample.day("2026-05-30")))
    #expect(try state("2026-05-01") == .open(daysLeft: 29))
    #expect(try state("2026-05-30") == .open(daysLeft: 0))
    #expect(try state("2026-05-31") == .lapsed(days: 1))
    #expect(try state("2026-05-31", claimed: "2026-05-30") == .claimed)
    #expect(try state("2026-06-05", claimed: "2026-06-01") == .claimedLate(days: 2))
    #expect(try state("2026-05-31", claimed: "2026-06-01") == .lapsed(days: 1))
  }

  @Test func `a credit is earned back by the next periods`() {
    let rule = EarnBack(periods: 2)
    func state(_ states: MeasurementState...) -> EarnBack.State {
      rule.state(after: states.map { JudgedMeasurement(state: $0) })
    }
    #expect(state() == .open(met: 0))
    #expect(state(.met) == .open(met: 1))
    #expect(state(.met, .met) == .cancelled)
    #expect(state(.met, .missed) == .kept)
    #expect(state(.met, .met, .missed) == .cancelled)
    #expect(state(.met, .noData, .met) == .open(met: 1))
    #expect(state(.disputed, .met) == .open(met: 1))
    #expect(state(.noData, .missed) == .kept)
    #expect(state(.met, .excluded, .met) == .cancelled)
    #expect(EarnBack(periods: 0).periods == 1)
  }
}
