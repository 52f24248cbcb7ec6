import Model
import Testing

@testable import Rules

@Suite struct SLM02Tests {
  private let rule = Rule.serviceLevelAgreements

  private func graph(on day: String, startsOn: String? = "2024-01-01") throws -> ServiceGraph {
    let agreement = try RuleSamples.agreement(
      .sla,
      "A-1",
      startsOn: startsOn,
      endsOn: "2025-06-30",
      on: day
    )
    return ServiceLevelSamples.graph(agreement)
  }

  private func judge(on day: String) throws -> Judgement {
    try #require(rule.judge(graph(on: day), RuleSamples.context(on: day)).first)
  }

  @Test func `a service is covered through the last day of its SLA and bare the day after`() throws
  {
    #expect(try judge(on: "2025-06-30").result == .pass)
    let late = try judge(on: "2025-07-02")
    #expect(late.result == .fail)
    #expect(late.grade == .major)
    #expect(
      late.message
        == "Service S-1 (Mail) has had no SLA since 2025-07-01 (1 day), as of 2025-07-02; SLA A-1 ended 2025-06-30."
    )
    #expect(try judge(on: "2025-07-01").result == .fail)
  }

  @Test func `a service that never had an SLA is bare since it went live`() throws {
    var graph = ServiceLevelSamples.graph()
    let context = try RuleSamples.context(on: "2025-07-02")
    #expect(
      rule.judge(graph, context).first?.message
        == "Service S-1 (Mail) has no SLA in force as of 2025-07-02."
    )
    graph.services[0].liveFrom = try RuleSamples.day("2025-06-02")
    #expect(
      rule.judge(graph, context).first?.message
        == "Service S-1 (Mail) has had no SLA since 2025-06-02 (30 days), as of 2025-07-02."
    )
  }

  @Test func `an SLA of unknown standing cannot be judged`() throws {
    var graph = try graph(on: "2025-06-30", startsOn: nil)
    graph.agreements[1]?.standing.status = .unknown
    let judgement = rule.judge(graph, try RuleSamples.context(on: "2025-06-30")).first
    #expect(judgement?.result == .insufficientData)
    #expect(
      judgement?.message == "Service S-1 (Mail): whether SLA A-1 is in force is not known."
    )
  }

  @Test func `a waiver holds through its last day`() throws {
    var context = try RuleSamples.context(on: "2025-07-02")
    context.graph = try graph(on: "2025-07-02")
    try rule.expectWaivers("service", "S-1", nil, context)
  }
}
