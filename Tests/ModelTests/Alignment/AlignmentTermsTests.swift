import Model
import TestSupport
import Testing

@Suite struct AlignmentTermsTests {
  private func sample() throws -> AlignmentSample {
    var sample = try AlignmentSample()
    try sample.component(21, ["agreement": "2"])
    return sample
  }

  @Test func `a contract that ends before the SLA is a gap of the days between`() throws {
    var sample = try sample()
    try sample.change(1) {
      $0.terms.openEnded = false
      $0.terms.endsOn = try Sample.day("2027-12-31")
    }
    #expect(try sample.link(.term).verdict == .aligned)
    try sample.change(2) {
      $0.terms.openEnded = false
      $0.terms.endsOn = try Sample.day("2027-12-31")
    }
    #expect(try sample.link(.term).verdict == .aligned)
    try sample.change(2) { $0.terms.endsOn = try Sample.day("2027-12-01") }
    #expect(try sample.link(.term).verdict == .gap(.days(30)))
  }

  @Test func `an SLA without end needs contracts without end`() throws {
    var sample = try sample()
    #expect(try sample.link(.term).verdict == .aligned)
    try sample.change(2) {
      $0.terms.openEnded = false
      $0.terms.endsOn = try Sample.day("2027-12-31")
    }
    let link = try sample.link(.term)
    #expect(link.verdict == .gap(nil))
    #expect(link.promised?.text == "no end")
    #expect(link.carried?.text == "2027-12-31")
    try sample.change(2) {
      $0.terms.renewal = .automatic
      $0.terms.renewalTerm = try Sample.period("1y")
    }
    #expect(try sample.link(.term).verdict == .aligned)
  }

  @Test func `a supplier that gives shorter notice is a gap`() throws {
    var sample = try sample()
    #expect(
      try sample.link(.notice).verdict
        == .unknown("SLA SLA-1 does not say how long before its end we give notice.")
    )
    try sample.change(1) { $0.terms.noticePeriod = try Sample.period("3m") }
    #expect(
      try sample.link(.notice).verdict
        == .unknown(
          "The contract C-1 with P-1 does not say how long before its end they give notice."
        )
    )
    for (text, verdict) in [
      ("3m", AlignmentVerdict.aligned), ("1q", .aligned), ("92d", .aligned),
      ("90d", .gap(.days(2))), ("2m", .gap(.days(31))),
    ] {
      try sample.change(2) { $0.noticePeriodTheirs = try Sample.period(text) }
      #expect(try sample.link(.notice).verdict == verdict, "\(text)")
    }
  }

  @Test func `a customer who may ask for more than the supplier bears is a gap`() throws {
    var sample = try sample()
    let limit = ["metric": "Tickets", "value": "1000", "window": "month"]
    func add(_ agreement: Int64, _ facts: [String: String]) throws {
      let all = limit.merging(facts) { $1 }.merging(["agreement": "\(agreement)"]) { $1 }
      let record = try WorkloadLimit.sample("W-\(agreement)", all)
      try sample.change(agreement) { $0.records[WorkloadLimit.self] = [record] }
    }
    try add(1, [:])
    #expect(
      try sample.link(.workload).verdict == .unknown("No agreement behind it limits Tickets.")
    )
    try add(2, ["metric": "tickets"])
    #expect(try sample.link(.workload).verdict == .aligned)
    try add(2, ["value": "800"])
    #expect(try sample.link(.workload).verdict == .gap(.number(200, unit: "")))
    try add(2, ["value": "11000", "window": "year"])
    let link = try sample.link(.workload)
    #expect(link.verdict == .gap(.number(1_000, unit: "")))
    #expect(link.reason == "Needed 12000 a year; limit W-2 allows 11000.")
    try add(2, ["unit": "pieces"])
    #expect(
      try sample.link(.workload).verdict
        == .unknown("Limits of Tickets are in different units.")
    )
  }

  @Test func `a limit for one service is not compared with that of another`() throws {
    var sample = try sample()
    sample.graph.services.append(.init(id: 5, reference: "S-2", name: "Mail"))
    try sample.component(22, ["agreement": "4", "service": "5"])
    let limit = ["metric": "Tickets", "window": "month"]
    for (id, facts) in [
      (1, ["value": "1000", "service": "3"]), (2, ["value": "1000"]), (4, ["value": "10"]),
    ] as [(Int64, [String: String])] {
      let all = limit.merging(facts) { $1 }.merging(["agreement": "\(id)"]) { $1 }
      let record = try WorkloadLimit.sample("W-\(id)", all)
      try sample.change(id) { $0.records.add(record) }
    }
    try sample.change(1) { $0.services = ["S-1", "S-2"] }
    #expect(try sample.link(.workload).verdict == .aligned)
  }

  @Test func `a component without agreement or with one that is not known is unknown`() throws {
    var sample = try AlignmentSample()
    try sample.component(21, ["agreement": "99", "operatedBy": "7", "availability": "99.99"])
    try sample.component(22, ["operatedBy": "8", "availability": "99.99"])
    #expect(
      try sample.chain.links.map(\.verdict) == [
        .unknown("Component K-21 names an agreement that is not known."),
        .unknown("Component K-22 is run by P-2 without agreement."),
      ]
    )
  }

  @Test func `credits that may be owed are set against those that may be claimed`() throws {
    var sample = try sample()
    #expect(try sample.chain.links.filter { $0.aspect == .credits }.isEmpty)
    func add(_ agreement: Int64, _ facts: [String: String]) throws {
      let all = ["agreement": "\(agreement)", "shape": "bands"].merging(facts) { $1 }
      let record = try CreditRule.sample("R-\(agreement)", all)
      try sample.change(agreement) { $0.records[CreditRule.self] = [record] }
    }
    let bands = "99.90:0 99.50:5 99.00:10 0:25"
    try add(1, ["bands": bands, "charge": "12345.70 EUR", "capPercent": "12"])
    let owed = try sample.link(.credits)
    #expect(owed.promised?.text == "1481.48 EUR")
    #expect(owed.verdict.word == "gap")
    try add(2, ["bands": bands, "charge": "4000.00 EUR"])
    let link = try sample.link(.credits)
    #expect(link.carried?.text == "1000.00 EUR")
    #expect(link.verdict.word == "gap")
    try add(2, ["shape": "linear", "charge": "4000.00 EUR"])
    #expect(
      try sample.link(.credits).verdict
        == .unknown("What credit rule R-2 credits at most is not known.")
    )
    try add(2, ["bands": bands, "charge": "9000.00 USD"])
    #expect(try sample.link(.credits).verdict == .unknown("Credits are in EUR and USD."))
  }
}
