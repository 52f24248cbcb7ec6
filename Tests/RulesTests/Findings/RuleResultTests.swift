import Model
import Rules
import Testing

@Suite struct RuleResultTests {
  @Test func `missing data is no pass`() {
    #expect(!RuleResult.insufficientData.isDemonstrated)
    #expect(RuleResult.insufficientData.isShownAsFailure)
    #expect(RuleResult.allCases.filter(\.isDemonstrated) == [.pass, .dueSoon])
    #expect(RuleResult.allCases.filter(\.isShownAsFailure) == [.fail, .insufficientData])
  }

  @Test func `what is due soon is an observation and what cannot be judged is minor`() {
    #expect(
      RuleResult.allCases.map(\.usualGrade) == [nil, .observation, nil, .minor, nil, nil]
    )
  }

  @Test func `the worst result of a clause is shown`() {
    #expect(Set(RuleResult.byGravity) == Set(RuleResult.allCases))
    #expect(RuleResult.worst(of: [.pass, .notApplicable]) == .pass)
    #expect(RuleResult.worst(of: [.pass, .waived]) == .waived)
    #expect(RuleResult.worst(of: [.waived, .dueSoon, .pass]) == .dueSoon)
    #expect(RuleResult.worst(of: [.pass, .insufficientData, .dueSoon]) == .insufficientData)
    #expect(RuleResult.worst(of: [.insufficientData, .fail, .pass]) == .fail)
    #expect(RuleResult.worst(of: [.notApplicable]) == .notApplicable)
  }

  @Test func `of no results none is the worst`() { #expect(RuleResult.worst(of: []) == nil) }
}
