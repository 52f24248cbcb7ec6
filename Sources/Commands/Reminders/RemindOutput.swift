import Intake
import Model
import Policies
import Reminders
import Reporting

/// Reminders as people and programs read them.
struct RemindOutput {
  private let reminders: [PlannedReminder]

  /// What is to be sent now and what comes, by day and key.
  init(_ plan: ReminderPlan) {
    // Each key is written once, and not for each comparison.
    let named = (plan.sent + plan.upcoming).map { (name: $0.key.description, reminder: $0) }
    reminders = named.sorted {
      ($0.reminder.sendOn, $0.name) < ($1.reminder.sendOn, $1.name)
    }
    .map(\.reminder)
  }

  var listing: Listing {
    Listing(
      "Reminders",
      CountNoun("reminder", "reminders"),
      Self.columns,
      reminders.map(row)
    )
  }

  private static let columns = [
    Column("sendOn", "Send on", .day, importance: .essential),
    Column("key", "Key", formats: .data), Column("kind", "Kind", importance: .high),
    Column(
      "subject",
      "About",
      .record([Column("kind", "Kind"), Column("reference", "Reference")]),
      formats: .data
    ),
    Column("due", "Due", importance: .essential, overflow: .whole),
    Column("offset", "Days from due", .integer, formats: .data),
    Column(
      "recipients",
      "To",
      .list(
        of: .record([Column("name", "Name"), Column("email", "Email"), Column("level", "As")])
      ),
      formats: .data
    ),
    Column("to", "To", .list(of: .text), importance: .high, formats: [.table, .markdown, .html]),
    Column("escalation", "Level", importance: .low),
    Column("decision", "Decision", formats: .data),
    Column("message", "What", importance: .essential, overflow: .wrap),
  ]

  private func row(_ reminder: PlannedReminder) -> Row {
    Row([
      Cell(reminder.sendOn), .text(reminder.key.description), .text(reminder.topic.rawValue),
      .record([.text(reminder.subject.kind.rawValue), .text(reminder.subject.reference)]),
      .text(reminder.due.description), Cell(reminder.offset),
      .list(
        reminder.recipients.map { recipient in
          .record([
            .text(recipient.person.name), Cell(recipient.person.email),
            .text(recipient.level.rawValue),
          ])
        }
      ),
      .list(reminder.recipients.map { .text($0.person.name) }),
      .text(reminder.escalation.rawValue), .text(reminder.decision), .text(reminder.message),
    ])
  }
}
