import Model
import Testing

@Suite struct DisputeStateTests {
  @Test(arguments: [
    (DisputeState.raised, "acknowledged settled withdrawn"),
    (.acknowledged, "negotiating settled withdrawn"),
    (.negotiating, "negotiating mediation settled withdrawn"),
    (.mediation, "formal settled withdrawn"), (.formal, "settled decided withdrawn"),
    (.settled, "closed"), (.decided, "closed"), (.withdrawn, "closed"), (.closed, ""),
  ])
  func `a state leads to these`(state: DisputeState, next: String) {
    let found = DisputeState.transitions.next(from: state)
    #expect(found.map(\.rawValue).joined(separator: " ") == next)
  }

  @Test(arguments: [
    (1, "negotiating at level 2, settled, withdrawn"),
    (2, "negotiating at level 3, settled, withdrawn"), (3, "in mediation, settled, withdrawn"),
  ])
  func `a negotiation goes up level by level`(level: Int, next: String) {
    let stages = DisputeStage(.negotiating, level: level).next(highestLevel: 3)
    #expect(stages.map(\.words).joined(separator: ", ") == next)
  }

  @Test func `a contested dispute can always be settled or withdrawn, and no other can`() {
    for state in DisputeState.allCases {
      let next = DisputeState.transitions.next(from: state)
      #expect(next.contains(.settled) == state.isContested)
      #expect(next.contains(.withdrawn) == state.isContested)
      #expect(next.contains(.closed) == (!state.isContested && state != .closed))
    }
  }

  @Test func `a refusal names the stages that are allowed`() {
    func sentence(_ from: DisputeStage, _ to: DisputeStage) -> String? {
      do throws(TransitionRefusal) {
        try from.check(to: to, highestLevel: 3)
        return nil
      } catch {
        return error.sentence
      }
    }
    #expect(
      sentence(DisputeStage(.negotiating), DisputeStage(.mediation))
        == "A dispute that is negotiating at level 1 cannot become in mediation; it can become negotiating at level 2, settled or withdrawn."
    )
    #expect(
      sentence(DisputeStage(.closed), DisputeStage(.raised))
        == "A dispute that is closed cannot become raised; it stays as it is."
    )
    #expect(
      sentence(DisputeStage(.mediation), DisputeStage(.decided))
        == "A dispute that is in mediation cannot become decided; it can become before a court or arbitrator, settled or withdrawn."
    )
    #expect(sentence(DisputeStage(.negotiating, level: 3), DisputeStage(.mediation)) == nil)
  }

  @Test func `every state is a kind of step in the store`() {
    for state in DisputeState.allCases {
      #expect(DisputeStep.Kind(rawValue: state.rawValue) != nil)
    }
  }
}
