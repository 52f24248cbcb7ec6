import Model
import TestSupport
import Testing

@testable import Rules

@Suite struct SLM03Tests {
  private let rule = Rule.serviceLevelContents
  private let day = "2025-06-30"

  private func judge(
    on day: String? = nil,
    _ items: [String: String] = [:],
    target: [String: String]? = nil
  ) throws -> Judgement {
    let day = day ?? self.day
    let file = try ServiceLevelSamples.file(on: day) { agreement in
      agreement.contentItems = items.sorted { $0.key < $1.key }.map {
        AgreementFile.ContentItem(key: $0.key, state: $0.value)
      }
      if let target { agreement.records.add(try ServiceLevelSamples.target(target)) }
    }
    return try rule.only(file, RuleSamples.context(on: day))
  }

  @Test func `an SLA without a target is a major finding`() throws {
    let judgement = try judge()
    #expect(judgement.result == .fail)
    #expect(judgement.grade == .major)
    #expect(
      judgement.message
        == "SLA A-1 with Acme lacks targets and workload limits as of 2025-06-30; not known: exceptions."
    )
  }

  @Test func `a target counts through its last day`() throws {
    let items = ["workload": "present", "exceptions": "notApplicable"]
    let target = ["validThrough": "2025-06-30"]
    #expect(try judge(items, target: target).result == .pass)
    let late = try judge(on: "2025-07-01", items, target: target)
    #expect(late.message == "SLA A-1 with Acme lacks targets as of 2025-07-01.")
  }

  @Test func `exceptions that are missing are a minor finding`() throws {
    let judgement = try judge(["workload": "reference", "exceptions": "missing"], target: [:])
    #expect(judgement.grade == .minor)
    #expect(judgement.message == "SLA A-1 with Acme lacks exceptions as of 2025-06-30.")
  }

  @Test func `what nobody checked or recorded is not known`() throws {
    let judgement = try judge(["workload": "present", "targets": "present"])
    #expect(judgement.result == .insufficientData)
    #expect(
      judgement.message
        == "SLA A-1 with Acme: targets and exceptions not recorded as of 2025-06-30."
    )
  }

  @Test func `a workload limit on record suffices`() throws {
    let file = try ServiceLevelSamples.file(on: day) { agreement in
      agreement.contentItems = [AgreementFile.ContentItem(key: "exceptions", state: "present")]
      agreement.records.add(try ServiceLevelSamples.target())
      agreement.records.add(
        try WorkloadLimit.sample(
          "W-1",
          ["agreement": "1", "metric": "Calls", "value": "100", "window": "month"]
        )
      )
    }
    #expect(try rule.only(file, RuleSamples.context(on: day)).result == .pass)
  }

  @Test func `a waiver holds through its last day`() throws {
    let file = try ServiceLevelSamples.file(on: day)
    try rule.expectWaivers("agreement", "A-1", file, RuleSamples.context(on: day))
  }
}
