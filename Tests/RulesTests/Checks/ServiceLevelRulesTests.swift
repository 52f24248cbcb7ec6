import Model
import Policies
import Testing

@testable import Rules

@Suite struct ServiceLevelRulesTests {
  private let rules = Rule.serviceLevelRules + Rule.internalRules

  @Test func `the rules stand in order and each id once`() {
    let numbers = (1...9).map { "SLM-0\($0)" } + ["SLM-10"] + (1...5).map { "INT-0\($0)" }
    #expect(rules.map(\.id) == numbers + ["PLAN-01"])
  }

  @Test func `they name only keys of the policy and kinds of records that exist`() {
    let keys = Set(PolicyKey.all.map(\.name))
    for rule in rules {
      #expect(rule.thresholds.filter { !keys.contains($0) } == [], "\(rule.id)")
      #expect(rule.records.filter { RecordType.named($0) == nil } == [], "\(rule.id)")
    }
  }

  @Test func `of the 2018 edition only signatures have no clause`() {
    #expect(rules.filter { $0.clauses[.of2018] == nil }.map(\.id) == ["SLM-04"])
    #expect(rules.filter { $0.clauses[.of2005] == nil }.map(\.id) == ["INT-05"])
  }
}
