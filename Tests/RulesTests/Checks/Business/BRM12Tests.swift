import Model
import Policies
import Testing

@testable import Rules

@Suite struct BRM12Tests {
  private static let name = "Complaint K-1 of P-1 (Acme)"
  private static let informed =
    ComplaintSamples.opening + [
      ("update", "2026-03-09T10:00:00Z"), ("update", "2026-03-13T10:00:00Z"),
    ]

  private func judge(
    _ steps: ComplaintSamples.Steps,
    _ more: [String: String] = [:],
    on day: String,
    at instant: String? = nil
  ) throws -> Judgement {
    let file = try ComplaintSamples.file(on: day, steps, more)
    return try ComplaintSamples.judge(.complaintHandling, file, on: day, at: instant)
  }

  @Test func `a complaint that is handled in time passes`() throws {
    let judgement = try judge(ComplaintSamples.opening, on: "2026-03-04")
    #expect(judgement.result == .pass)
    #expect(judgement.message == "\(Self.name) is handled in time.")
  }

  @Test func `a clock at its limit is not late, a second after it is`() throws {
    let limit = try judge(Self.informed, on: "2026-03-16", at: "2026-03-16T16:00:00Z")
    #expect(limit.result == .dueSoon)
    #expect(limit.due?.description == "2026-03-16")
    #expect(limit.message == "\(Self.name): response due 2026-03-16 17:00.")
    let late = try judge(Self.informed, on: "2026-03-16", at: "2026-03-16T16:00:01Z")
    #expect(late.result == .fail)
    #expect(late.grade == .minor)
    #expect(
      late.message
        == "\(Self.name): response due 2026-03-16 17:00, now less than a business hour late as of 2026-03-16."
    )
    let later = try judge(Self.informed, on: "2026-03-18")
    #expect(later.due?.description == "2026-03-16")
    #expect(
      later.message
        == "\(Self.name): response due 2026-03-16 17:00, now 16 business hours late as of 2026-03-18."
    )
  }

  @Test func `it is due soon once the share of the time that the policy names has passed`() throws {
    func judge(_ percent: UInt8, at instant: String) throws -> Judgement {
      let file = try ComplaintSamples.file(on: "2026-03-04", ComplaintSamples.opening)
      return try ComplaintSamples.judge(
        .complaintHandling,
        file,
        on: "2026-03-04",
        at: instant
      ) { $0.policy.complaints.warning = Policy.Share(percent: percent) }
    }
    #expect(try judge(80, at: "2026-03-04T16:00:00Z").result == .pass)
    #expect(try judge(40, at: "2026-03-04T15:59:59Z").result == .pass)
    let warned = try judge(40, at: "2026-03-04T16:00:00Z")
    #expect(warned.result == .dueSoon)
    #expect(warned.message == "\(Self.name): update due 2026-03-09 17:00.")
  }

  @Test func `more than twice the time to solve it is major`() throws {
    let limit = try judge(Self.informed, on: "2026-04-29", at: "2026-04-29T15:00:00Z")
    #expect(limit.grade == .minor)
    let late = try judge(Self.informed, on: "2026-04-29", at: "2026-04-29T15:00:01Z")
    #expect(late.grade == .major)
  }

  @Test func `an investigation without an entry for more than ten business days fails`() throws {
    let steps = ComplaintSamples.opening
    let before = try judge(steps, ["severity": "minor"], on: "2026-03-17")
    #expect(
      before.message
        == "\(Self.name): update due 2026-03-16 17:00, now 8 business hours late as of 2026-03-17."
    )
    let after = try judge(steps, ["severity": "minor"], on: "2026-03-18")
    #expect(
      after.message
        == "\(Self.name): update due 2026-03-16 17:00, now 16 business hours late; no entry in the investigation since 2026-03-03, due 2026-03-17, 1 business day late as of 2026-03-18."
    )
  }

  @Test func `a question to the complainant moves the limit`() throws {
    let steps =
      Self.informed.filter { $0.at < "2026-03-10" } + [
        ("waitingComplainant", "2026-03-10T10:00:00Z"), ("investigating", "2026-03-12T10:00:00Z"),
      ]
    let judgement = try judge(steps, on: "2026-03-17", at: "2026-03-17T10:00:00Z")
    #expect(judgement.result == .dueSoon)
    #expect(judgement.message == "\(Self.name): update due 2026-03-17 17:00.")
    let later = try judge(steps + [("update", "2026-03-17T11:00:00Z")], on: "2026-03-17")
    #expect(later.message == "\(Self.name): response due 2026-03-18 17:00.")
  }

  @Test func `what was late in a closed complaint stays an observation for half a year`() throws {
    let steps =
      Self.informed + [
        ("responded", "2026-03-17T10:00:00Z"), ("awaitingConsent", "2026-03-18T10:00:00Z"),
        ("closed", "2026-03-19T10:00:00Z"),
      ]
    let judgement = try judge(steps, on: "2026-09-15")
    #expect(judgement.result == .fail)
    #expect(judgement.grade == .observation)
    #expect(judgement.due == nil)
    #expect(
      judgement.message
        == "\(Self.name), closed 2026-03-19: response was due 2026-03-16 17:00, 2 business hours late."
    )
    #expect(try judge(steps, on: "2026-09-16").result == .pass)
  }

  @Test func `an acknowledgement that was late counts while the complaint is open`() throws {
    let steps: ComplaintSamples.Steps = [
      ("receipt", "2026-03-02T09:00:05Z"), ("triaged", "2026-03-02T10:00:00Z"),
      ("acknowledged", "2026-03-04T09:00:00Z"), ("assessing", "2026-03-04T09:30:00Z"),
      ("investigating", "2026-03-04T10:00:00Z"),
    ]
    let judgement = try judge(steps, on: "2026-03-04")
    #expect(judgement.grade == .minor)
    #expect(judgement.due == nil)
    #expect(
      judgement.message
        == "\(Self.name): acknowledgement was due 2026-03-03 17:00, 1 business hour late as of 2026-03-04."
    )
  }

  @Test func `what comes by telephone needs no automatic receipt`() throws {
    let steps = ComplaintSamples.opening.filter { $0.kind != "receipt" }
    #expect(try judge(steps, ["channel": "telephone"], on: "2026-03-04").result == .pass)
    let mail = try judge(steps, on: "2026-03-04")
    #expect(
      mail.message
        == "\(Self.name): receipt due 2026-03-03 00:00, now 16 business hours late as of 2026-03-04."
    )
  }

  @Test func `without a severity, or with steps that contradict each other, nobody can judge`()
    throws
  {
    let unknown = try judge(ComplaintSamples.opening, ["severity": ""], on: "2026-03-04")
    #expect(unknown.result == .insufficientData)
    #expect(unknown.grade == .minor)
    #expect(
      unknown.message
        == "\(Self.name) cannot be judged. It has no severity, so no limits hold for it."
    )
    let wrong = try judge([("responded", "2026-03-02T10:00:00Z")], on: "2026-03-04")
    #expect(wrong.result == .insufficientData)
    #expect(wrong.message.hasPrefix("\(Self.name) cannot be judged. Its steps contradict each"))
    let early = try judge([("triaged", "2026-03-02T08:59:59Z")], on: "2026-03-04")
    #expect(
      early.message
        == "\(Self.name) cannot be judged. Its steps contradict each other. 2026-03-02T08:59:59Z lies before the receipt of the complaint."
    )
  }

  @Test func `a calendar without holidays for a year cannot tell`() throws {
    let steps = ComplaintSamples.opening.map { ($0.kind, "2030-12" + $0.at.dropFirst(7)) }
    let judgement = try judge(
      steps,
      ["receivedAt": "2030-12-02T09:00:00Z"],
      on: "2030-12-20"
    )
    #expect(judgement.result == .insufficientData)
    #expect(
      judgement.message
        == "\(Self.name) cannot be judged. The calendar BER has no holidays loaded for 2031."
    )
  }

  @Test func `how long the complainant takes to answer is not our lateness`() throws {
    let steps: ComplaintSamples.Steps =
      Self.informed + [
        ("responded", "2026-03-16T10:00:00Z"), ("awaitingConsent", "2026-03-18T10:00:00Z"),
        ("update", "2026-03-25T10:00:00Z"), ("update", "2026-03-31T10:00:00Z"),
      ]
    let waiting = try judge(steps, on: "2026-04-02")
    #expect(
      waiting.message
        == "\(Self.name): consent due 2026-04-01 17:00, now 8 business hours late as of 2026-04-02."
    )
    let closed = try judge(steps + [("closed", "2026-04-07T10:00:00Z")], on: "2026-04-10")
    #expect(closed.result == .pass)
    #expect(
      closed.message == "\(Self.name) was handled in time and closed 2026-04-07."
    )
  }

  @Test func `messages that were late more than once are counted`() throws {
    let steps =
      ComplaintSamples.opening + [
        ("update", "2026-03-10T09:00:00Z"), ("responded", "2026-03-16T10:00:00Z"),
        ("investigating", "2026-03-16T10:01:00Z"), ("update", "2026-03-24T09:00:00Z"),
      ]
    let judgement = try judge(steps, on: "2026-03-24", at: "2026-03-24T10:00:00Z")
    #expect(
      judgement.message
        == "\(Self.name): update was due 2026-03-23 17:00, 1 business hour late (2 times late in all) as of 2026-03-24."
    )
  }

  @Test func `a waiver holds through its last day`() throws {
    try CustomerSamples.expectWaiver(of: .complaintHandling, until: "2026-04-10") { day in
      try ComplaintSamples.file(on: day, ComplaintSamples.opening)
    }
  }
}
