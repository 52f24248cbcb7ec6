import Model
import TestSupport
import Testing

@Suite struct AlignmentCoverTests {
  private func cover(
    _ risk: [String: String],
    until: String?,
    on day: String = "2026-06-01"
  ) throws -> AlignmentCover {
    var sample = try AlignmentSample(on: day)
    try sample.change(1) {
      $0.records.add(
        try AlignmentAssessment.sample(
          "AA-1",
          ["agreement": "1", "assessedOn": "2026-01-10", "risk": "5"]
        )
      )
    }
    let owner = risk["owner"] == "" ? [:] : ["owner": "Ada"]
    let facts = ["title": "Hosting"].merging(owner) { $1 }.merging(risk.filter { $1 != "" }) { $1 }
    sample.graph.records.add(try Risk.sample("RI-1", id: 5, facts))
    if let until {
      sample.graph.records.add(
        try RiskAcceptance.sample(
          "RA-1",
          ["risk": "5", "acceptedBy": "Ada", "acceptedOn": "2026-01-15", "expiresOn": until]
        )
      )
    }
    return try sample.chain.cover
  }

  @Test func `a risk covers through its last day`() throws {
    let day = try Sample.day("2026-06-30")
    #expect(try cover([:], until: "2026-06-30") == .accepted(risk: "RI-1", until: day))
    #expect(
      try cover([:], until: "2026-06-30", on: "2026-06-30")
        == .accepted(risk: "RI-1", until: day)
    )
    let late = try cover([:], until: "2026-06-30", on: "2026-07-01")
    #expect(late == .lapsed(risk: "RI-1", on: day))
    #expect(late.words == "acceptance of risk RI-1 ran out on 2026-06-30")
    #expect(!late.isCovering)
  }

  @Test func `a risk must be open, owned and accepted`() throws {
    #expect(try cover([:], until: nil).words == "risk RI-1 is accepted by nobody")
    #expect(try cover(["state": "closed"], until: "2026-12-31").words == "risk RI-1 is closed")
    #expect(try cover(["owner": ""], until: "2026-12-31").words == "risk RI-1 has no owner")
    #expect(
      try cover([:], until: "2026-12-31", on: "2026-01-14").words
        == "risk RI-1 is accepted by nobody"
    )
    #expect(try cover([:], until: "2026-12-31", on: "2026-01-09") == .none)
  }

  @Test func `without an assessment nothing is covered`() throws {
    let chain = try AlignmentSample().chain
    #expect(chain.cover == .none)
    #expect(chain.verdict == .unknown("Agreement SLA-1 has no target on record."))
    #expect(chain.customers == ["K-1"])
  }

  @Test func `an SLA without services or with unknown ones is unknown`() throws {
    var sample = try AlignmentSample()
    try sample.change(1) { $0.services = [] }
    #expect(
      try sample.chain.verdict
        == .unknown("SLA SLA-1 names no service, so what is behind it is not known.")
    )
    try sample.change(1) { $0.services = ["S-9"] }
    #expect(
      try sample.chain.verdict == .unknown("SLA SLA-1 names service S-9, which is not known.")
    )
  }
}
