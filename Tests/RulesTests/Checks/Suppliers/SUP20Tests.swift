import Model
import TestSupport
import Testing

@testable import Rules

@Suite struct SUP20Tests {
  /// A contract of a year to 2026-05-31 that renews by itself, three months' notice.
  private func file(
    on day: String,
    renewal: RenewalKind = .automatic,
    _ decision: [String: String]? = nil,
    _ change: (inout AgreementTerms) -> Void = { _ in }
  ) throws -> RelationshipFile {
    var file = RelationshipFile(party: RuleSamples.party())
    var contract = try RuleSamples.agreement(
      startsOn: "2025-06-01",
      endsOn: "2026-05-31",
      on: day
    ) { terms in
      terms.renewal = renewal
      terms.renewalTerm = Period(known: 12, .month)
      terms.noticePeriod = Period(known: 3, .month)
      change(&terms)
    }
    if let decision {
      let facts = ["agreement": "1"].merging(decision) { $1 }
      contract.records.add(try Decision.sample("DE-1", facts))
    }
    file.agreements = [contract]
    return file
  }

  private func judge(_ file: RelationshipFile, on day: String) throws -> Judgement {
    try Rule.renewals.only(file, try RuleSamples.context(on: day))
  }

  private func judge(on day: String, _ decision: [String: String]? = nil) throws -> Judgement {
    try judge(try file(on: day, decision), on: day)
  }

  @Test func `more than ninety days before the last day to send notice it passes`() throws {
    let judgement = try judge(on: "2025-11-21")
    #expect(judgement.result == .pass)
    #expect(judgement.due?.description == "2026-02-20")
    #expect(
      judgement.message
        == """
        Contract C-1: last safe day for notice 2026-02-20, no decision, 91 days left as of \
        2025-11-21.
        """
    )
  }

  @Test func `it is due soon up to and on the last day to send notice, by the days left`() throws {
    let observed = try judge(on: "2025-11-22")
    #expect(observed.result == .dueSoon)
    #expect(observed.grade == .observation)
    #expect(
      observed.message
        == """
        Contract C-1: last safe day for notice 2026-02-20, no decision, 90 days left as of \
        2025-11-22. Collect its performance, what is needed, and what the market offers.
        """
    )
    #expect(try judge(on: "2026-01-20").grade == .observation)
    let paper = try judge(on: "2026-01-21")
    #expect(paper.result == .dueSoon)
    #expect(paper.grade == .minor)
    #expect(
      paper.message.hasSuffix("30 days left as of 2026-01-21. The paper for the decision is due.")
    )
    #expect(try judge(on: "2026-02-12").message.hasSuffix(" The paper for the decision is due."))
    #expect(try judge(on: "2026-02-13").message.hasSuffix(" Prepare a protective notice."))
    let last = try judge(on: "2026-02-20")
    #expect(last.result == .dueSoon)
    #expect(last.grade == .minor)
    #expect(
      last.message
        == """
        Contract C-1: last safe day for notice 2026-02-20, no decision, 0 days left as of \
        2026-02-20. Prepare a protective notice.
        """
    )
  }

  @Test func `after the last day to send notice it is major, and not missed yet`() throws {
    let judgement = try judge(on: "2026-02-21")
    #expect(judgement.result == .fail)
    #expect(judgement.grade == .major)
    #expect(
      judgement.message
        == """
        Contract C-1: last safe day for notice 2026-02-20, no decision, 1 day late as of \
        2026-02-21. Send notice now by the fastest way that can be proved; the deadline is \
        2026-02-28.
        """
    )
    #expect(try judge(on: "2026-02-28").message.contains("Send notice now"))
  }

  @Test func `the day after the deadline it is missed`() throws {
    var file = try file(on: "2026-03-01")
    let judgement = try judge(file, on: "2026-03-01")
    #expect(judgement.grade == .major)
    #expect(
      judgement.message
        == """
        Contract C-1: the deadline for notice 2026-02-28 passed 1 day ago, no decision; renewed \
        until 2027-05-31, at a price not recorded, as of 2026-03-01.
        """
    )
    let euro = try #require(Currency("EUR"))
    file.agreements[0].annualValue = Money(minorUnits: 1_200_000, currency: euro)
    #expect(
      try judge(file, on: "2026-03-01").message.contains("until 2027-05-31, at 12000.00 EUR a year")
    )
  }

  @Test func `a decision about the term in time is enough, a late one is not`() throws {
    let facts = ["kind": "renew", "decidedOn": "2026-02-28"]
    let judgement = try judge(on: "2026-03-01", facts)
    #expect(judgement.result == .pass)
    #expect(judgement.message == "Contract C-1: what follows its term was decided on 2026-02-28.")
    let late = ["kind": "renew", "decidedOn": "2026-03-01"]
    #expect(try judge(on: "2026-03-01", late).result == .fail)
    let before = ["kind": "renew", "decidedOn": "2025-05-31"]
    #expect(try judge(on: "2026-03-01", before).result == .fail)
  }

  @Test func `a decision to go on counts for the term that it names only`() throws {
    let open = ["kind": "continue", "decidedOn": "2026-02-01"]
    #expect(try judge(on: "2026-03-01", open).result == .fail)
    let named = open.merging(["termEnd": "2026-05-31"]) { $1 }
    #expect(try judge(on: "2026-03-01", named).result == .pass)
    let other = open.merging(["termEnd": "2025-05-31"]) { $1 }
    #expect(try judge(on: "2026-03-01", other).result == .fail)
  }

  @Test func `a decision to end it needs the notice`() throws {
    let facts = ["kind": "end", "decidedOn": "2026-02-01"]
    let judgement = try judge(on: "2026-02-21", facts)
    #expect(judgement.result == .fail)
    #expect(
      judgement.message.hasPrefix(
        """
        Contract C-1: last safe day for notice 2026-02-20, ending it was decided on 2026-02-01, no \
        notice given, 1 day late
        """
      )
    )
    let given = try file(on: "2026-02-21", facts) {
      $0.noticeGivenOn = CivilDay("2026-02-15")
    }
    let done = try judge(given, on: "2026-02-21")
    #expect(done.result == .pass)
    #expect(done.message == "Contract C-1: Notice has been given.")
  }

  @Test func `a contract that ends by itself and one without a term need no decision`() throws {
    let ending = try judge(try file(on: "2026-02-21", renewal: .none), on: "2026-02-21")
    #expect(ending.result == .notApplicable)
    #expect(ending.message == "Contract C-1: The agreement ends by itself; no notice is needed.")
    let open = try file(on: "2026-02-21") {
      $0.endsOn = nil
      $0.openEnded = true
      $0.renewal = nil
    }
    let judgement = try judge(open, on: "2026-02-21")
    #expect(judgement.result == .notApplicable)
    #expect(judgement.message == "Contract C-1 does not renew; notice can end it again and again.")
  }

  @Test func `without a notice period or a calendar it cannot be judged`() throws {
    let silent = try file(on: "2026-02-21") { $0.noticePeriod = nil }
    let judgement = try judge(silent, on: "2026-02-21")
    #expect(judgement.result == .insufficientData)
    #expect(
      judgement.message
        == "Contract C-1: no deadline for notice. No notice period is stored."
    )
    var file = try file(on: "2026-02-21")
    file.agreements[0].standing = file.agreements[0].terms.standing(
      on: try RuleSamples.day("2026-02-21"),
      calendar: nil
    )
    #expect(
      try judge(file, on: "2026-02-21").message
        == """
        Contract C-1: no last safe day for notice is known. No business calendar is assigned.
        """
    )
  }

  @Test func `a waiver holds through its last day`() throws {
    let context = try RuleSamples.context(on: "2026-02-21")
    try Rule.renewals.expectWaivable(try file(on: "2026-02-21"), context)
  }
}
