import Model
import Policies
import TestSupport
import Testing

@testable import Reminders

@Suite struct CaseReminderTests {
  private func day(_ text: String) throws -> CivilDay { try ReminderSamples.day(text) }

  private func contract(
    on text: String,
    _ change: (inout AgreementFile) throws -> Void
  ) throws -> RelationshipFile {
    var file = ReminderSamples.file(tier: "strategic")
    var contract = try ReminderSamples.agreement(startsOn: "2025-01-01", on: day(text))
    try change(&contract)
    file.agreements = [contract]
    return file
  }

  private func messages(
    _ kind: ReminderKind,
    _ file: RelationshipFile,
    on text: String
  ) throws -> [String] {
    try ReminderSamples.context(on: text).preview(kind, file).map(\.message)
  }

  @Test func `a dispute goes on before its level is over`() throws {
    let file = try contract(on: "2026-03-16") { contract in
      contract.records.add(
        try Dispute.sample(
          "D-1",
          ["agreement": "1", "subject": "Invoice", "openedOn": "2026-03-02", "openedBy": "us"]
        )
      )
      for (index, kind) in ["acknowledged", "negotiating"].enumerated() {
        contract.records.add(
          try DisputeStep.sample(
            "DS-\(index)",
            id: Int64(index),
            ["dispute": "1", "kind": kind, "happenedOn": "2026-03-02"]
          )
        )
      }
    }
    #expect(
      try messages(.disputeStep, file, on: "2026-03-16") == [
        """
        Dispute D-1 (Invoice) about Contract C-1 with Acme: negotiating at level 1 since \
        2026-03-02. Settle it at this level, or go up a level and record the step. Due 2026-03-16, \
        today. Otherwise it stands still, and a later claim may be lost.
        """
      ]
    )
  }

  @Test func `a dispute that is closed needs nothing`() throws {
    let file = try contract(on: "2026-03-16") { contract in
      contract.records.add(
        try Dispute.sample(
          "D-1",
          ["agreement": "1", "subject": "Invoice", "openedOn": "2026-03-02", "openedBy": "us"]
        )
      )
      for (index, kind) in ["settled", "closed"].enumerated() {
        contract.records.add(
          try DisputeStep.sample(
            "DS-\(index)",
            id: Int64(index),
            ["dispute": "1", "kind": kind, "happenedOn": "2026-03-03"]
          )
        )
      }
    }
    #expect(try messages(.disputeStep, file, on: "2026-03-16").isEmpty)
  }

  @Test func `an improvement is to be done by its day, by whom it names`() throws {
    let file = try contract(on: "2026-03-16") { contract in
      contract.records.add(
        try Improvement.sample(
          "I-1",
          [
            "title": "Faster", "source": "review", "registeredOn": "2026-01-05",
            "dueOn": "2026-03-16", "owner": "Bea",
          ]
        )
      )
      contract.records.add(
        try Improvement.sample(
          "I-2",
          id: 2,
          ["title": "Cheaper", "source": "review", "registeredOn": "2026-01-05"]
        )
      )
      contract.records.add(
        try Improvement.sample(
          "I-3",
          id: 3,
          [
            "title": "Done", "source": "review", "registeredOn": "2026-01-05",
            "dueOn": "2026-03-16", "doneOn": "2026-03-16",
          ]
        )
      )
    }
    let context = try ReminderSamples.context(on: "2026-03-16")
    let reminders = context.preview(.improvement, file)
    #expect(
      reminders.map(\.message) == [
        """
        Improvement I-1 (Faster) for P-1 (Acme): planned 2026-01-05. Finish it and record the day, \
        or plan it anew. Due 2026-03-16, today. Otherwise what it should improve stays as it is, \
        and it is overdue.
        """
      ]
    )
    #expect(reminders.first?.names == ["Bea"])
    #expect(
      context.due(.improvement, file).unknown.map(\.reason) == [
        "Improvement I-2 (Cheaper) for P-1 (Acme): it has no day by which it shall be done."
      ]
    )
  }

  @Test func `an agreement that does not go on ends`() throws {
    func messages(_ renewal: RenewalKind?, noticeOn given: String? = nil) throws -> [String] {
      var file = ReminderSamples.file()
      let notice = try given.map { try day($0) }
      file.agreements = [
        try ReminderSamples.agreement(
          startsOn: "2025-06-01",
          endsOn: "2026-05-29",
          on: day("2026-05-29")
        ) {
          $0.renewal = renewal
          $0.renewalTerm = Period(known: 12, .month)
          $0.noticePeriod = Period(known: 3, .month)
          $0.noticeGivenOn = notice
        }
      ]
      return try self.messages(.termEnd, file, on: "2026-05-29")
    }
    let end = """
      Arrange what follows: a new agreement, a transfer, or the end of the service. The last day \
      is 2026-05-29, today. Otherwise what it covers goes on without an agreement.
      """
    #expect(
      try messages(RenewalKind.none) == [
        "Contract C-1 with Acme: it does not go on by itself. \(end)"
      ]
    )
    #expect(
      try messages(.automatic, noticeOn: "2026-01-05") == [
        "Contract C-1 with Acme: notice was given. \(end)"
      ]
    )
    #expect(try messages(.automatic).isEmpty)
  }

  @Test func `satisfaction is measured again a year after the last survey`() throws {
    var file = ReminderSamples.file("customer")
    file.agreements = [
      try ReminderSamples.agreement(.sla, "S-1", startsOn: "2024-03-02", on: day("2026-03-16"))
    ]
    file.records.add(
      try Survey.sample(
        "V-1",
        [
          "party": "7", "periodStart": "2025-01-01", "periodEnd": "2025-02-28",
          "closedOn": "2025-03-16",
        ]
      )
    )
    #expect(
      try messages(.survey, file, on: "2026-03-16") == [
        """
        Satisfaction of customer P-1 (Acme): last measured 2025-03-16. Run the survey and close \
        it. Due 2026-03-16, today. Otherwise nobody knows how satisfied the customer is, and the \
        survey is overdue.
        """
      ]
    )
    let unknown = try ReminderSamples.context(on: "2026-03-16")
      .due(.survey, ReminderSamples.file("customer")).unknown
    #expect(
      unknown.map(\.reason) == [
        "Satisfaction of customer P-1 (Acme): never measured, and nothing says since when."
      ]
    )
  }

  @Test func `an exit plan is reviewed, then tested`() throws {
    func thing(_ facts: [String: String]) throws -> DueThing? {
      let file = try contract(on: "2026-03-16") { contract in
        let all = ["agreement": "1", "kind": "exit", "approvedOn": "2025-03-17"]
        contract.records.add(try ExitPlan.sample("X-1", all.merging(facts) { $1 }))
      }
      return try ReminderSamples.context(on: "2026-03-16", through: "2027-03-31").due(
        .exitPlan,
        file
      ).things.first
    }
    let review = try #require(try thing([:]))
    #expect(review.key.description == "exitPlan/exitPlan/X-1/review/2026-03-17")
    #expect(review.standing == "approved 2025-03-17, never reviewed")
    #expect(try thing(["reviewedOn": "2026-04-01"])?.standing == review.standing)
    let held = try #require(try thing(["reviewedOn": "2026-03-10"]))
    #expect(held.key.description == "exitPlan/exitPlan/X-1/review/2027-03-10")
    let tested = try #require(try thing(["reviewedOn": "2026-03-10", "approvedOn": "2024-06-01"]))
    #expect(tested.key.description == "exitPlan/exitPlan/X-1/test/2026-06-01")
    #expect(tested.request == "Test the plan and record the day")
  }

  @Test func `a credit is claimed before it lapses`() throws {
    func things(_ more: [String: String]?, on text: String) throws -> [DueThing] {
      let file = try contract(on: text) { contract in
        contract.records.add(
          try ServiceLevelTarget.sample(
            "T-1",
            [
              "agreement": "1", "title": "Availability", "metric": "availability",
              "comparison": "atLeast", "value": "99.9", "unit": "%", "window": "month",
            ]
          )
        )
        contract.records.add(
          try Measurement.sample(
            "M-1",
            [
              "target": "1", "periodStart": "2026-04-01", "periodEnd": "2026-04-30",
              "value": "98", "sampleSize": "100",
            ]
          )
        )
        contract.records.add(
          try CreditRule.sample(
            "CR-1",
            ["agreement": "1", "shape": "fixed", "amount": "150.00 EUR"]
          )
        )
        if let more {
          let facts = ["creditRule": "1", "periodStart": "2026-04-01"].merging(more) { $1 }
          contract.records.add(try CreditClaim.sample("CC-1", facts))
        }
      }
      return try ReminderSamples.context(on: text).due(.creditClaim, file).things
    }
    let open = try #require(try things(nil, on: "2026-05-20").first)
    #expect(open.key.description == "creditClaim/creditRule/CR-1//2026-05-30")
    #expect(open.standing == "150.00 EUR for 2026-04")
    #expect(open.otherwise == "it lapses")
    #expect(try things(nil, on: "2026-05-30").count == 1)
    #expect(try things(nil, on: "2026-05-31").isEmpty)
    #expect(try things(["claimedOn": "2026-05-20"], on: "2026-05-20").isEmpty)
    #expect(try things(["waivedBy": "Ada"], on: "2026-05-20").isEmpty)
  }

  @Test func `an accepted risk and a waiver run out`() throws {
    let file = try contract(on: "2026-03-16") { contract in
      contract.records.add(try Risk.sample("RK-1", ["title": "One site", "agreement": "1"]))
      contract.records.add(
        try RiskAcceptance.sample(
          "RA-1",
          [
            "risk": "1", "acceptedBy": "Cid", "acceptedOn": "2025-03-17",
            "expiresOn": "2026-03-16",
          ]
        )
      )
    }
    #expect(
      try messages(.acceptance, file, on: "2026-03-16") == [
        """
        Accepted risk RK-1 (One site) with P-1 (Acme). Remove the risk, or have it accepted anew. \
        It is accepted through 2026-03-16, today. Otherwise the risk is there and nobody accepts it.
        """
      ]
    )
    func waivers(on text: String, _ ends: [String]) throws -> [DueThing] {
      try ReminderSamples.context(on: text) { context in
        for (index, end) in ends.enumerated() {
          context.organization.records.add(
            try Waiver.sample(
              "W-\(index)",
              id: Int64(index),
              [
                "rule": "SUP-09", "subjectKind": "agreement", "subject": "C-1",
                "approver": "Cid", "reason": "Being replaced.", "validFrom": "2026-01-01",
                "expiresOn": end,
              ]
            )
          )
        }
      }.due(.acceptance).things
    }
    let thing = try #require(try waivers(on: "2026-03-16", ["2026-03-31"]).first)
    #expect(thing.what == "Waiver W-0 of SUP-09 for agreement C-1")
    #expect(thing.key.description == "acceptance/waiver/W-0//2026-03-31")
    let renewed = try waivers(on: "2026-03-16", ["2026-03-31", "2026-05-29"])
    #expect(renewed.map(\.key.description) == ["acceptance/waiver/W-1//2026-05-29"])
    #expect(try waivers(on: "2026-04-14", ["2026-03-31"]).count == 1)
    #expect(try waivers(on: "2026-04-15", ["2026-03-31"]).isEmpty)
  }

  @Test func `an SLA is compared with its suppliers at its interval and after a change`() throws {
    var file = ReminderSamples.file("customer")
    var sla = try ReminderSamples.agreement(
      .sla,
      "S-1",
      startsOn: "2025-06-02",
      on: day("2026-03-16")
    )
    sla.services = ["SV-1"]
    file.agreements = [sla]
    func thing(_ file: RelationshipFile) throws -> DueThing? {
      try ReminderSamples.context(on: "2026-03-16") { context in
        context.graph.services = [ServiceGraph.Service(id: 3, reference: "SV-1", name: "Mail")]
        context.graph.records.add(try Dependency.sample("DP-1", ["service": "3", "party": "8"]))
      }.due(.alignment, file).things.first
    }
    #expect(try thing(file)?.key.due.description == "2026-06-02")
    #expect(try thing(file)?.standing == "never assessed")
    file.agreements[0].versions = [
      AgreementFile.Version(number: 2, effectiveFrom: try day("2026-03-01"))
    ]
    #expect(try thing(file)?.key.due.description == "2026-03-31")
    #expect(
      try thing(file)?.standing == "never assessed, version 2 of S-1 took effect 2026-03-01"
    )
  }
}
