import Model
import Policies
import Testing

@testable import Reminders

@Suite struct ReminderEscalationTests {
  private func first(
    _ kind: ReminderKind,
    on day: String,
    _ change: (inout RelationshipFile, inout ReminderContext) throws -> Void = { _, _ in }
  ) throws -> PlannedReminder {
    let date = try ReminderSamples.day(day)
    var file = try ReminderSamples.renewing(on: date)
    var context = try ReminderSamples.context(date)
    try change(&file, &context)
    return try #require(context.preview(kind, file).first)
  }

  @Test(arguments: [
    ("2025-11-21", ReminderLevel.owner, ["Ada"]),
    ("2026-01-20", .owner, ["Ada"]),
    ("2026-01-21", .lead, ["Ada", "Dan"]),
    ("2026-02-12", .lead, ["Ada", "Dan"]),
    ("2026-02-13", .head, ["Ada", "Dan", "Cid"]),
    ("2026-02-20", .head, ["Ada", "Dan", "Cid"]),
    ("2026-02-21", .head, ["Ada", "Dan", "Cid"]),
    ("2026-03-02", .head, ["Ada", "Dan", "Cid"]),
  ])
  func `a notice goes higher by the days that are left`(
    day: String,
    level: ReminderLevel,
    names: [String]
  ) throws {
    let reminder = try first(.noticeDecision, on: day)
    #expect(reminder.escalation == level)
    #expect(reminder.names.filter { $0 != "Bea" } == names)
  }

  @Test(arguments: [
    // The review is due on Monday 2026-06-01.
    ("2026-06-01", ReminderLevel.owner, ["Ada"]),
    ("2026-06-02", .deputy, ["Ada", "Bea"]),
    ("2026-06-07", .deputy, ["Ada", "Bea"]),
    ("2026-06-08", .lead, ["Ada", "Bea", "Dan"]),
    ("2026-06-15", .head, ["Ada", "Bea", "Dan", "Cid"]),
    ("2026-09-15", .head, ["Ada", "Bea", "Dan", "Cid"]),
  ])
  func `other kinds go higher after the due day`(
    day: String,
    level: ReminderLevel,
    names: [String]
  ) throws {
    let reminder = try first(.contractReview, on: day)
    #expect(reminder.escalation == level)
    #expect(reminder.names == names)
  }

  @Test func `who is away is stood in for by the one named for these days`() throws {
    let reminder = try first(.contractReview, on: "2026-05-04") { _, context in
      context.organization.people[0].absences = [
        .init(
          startsOn: try ReminderSamples.day("2026-05-04"),
          endsOn: try ReminderSamples.day("2026-05-04"),
          deputy: 3
        )
      ]
    }
    #expect(reminder.names == ["Cid"])
    #expect(reminder.recipients.first?.standingInFor == "Ada")
    #expect(try first(.contractReview, on: "2026-05-05").names == ["Ada"])
  }

  @Test func `else by the deputy, else by the lead, and by nobody if all are away`() throws {
    func names(away: Set<Int64>) throws -> [String] {
      try first(.contractReview, on: "2026-05-04") { _, context in
        let day = try ReminderSamples.day("2026-05-04")
        for index in context.organization.people.indices
        where away.contains(context.organization.people[index].id) {
          context.organization.people[index].absences = [.init(startsOn: day, endsOn: day)]
        }
      }.names
    }
    #expect(try names(away: [1]) == ["Bea"])
    #expect(try names(away: [1, 2]) == ["Dan"])
    #expect(try names(away: [1, 2, 4]) == ["Ada"])
  }

  @Test func `an assignment for the agreement outranks that for the party`() throws {
    let reminder = try first(.contractReview, on: "2026-05-04") { file, _ in
      file.assignments.append(
        AssignmentFacts(role: "contractManager", person: 2, agreement: 1, validFrom: .first)
      )
      file.assignments.append(
        AssignmentFacts(role: "contractManager", person: 5, agreement: 9, validFrom: .first)
      )
    }
    #expect(reminder.names == ["Bea"])
  }

  @Test func `without an owner it goes to the lead of the last one, and says so`() throws {
    let reminder = try first(.contractReview, on: "2026-05-04") { file, _ in
      let end = try ReminderSamples.day("2026-05-03")
      for index in file.assignments.indices { file.assignments[index].validThrough = end }
    }
    #expect(reminder.names == ["Dan"])
    #expect(reminder.gap == .noOwner)
    #expect(reminder.message.hasSuffix("Nobody answers for it, so this goes higher."))
  }

  @Test func `where nobody ever answered it goes to the head of service management`() throws {
    let reminder = try first(.contractReview, on: "2026-05-04") { file, _ in file.assignments = [] }
    #expect(reminder.names == ["Cid"])
    #expect(reminder.gap == .noOwner)
    let top = try first(.contractReview, on: "2026-05-04") { file, context in
      file.assignments = []
      context.organization.assignments.removeFirst()
    }
    #expect(top.names == ["Eve"])
  }

  @Test func `where there is nobody at all that is said`() throws {
    let reminder = try first(.contractReview, on: "2026-05-04") { file, context in
      file.assignments = []
      context.organization.assignments = []
    }
    #expect(reminder.recipients.isEmpty)
    #expect(reminder.gap == .nobody)
    #expect(reminder.message.hasSuffix("There is nobody to whom this could go."))
  }
}
