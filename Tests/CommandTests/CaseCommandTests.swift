import Foundation
import TestSupport
import Testing

@testable import Commands

/// Complaints, disputes, reviews and obligations go from state to state, and no other way.
@Suite struct CaseCommandTests {
  private let program: Program

  init() throws {
    program = try Program()
    try program.run("init", "--zone", "Europe/Berlin", "--country", "DE-BE")
    try program.run("party", "add", "P-1", "Nordwind GmbH", "--role", "supplier")
    try program.run(
      "agreement",
      "add",
      "C-1",
      "--supplier",
      "P-1",
      "--set",
      "title=Cleaning",
      "--set",
      "startsOn=2026-01-01"
    )
  }

  private func said(
    _ code: Int32,
    _ sentence: String,
    _ arguments: String...,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let result = try program.run(arguments)
    #expect(result.code == code, sourceLocation: sourceLocation)
    #expect(result.errors == sentence + "\n", sourceLocation: sourceLocation)
  }

  private func addComplaint() throws {
    try program.run(
      "complaint",
      "add",
      "K-1",
      "--effective",
      "2026-05-04",
      "--set",
      "receivedAt=2026-05-04T08:00:00Z",
      "--set",
      "party=P-1"
    )
  }

  private func rows(_ kind: String) throws -> [[String: Any]] {
    try program.objects(kind, "list", "--format", "json", "--as-of", "2099-01-01")
  }

  // MARK: Complaints

  @Test func `a complaint goes from its receipt to an agreed closure`() throws {
    try addComplaint()
    let day = "2026-05-04T"
    for (verb, time, state) in [
      ("triage", "08:10:00Z", "triaged"), ("acknowledge", "08:20:00Z", "acknowledged"),
      ("assess", "09:00:00Z", "assessing"), ("respond", "10:00:00Z", "responded"),
      ("ask-consent", "11:00:00Z", "waiting for consent to close"),
    ] {
      try said(
        0,
        "Complaint K-1 is \(state).",
        "complaint",
        verb,
        "K-1",
        "--at",
        day + time,
        "--by",
        "Anna"
      )
    }
    try said(
      0,
      "Complaint K-1 is closed.",
      "complaint",
      "close",
      "K-1",
      "--kind",
      "agreed",
      "--consent-by",
      "B. Kunde",
      "--proof",
      "Mail",
      "--at",
      day + "12:00:00Z"
    )
    let complaint = try #require(try rows("complaint").first)
    #expect(complaint["closureKind"] as? String == "agreed")
    #expect(complaint["consentBy"] as? String == "B. Kunde")
    let kinds = try rows("complaint-step").map { $0["kind"] as? String }
    #expect(
      kinds == [
        "triaged", "acknowledged", "assessing", "responded", "awaitingConsent", "closed",
      ]
    )
  }

  @Test func `a step that the state does not lead to is refused with those it leads to`() throws {
    try addComplaint()
    let sentence =
      "error: Complaint K-1: A complaint that is received cannot become responded; it can become "
      + "triaged, closed or no complaint."
    try said(
      64,
      sentence,
      "complaint",
      "respond",
      "K-1",
      "--at",
      "2026-05-04T09:00:00Z"
    )
    try said(
      64,
      sentence,
      "complaint-step",
      "add",
      "--set",
      "complaint=K-1",
      "--set",
      "kind=responded",
      "--set",
      "at=2026-05-04T09:00:00Z"
    )
    #expect(try rows("complaint-step").isEmpty)
  }

  @Test func `a complaint is not closed as agreed before consent was asked for`() throws {
    try addComplaint()
    try said(
      64,
      "error: Complaint K-1: A complaint that is received cannot become closed as agreed; it can "
        + "become closed as withdrawn, closed as duplicate or closed as reclassified.",
      "complaint",
      "close",
      "K-1",
      "--kind",
      "agreed",
      "--consent-by",
      "B",
      "--at",
      "2026-05-04T09:00:00Z"
    )
    let complaint = try #require(try rows("complaint").first)
    #expect(complaint["closureKind"] is NSNull)
  }

  @Test func `nothing happens to a complaint before its receipt`() throws {
    try addComplaint()
    try said(
      64,
      "error: Complaint K-1: 2026-05-04T07:59:59Z lies before the receipt of the complaint.",
      "complaint",
      "triage",
      "K-1",
      "--at",
      "2026-05-04T07:59:59Z"
    )
  }

  @Test func `an unknown complaint is said to be unknown`() throws {
    try said(
      64,
      "error: There is no complaint with the reference X.",
      "complaint",
      "triage",
      "X"
    )
    try said(64, "error: There is no dispute with the reference X.", "dispute", "settle", "X")
    try said(
      64,
      "error: There is no review with the reference X.",
      "review",
      "hold",
      "X",
      "--result",
      "R"
    )
  }

  // MARK: Disputes

  @Test func `a dispute climbs the ladder step by step`() throws {
    try program.run(
      "dispute",
      "add",
      "D-1",
      "--effective",
      "2026-05-04",
      "--set",
      "agreement=C-1",
      "--set",
      "subject=Credit",
      "--set",
      "openedOn=2026-05-04",
      "--set",
      "openedBy=us"
    )
    try said(
      64,
      "error: Dispute D-1: A dispute that is raised cannot become negotiating at level 1; it can "
        + "become acknowledged, settled or withdrawn.",
      "dispute",
      "negotiate",
      "D-1",
      "--on",
      "2026-05-05"
    )
    try said(
      0,
      "Dispute D-1 is acknowledged.",
      "dispute",
      "acknowledge",
      "D-1",
      "--on",
      "2026-05-05"
    )
    try said(
      0,
      "Dispute D-1 is negotiating at level 1.",
      "dispute",
      "negotiate",
      "D-1",
      "--on",
      "2026-05-06"
    )
    try said(
      0,
      "Dispute D-1 is negotiating at level 2.",
      "dispute",
      "negotiate",
      "D-1",
      "--level",
      "2",
      "--on",
      "2026-05-20"
    )
    try said(0, "Dispute D-1 is settled.", "dispute", "settle", "D-1", "--on", "2026-06-01")
    try said(
      0,
      "Dispute D-1 is closed.",
      "dispute",
      "close",
      "D-1",
      "--outcome",
      "Half is paid.",
      "--on",
      "2026-06-02"
    )
    #expect(try rows("dispute").first?["outcome"] as? String == "Half is paid.")
  }

  // MARK: Reviews

  @Test func `a review is held once, with those who were there`() throws {
    try program.run(
      "review",
      "add",
      "R-1",
      "--effective",
      "2026-01-01",
      "--set",
      "kind=contract",
      "--set",
      "agreement=C-1",
      "--set",
      "plannedOn=2026-05-04"
    )
    try said(
      64,
      "error: Review R-1 was not held by 2026-05-08, so it has no minutes yet. Say first that it "
        + "was held: liaison review hold R-1.",
      "review",
      "minutes",
      "R-1",
      "--on",
      "2026-05-08"
    )
    try said(
      0,
      "Review R-1 was held on 2026-05-04.",
      "review",
      "hold",
      "R-1",
      "--on",
      "2026-05-04",
      "--result",
      "Goes on.",
      "--ours",
      "Anna",
      "--theirs",
      "Bert",
      "--next",
      "2027-05-04"
    )
    try said(
      64,
      "error: Review R-1 was held on 2026-05-04 and cannot be held again. Plan another one, or "
        + "correct it with `liaison review change`.",
      "review",
      "hold",
      "R-1",
      "--result",
      "Again."
    )
    #expect(try program.run("review", "minutes", "R-1", "--on", "2026-05-08").code == 0)
    let review = try #require(try rows("review").first)
    #expect(review["heldOn"] as? String == "2026-05-04")
    #expect(review["nextOn"] as? String == "2027-05-04")
    #expect(review["minutesIssuedOn"] as? String == "2026-05-08")
    #expect(try rows("attendance").map { $0["side"] as? String } == ["ours", "theirs"])
  }

  // MARK: Obligations and decisions

  @Test func `a proof is rejected, a better one accepted, and then it stays so`() throws {
    try program.run(
      "obligation",
      "add",
      "O-1",
      "--effective",
      "2026-01-01",
      "--set",
      "agreement=C-1",
      "--set",
      "debtor=supplier",
      "--set",
      "kind=serviceReport",
      "--set",
      "title=Monthly report",
      "--set",
      "startsOn=2026-05-31"
    )
    let receive = [
      "obligation", "receive", "O-1", "--due", "2026-05-31", "--kind", "serviceReport", "--title",
      "May",
    ]
    #expect(
      try program.run(receive + ["--on", "2026-05-30"]).errors
        == "Added proof proof-1. Next: liaison obligation accept proof-1\n"
    )
    try said(
      0,
      "Proof proof-1 is rejected.",
      "obligation",
      "reject",
      "proof-1",
      "--by",
      "Anna",
      "--reason",
      "Only April.",
      "--resubmit",
      "2026-06-15",
      "--on",
      "2026-06-01"
    )
    try said(
      0,
      "Proof proof-1 is accepted.",
      "obligation",
      "accept",
      "proof-1",
      "--by",
      "Anna",
      "--on",
      "2026-06-02"
    )
    try said(
      64,
      "error: Proof proof-1 was accepted on 2026-06-02; it stays as it is. If that was wrong, "
        + "withdraw it: liaison proof-decision void proof-decision-2 --reason TEXT.",
      "obligation",
      "reject",
      "proof-1",
      "--by",
      "Anna",
      "--reason",
      "No."
    )
    try said(
      0,
      "What obligation O-1 asks for on 2026-06-30 is not owed.",
      "obligation",
      "waive",
      "O-1",
      "--due",
      "2026-06-30",
      "--by",
      "Anna",
      "--reason",
      "Holidays."
    )
    #expect(try rows("obligation-instance").first?["state"] as? String == "waived")
  }

  @Test func `what was decided about an agreement is kept`() throws {
    try said(
      0,
      "Decided about agreement C-1: renew (decision-1).",
      "agreement",
      "decide",
      "C-1",
      "renew",
      "--by",
      "Anna",
      "--term-end",
      "2026-12-31",
      "--on",
      "2026-05-04"
    )
    #expect(try rows("decision").first?["termEnd"] as? String == "2026-12-31")
    try said(
      64,
      "error: There is no agreement with the reference X.",
      "agreement",
      "decide",
      "X",
      "end"
    )
  }
}
