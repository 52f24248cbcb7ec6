import Model
import TestSupport
import Testing

@Suite struct ComplaintStateTests {
  @Test(arguments: [
    (ComplaintState.received, "triaged closed notAComplaint"),
    (.triaged, "acknowledged closed notAComplaint"), (.acknowledged, "assessing closed"),
    (.assessing, "investigating responded closed"),
    (.investigating, "waitingComplainant responded closed"),
    (.waitingComplainant, "investigating closed"),
    (.responded, "investigating remedying awaitingConsent closed"),
    (.remedying, "awaitingConsent closed"), (.awaitingConsent, "closed reopened"),
    (.closed, "reopened"), (.reopened, "investigating closed"), (.notAComplaint, "received"),
  ])
  func `a state leads to these`(state: ComplaintState, next: String) {
    let found = ComplaintState.transitions.next(from: state)
    #expect(found.map(\.rawValue).joined(separator: " ") == next)
  }

  @Test func `every pair of states is allowed or refused with what is allowed`() {
    for from in ComplaintState.allCases {
      let next = ComplaintState.transitions.next(from: from)
      for to in ComplaintState.allCases {
        do throws(TransitionRefusal) {
          try ComplaintState.transitions.check(from: from, to: to)
          #expect(next.contains(to))
        } catch {
          #expect(!next.contains(to))
          #expect(error.allowed == next.map(\.words))
        }
      }
    }
  }

  @Test func `a refusal names the states that are allowed`() {
    func sentence(_ from: ComplaintState, _ to: ComplaintState) -> String? {
      do throws(TransitionRefusal) {
        try ComplaintState.transitions.check(from: from, to: to)
        return nil
      } catch {
        return error.sentence
      }
    }
    #expect(
      sentence(.received, .responded)
        == "A complaint that is received cannot become responded; it can become triaged, closed or no complaint."
    )
    #expect(
      sentence(.closed, .investigating)
        == "A complaint that is closed cannot become investigating; it can become reopened."
    )
    #expect(
      sentence(.waitingComplainant, .responded)
        == "A complaint that is waiting for the complainant cannot become responded; it can become investigating or closed."
    )
    #expect(sentence(.investigating, .responded) == nil)
  }

  @Test(arguments: [
    (ComplaintState.received, "withdrawn duplicate reclassified"),
    (.waitingComplainant, "deemed withdrawn duplicate reclassified"),
    (.responded, "exhausted withdrawn duplicate reclassified"),
    (.awaitingConsent, "agreed deemed exhausted withdrawn duplicate reclassified"),
    (.reopened, "withdrawn duplicate reclassified"), (.closed, ""), (.notAComplaint, ""),
  ])
  func `a state can be closed in these ways`(state: ComplaintState, kinds: String) {
    #expect(state.closures.map(\.rawValue).joined(separator: " ") == kinds)
  }

  @Test func `every open state can be closed and no other`() {
    for state in ComplaintState.allCases {
      let isClosable = ComplaintState.transitions.next(from: state).contains(.closed)
      #expect(isClosable == state.isOpen)
      #expect(state.closures.isEmpty != state.isOpen)
    }
  }

  @Test func `a refused closure names the ways that are allowed`() {
    func sentence(_ state: ComplaintState, _ kind: Complaint.ClosureKind) -> String? {
      do throws(TransitionRefusal) {
        try state.check(closing: kind)
        return nil
      } catch {
        return error.sentence
      }
    }
    #expect(
      sentence(.investigating, .agreed)
        == "A complaint that is investigating cannot become closed as agreed; it can become closed as withdrawn, closed as duplicate or closed as reclassified."
    )
    #expect(
      sentence(.closed, .agreed)
        == "A complaint that is closed cannot become closed; it can become reopened."
    )
    #expect(sentence(.awaitingConsent, .agreed) == nil)
  }

  @Test func `every state is reached from received`() {
    var reached: Set<ComplaintState> = [.received]
    var queue: [ComplaintState] = [.received]
    while let state = queue.popLast() {
      for next in ComplaintState.transitions.next(from: state) where reached.insert(next).inserted {
        queue.append(next)
      }
    }
    #expect(reached == Set(ComplaintState.allCases))
  }

  @Test func `every state is a kind of step in the store`() {
    for state in ComplaintState.allCases {
      #expect(ComplaintStep.Kind(rawValue: state.rawValue) != nil)
    }
  }
}
