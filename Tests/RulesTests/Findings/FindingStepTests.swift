import Importing
import Model
import Policies
import TestSupport
import Testing

@testable import Rules

@Suite struct FindingStepTests {
  private let policy = Policy()

  @Test func `every legal step is possible with the names that it needs`() {
    for status in FindingStatus.allCases {
      for next in status.successors {
        let step = FindingStep(from: status, to: next, doer: "Jana", verifier: "Ole")
        #expect(step.problem(under: policy) == nil)
      }
    }
  }

  @Test func `no other step is possible, not even to the same status`() {
    for status in FindingStatus.allCases {
      for next in FindingStatus.allCases where !status.successors.contains(next) {
        let step = FindingStep(from: status, to: next, doer: "Jana", verifier: "Ole")
        #expect(step.problem(under: policy)?.code == "finding.step")
      }
    }
  }

  @Test(arguments: Refused.all)
  func `a step that is not possible says why`(refused: Refused) {
    #expect(refused.step.problem(under: policy)?.line == refused.line)
  }

  @Test func `under a policy that allows it the doer verifies`() throws {
    let policy = try Policy.good("finding.verifierNotDoer: false")
    let step = FindingStep(from: .done, to: .verified, doer: "Jana", verifier: "Jana")
    #expect(step.problem(under: policy) == nil)
    let nameless = FindingStep(from: .done, to: .verified, doer: "Jana")
    #expect(nameless.problem(under: policy)?.code == "finding.verifier")
  }

  /// A step and why it is not possible.
  struct Refused {
    let step: FindingStep
    let line: String

    init(_ step: FindingStep, _ line: String) {
      self.step = step
      self.line = line
    }

    static let all: [Self] = [
      Refused(
        FindingStep(from: .open, to: .done, doer: "Jana"),
        """
        finding.step A finding that is open cannot become done. \
        It can become acknowledged or gone.
        """
      ),
      Refused(
        FindingStep(from: .acknowledged, to: .open),
        """
        finding.step A finding that is acknowledged cannot become open. \
        It can become in progress or gone.
        """
      ),
      Refused(
        FindingStep(from: .gone, to: .inProgress),
        """
        finding.step A finding that is gone cannot become in progress. \
        It can become open.
        """
      ),
      Refused(
        FindingStep(from: .inProgress, to: .done, doer: " "),
        """
        finding.doer A finding that is done needs the person who did the work. \
        Name that person.
        """
      ),
      Refused(
        FindingStep(from: .done, to: .verified, verifier: "Ole"),
        """
        finding.doer A finding that is verified needs the person who did the work. \
        Name that person.
        """
      ),
      Refused(
        FindingStep(from: .done, to: .verified, doer: "Jana"),
        """
        finding.verifier A finding that is verified needs the person who verified it. \
        Name that person.
        """
      ),
      Refused(
        FindingStep(from: .done, to: .verified, doer: "Jana Brandt", verifier: " jana  brandt"),
        """
        finding.verifier A finding is verified by another person than the one who did the work. \
        Have somebody else look at it.
        """
      ),
    ]
  }
}
