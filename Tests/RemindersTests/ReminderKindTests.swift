import Model
import Policies
import Testing

@testable import Reminders

@Suite struct ReminderKindTests {
  @Test func `each topic has one kind, and the words for it`() {
    #expect(ReminderKind.all.map(\.topic) == ReminderTopic.allCases)
    for kind in ReminderKind.all {
      #expect(kind.summary.hasSuffix("."), "\(kind.topic)")
      #expect(!kind.title.isEmpty, "\(kind.topic)")
    }
  }

  @Test func `a file of which nothing is known has nothing due`() throws {
    let planner = ReminderPlanner(try ReminderSamples.context(on: "2026-01-01"))
    let list = planner.due(
      in: RelationshipFile(party: PartyFacts(id: 1, reference: "P", name: "P"))
    )
    #expect(list.things.isEmpty)
    #expect(list.unknown.isEmpty)
    #expect(planner.due(in: OrganizationFile()).things.isEmpty)
  }
}
