import Model
import TestSupport
import Testing

@testable import Rules

@Suite struct SUP05Tests {
  private let day = "2026-03-31"

  /// A customer with an SLA `A-1` for the service `S-1`.
  private func file(
    assessedOn: String? = nil,
    risk: String? = nil,
    _ change: (inout AgreementFile) throws -> Void = { _ in }
  ) throws -> RelationshipFile {
    var file = RelationshipFile(party: PartyFacts(id: 9, reference: "P-9", name: "Shop"))
    var sla = try RuleSamples.agreement(.sla, "A-1", id: 5, startsOn: "2024-01-01", on: day)
    sla.services = ["S-1"]
    if let assessedOn {
      var facts = ["agreement": "5", "assessedOn": assessedOn]
      facts["risk"] = risk
      sla.records.add(try AlignmentAssessment.sample("AA-1", facts))
    }
    try change(&sla)
    file.agreements = [sla]
    return file
  }

  /// A graph in which `S-1` depends on the contract `C-1`, whose second version takes effect.
  private func context(
    on day: String? = nil,
    changedOn: String? = nil,
    isUnknown: Bool = false
  ) throws -> RuleContext {
    var contract = try RuleSamples.agreement(on: self.day)
    if changedOn != nil || isUnknown {
      contract.versions = [
        AgreementFile.Version(number: 1, effectiveFrom: nil),
        AgreementFile.Version(
          number: 2,
          effectiveFrom: try changedOn.map { try RuleSamples.day($0) }
        ),
      ]
    }
    var graph = SupplierSamples.graph()
    graph.agreements[1] = contract
    graph.records.add(
      try Dependency.sample("D-1", ["service": "3", "party": "7", "agreement": "1"])
    )
    return try RuleSamples.context(on: day ?? self.day) { $0.graph = graph }
  }

  private func accepted(until last: String, _ state: String = "open") throws -> RelationshipFile {
    try file(assessedOn: "2026-01-01", risk: "2") { sla in
      sla.records.add(try Risk.sample("RI-1", id: 2, ["title": "Slow", "state": state]))
      sla.records.add(
        try RiskAcceptance.sample(
          "RA-1",
          ["risk": "2", "acceptedBy": "Ada", "acceptedOn": "2026-01-01", "expiresOn": last]
        )
      )
    }
  }

  @Test func `an assessment holds for twelve months, the day after it is overdue`() throws {
    let file = try file(assessedOn: "2025-03-31")
    let due = try Rule.alignment.only(file, try context())
    #expect(due.result == .dueSoon)
    #expect(due.evidence == [Judgement.Evidence("alignmentAssessment", "AA-1")])
    let late = try Rule.alignment.only(file, try context(on: "2026-04-01"))
    #expect(late.result == .fail)
    #expect(late.grade == .minor)
    #expect(
      late.message
        == """
        Alignment of A-1 with its suppliers: last assessed 2025-03-31, due 2026-03-31, 1 day \
        overdue as of 2026-04-01.
        """
    )
  }

  @Test func `an SLA that was never assessed counts from its start`() throws {
    let judgement = try Rule.alignment.only(try file(), try context())
    #expect(judgement.result == .fail)
    #expect(
      judgement.message
        == """
        Alignment of A-1 with its suppliers: never assessed, due 2025-01-01, 454 days overdue as \
        of 2026-03-31.
        """
    )
  }

  @Test func `an assessment from before the due days passes`() throws {
    let judgement = try Rule.alignment.only(try file(assessedOn: "2026-01-01"), try context())
    #expect(judgement.result == .pass)
    #expect(
      judgement.message
        == "Alignment of A-1 with its suppliers: last assessed 2026-01-01, due 2027-01-01."
    )
  }

  @Test func `thirty days after a change of a contract it is due, the day after overdue`() throws {
    let file = try file(assessedOn: "2026-01-01")
    let due = try Rule.alignment.only(file, try context(changedOn: "2026-03-01"))
    #expect(due.result == .dueSoon)
    #expect(due.due?.description == "2026-03-31")
    let late = try Rule.alignment.only(
      file,
      try context(on: "2026-04-01", changedOn: "2026-03-01")
    )
    #expect(
      late.message
        == """
        Alignment of A-1 with its suppliers: last assessed 2026-01-01, version 2 of C-1 took \
        effect 2026-03-01, due 2026-03-31, 1 day overdue as of 2026-04-01.
        """
    )
    let same = try Rule.alignment.only(
      file,
      try context(on: "2026-04-01", changedOn: "2026-01-01")
    )
    #expect(same.result == .pass)
  }

  @Test func `a change of the SLA itself counts too`() throws {
    let file = try file(assessedOn: "2026-01-01") { sla in
      sla.versions = [
        AgreementFile.Version(number: 2, effectiveFrom: try RuleSamples.day("2026-02-01"))
      ]
    }
    #expect(try Rule.alignment.only(file, try context()).result == .fail)
  }

  @Test func `a version without a day cannot be judged`() throws {
    let judgement = try Rule.alignment.only(
      try file(assessedOn: "2026-01-01"),
      try context(isUnknown: true)
    )
    #expect(judgement.result == .insufficientData)
    #expect(
      judgement.message
        == """
        Alignment of A-1 with its suppliers: from when version 2 of C-1 took effect is not known.
        """
    )
  }

  @Test func `what is behind an SLA without services is not known`() throws {
    let judgement = try Rule.alignment.only(try file { $0.services = [] }, try context())
    #expect(judgement.result == .insufficientData)
    #expect(
      judgement.message == "SLA A-1 names no service, so what is behind it is not known."
    )
  }

  @Test func `a service that is not known is no pass`() throws {
    let judgement = try Rule.alignment.only(try file { $0.services = ["S-7"] }, try context())
    #expect(judgement.result == .insufficientData)
    #expect(judgement.message == "SLA A-1 names service S-7, which is not known.")
  }

  @Test func `a supply is enough for a service to rest on somebody`() throws {
    let context = try RuleSamples.context(on: day) { $0.graph = SupplierSamples.graph() }
      .adding(try SupplyLink.sample("SL-1", ["party": "7", "service": "3"]))
    #expect(try Rule.alignment.only(try file(), context).result == .fail)
  }

  @Test func `without a start nothing is due`() throws {
    let judgement = try Rule.alignment.only(try file { $0.terms.startsOn = nil }, try context())
    #expect(judgement.result == .insufficientData)
    #expect(
      judgement.message
        == "Alignment of A-1 with its suppliers: the SLA has no start, so nothing is due."
    )
  }

  @Test func `an SLA that rests on nobody else, or is over, does not concern it`() throws {
    let alone = try RuleSamples.context(on: day) { $0.graph = SupplierSamples.graph() }
    let judgement = try Rule.alignment.only(try file(), alone)
    #expect(judgement.result == .notApplicable)
    #expect(judgement.message == "SLA A-1 rests on nobody else.")
    let over = try file { $0.standing.status = .ended }
    #expect(try Rule.alignment.only(over, try context()).result == .notApplicable)
  }

  @Test func `a service by way of another one counts`() throws {
    var context = try context().adding(
      try Dependency.sample("D-2", id: 2, ["service": "4", "onService": "3"])
    )
    context.graph.services.append(ServiceGraph.Service(id: 4, reference: "S-2", name: "Shop"))
    let judgement = try Rule.alignment.only(try file { $0.services = ["S-2"] }, context)
    #expect(judgement.result == .fail)
  }

  @Test func `the acceptance of a risk holds through its last day`() throws {
    let last = Rule.alignment.judge(try accepted(until: day), try context())
    #expect(last.map(\.result) == [.pass, .dueSoon])
    #expect(last.last?.part == "RI-1")
    let over = Rule.alignment.judge(try accepted(until: "2026-03-30"), try context())
    #expect(over.map(\.result) == [.pass, .fail])
    #expect(over.last?.grade == .minor)
    #expect(
      over.last?.message
        == """
        Alignment of A-1: risk RI-1: accepted until 2026-03-30, due 2026-03-30, 1 day overdue as \
        of 2026-03-31.
        """
    )
    let closed = Rule.alignment.judge(try accepted(until: "2026-03-30", "closed"), try context())
    #expect(closed.last?.message == "Alignment of A-1: risk RI-1 is closed.")
    #expect(closed.last?.result == .pass)
  }

  @Test func `a risk that nobody accepted, or that is not known, is found`() throws {
    let open = try file(assessedOn: "2026-01-01", risk: "2") { sla in
      sla.records.add(try Risk.sample("RI-1", id: 2, ["title": "Slow"]))
    }
    #expect(
      Rule.alignment.judge(open, try context()).last?.message
        == "Alignment of A-1: risk RI-1 is accepted by nobody as of 2026-03-31."
    )
    let unknown = try file(assessedOn: "2026-01-01", risk: "2")
    let judgement = Rule.alignment.judge(unknown, try context()).last
    #expect(judgement?.result == .insufficientData)
    #expect(
      judgement?.message
        == "Alignment of A-1: the risk that assessment AA-1 names is not known."
    )
  }

  @Test func `a waiver holds through its last day`() throws {
    try Rule.alignment.expectWaivable(try file(), try context(), "agreement", "A-1")
  }
}
