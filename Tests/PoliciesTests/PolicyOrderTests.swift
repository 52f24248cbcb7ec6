import Importing
import Model
import TestSupport
import Testing

@testable import Policies

@Suite struct PolicyOrderTests {
  @Test(arguments: [
    (
      "scorecard.gradeB: 90",
      "policy.order 1:1 “scorecard.gradeB” (90) is not less than “scorecard.gradeA” (90). "
        + "Make each of these values less than the one before."
    ),
    (
      "scorecard.gradeA: 75",
      "policy.order 1:1 “scorecard.gradeB” (80) is not less than “scorecard.gradeA” (75). "
        + "Make each of these values less than the one before."
    ),
    (
      "vacancy.minor: 3d\nescalation.level3: 4bd",
      "policy.order 2:1 “escalation.level3” (4bd) is shorter than “escalation.level2” (5bd). "
        + "Give a later step at least as much time as the one before."
    ),
    (
      "dispute.level2: 30bd",
      "policy.order 1:1 “dispute.level3” (20bd) is shorter than “dispute.level2” (30bd). "
        + "Give a later step at least as much time as the one before."
    ),
    (
      "complaint.targets.minor.respond: 3bd",
      "policy.order 1:1 “complaint.targets.minor.respond” (3bd) is shorter than "
        + "“complaint.targets.minor.assess” (5bd). "
        + "Give a later step at least as much time as the one before."
    ),
    (
      "renewal.protect: 31d",
      "policy.order 1:1 “renewal.protect” (31d) is not less than “renewal.decide” (30d). "
        + "Make each of these values less than the one before."
    ),
  ])
  func `values that do not fit each other`(yaml: String, line: String) {
    #expect(Policy.reading(yaml).lines == [line])
  }

  @Test func `a step without a limit is passed over`() {
    let reading = Policy.reading(
      "complaint.targets.minor: {assess: none, respond: 1bd}"
    )
    #expect(
      reading.lines == [
        "policy.order 1:41 “complaint.targets.minor.respond” (1bd) is shorter than "
          + "“complaint.targets.minor.acknowledge” (2bd). "
          + "Give a later step at least as much time as the one before."
      ]
    )
  }

  @Test func `lengths in different units are not compared`() throws {
    let policy = try Policy.good("dispute.level3: 5d\nescalation.level3: 1d")
    #expect(policy.disputes.level3.days == 5)
  }

  @Test func `equal times are in order`() throws {
    let policy = try Policy.good("escalation: {level2: 10bd, level3: 10bd}")
    #expect(policy.complaints.escalationLevel2 == policy.complaints.escalationLevel3)
  }

  @Test func `a value that was refused does not make others wrong`() {
    let reading = Policy.reading("scorecard.gradeA: 1000\nscorecard.gradeB: 95")
    #expect(reading.problems.map(\.code) == ["policy.value"])
  }
}
