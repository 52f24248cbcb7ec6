import Model
import Policies
import TestSupport
import Testing

@testable import Reminders

@Suite struct ComplaintReminderTests {
  /// A complaint that came on Monday 2026-06-01 at 09:00 in Berlin.
  private func file(
    _ steps: [(kind: String, at: String)] = [],
    severity: String? = "major"
  ) throws -> RelationshipFile {
    var file = ReminderSamples.file("customer")
    var facts = [
      "receivedAt": "2026-06-01T07:00:00Z", "party": "7", "complainant": "Zoe",
      "channel": "letter", "description": "Slow.", "owner": "1",
    ]
    facts["severity"] = severity
    file.records.add(try Complaint.sample("K-1", facts))
    for (index, step) in steps.enumerated() {
      file.records.add(
        try ComplaintStep.sample(
          "S-\(index)",
          id: Int64(index),
          ["complaint": "1", "kind": step.kind, "at": step.at]
        )
      )
    }
    return file
  }

  private func context(_ day: CivilDay) throws -> ReminderContext {
    try ReminderSamples.context(day) { context in
      let target = try #require(Period(80, .businessHour))
      context.policy.complaintTargets[.major].respond = target
    }
  }

  /// What is sent about the decision from 1 June to 6 July if nobody does anything.
  private func ladder() throws -> LedgerRun {
    var ledger = LedgerRun()
    var day = try ReminderSamples.day("2026-06-01")
    let file = try file()
    while day <= (try ReminderSamples.day("2026-07-06")) {
      let context = try context(day)
      let things = context.due(.complaintClock, file).things.filter { thing in
        thing.key.part == "respond" || thing.key.part.hasPrefix("level")
      }
      try ledger.run(context, things)
      day = day.adding(days: 1)
    }
    return ledger
  }

  @Test func `the worked case goes up level by level`() throws {
    let ledger = try ladder()
    let clock = ledger.sent.filter { $0.reminder.sendAt != nil }.map { sent in
      "\(sent.reminder.key.step) \(sent.reminder.sendAt.map { "\($0)" } ?? "") "
        + sent.reminder.escalation.rawValue
    }
    #expect(
      clock == [
        "warning 2026-06-10T15:00:00Z lead", "breach 2026-06-12T15:00:00Z managers",
        "level3 2026-06-19T15:00:00Z head", "level4 2026-07-03T15:00:00Z top",
      ]
    )
    // Ada is relationship manager and service manager herself.
    #expect(
      ledger.sent.filter { $0.reminder.sendAt != nil }.map(\.reminder.names) == [
        ["Ada", "Dan"], ["Ada", "Dan"], ["Ada", "Dan", "Cid"], ["Ada", "Dan", "Cid", "Eve"],
      ]
    )
  }

  @Test func `a warning comes at its instant, not before`() throws {
    let file = try file()
    var context = try context(ReminderSamples.day("2026-06-10"))
    let planner = { (context: ReminderContext) in
      context.due(.complaintClock, file).things.filter { $0.key.part == "respond" }
        .flatMap { ReminderPlanner(context).preview($0) }
    }
    context.now = try ReminderSamples.instant("2026-06-10T14:59:59Z")
    let before = ReminderLedger(ReminderPlanner(context)).actions(
      for: context.due(.complaintClock, file).things.filter { $0.key.part == "respond" },
      []
    )
    #expect(before.allSatisfy { $0.sent == nil })
    context.now = try ReminderSamples.instant("2026-06-10T15:00:00Z")
    let reminder = try #require(planner(context).first)
    #expect(reminder.offset == -2)
    #expect(
      reminder.message
        == """
        Response for complaint K-1 of P-1 (Acme): received 2026-06-01 09:00. Send the decision, if \
        only an interim one. Due 2026-06-12 17:00, in 2 days. Otherwise it goes up a level.
        """
    )
    #expect(
      reminder.key.description
        == "complaintClock/complaint/K-1/respond/2026-06-12T15:00:00Z/warning"
    )
  }

  @Test func `a clock that stopped or stands still is not announced`() throws {
    let acknowledged = [
      ("triaged", "2026-06-01T08:00:00Z"), ("acknowledged", "2026-06-01T09:00:00Z"),
    ]
    func parts(_ steps: [(kind: String, at: String)]) throws -> [String] {
      try context(ReminderSamples.day("2026-06-02"))
        .due(.complaintClock, try file(steps)).things.map(\.key.part)
    }
    #expect(try parts([]) == ["acknowledge", "assess", "respond", "resolve"])
    #expect(try parts(acknowledged) == ["assess", "respond", "resolve"])
    let waiting =
      acknowledged + [
        ("assessing", "2026-06-01T09:30:00Z"), ("investigating", "2026-06-01T10:00:00Z"),
        ("waitingComplainant", "2026-06-01T11:00:00Z"),
      ]
    #expect(try parts(waiting).isEmpty)
  }

  @Test func `a message is owed to the complainant`() throws {
    let context = try ReminderSamples.context(on: "2026-06-09")
    let reminder = try #require(
      context.preview(
        .complaintUpdate,
        file([("triaged", "2026-06-01T08:00:00Z"), ("acknowledged", "2026-06-01T09:00:00Z")])
      ).first
    )
    #expect(reminder.key.step == .offset(1))
    #expect(
      reminder.message
        == """
        Update for complaint K-1 of P-1 (Acme): last message 2026-06-01 11:00. Tell the \
        complainant how things stand and what comes next. Due 2026-06-08 17:00, 1 day ago. \
        Otherwise the complainant hears nothing for longer than we promised.
        """
    )
  }

  @Test func `a complaint without a severity is named`() throws {
    let list = try ReminderSamples.context(on: "2026-06-02")
      .due(.complaintClock, try file(severity: nil))
    #expect(list.things.isEmpty)
    #expect(
      list.unknown.map(\.reason) == [
        """
        Complaint K-1 of P-1 (Acme): its clocks are not known. It has no severity, so no limits \
        hold for it.
        """
      ]
    )
  }

  @Test func `a rejected decision comes to level two`() throws {
    let steps = [
      ("triaged", "2026-06-01T08:00:00Z"), ("acknowledged", "2026-06-01T09:00:00Z"),
      ("assessing", "2026-06-01T09:30:00Z"), ("responded", "2026-06-01T10:00:00Z"),
      ("investigating", "2026-06-02T10:00:00Z"),
    ]
    let context = try ReminderSamples.context(on: "2026-06-02")
    let levels = context.due(.complaintClock, try file(steps)).things.filter {
      $0.key.part.hasPrefix("level")
    }
    #expect(levels.map(\.key.part) == ["level2", "level3"])
    #expect(levels.first?.standing == "the complainant rejected the decision")
  }
}
