import Model
import Rules
import Testing

@Suite struct FindingStatusTests {
  @Test func `work goes on step by step`() {
    let steps = FindingStatus.allCases.map(\.successors)
    #expect(
      steps == [
        [.acknowledged, .gone], [.inProgress, .gone], [.done, .gone], [.inProgress, .verified],
        [.open], [.open],
      ]
    )
  }

  @Test func `nothing is left to do for what is verified or gone`() {
    #expect(FindingStatus.allCases.filter(\.isFinal) == [.verified, .gone])
  }
}
