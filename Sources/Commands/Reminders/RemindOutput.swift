import Intake
import Model
import Policies
import Reminders
import Reporting

/// Reminders as people and programs read them, by day and key.
///
/// Memory does not grow with their number.
struct RemindOutput {
  /// How many of those that cannot be told are named if not all are wanted.
  private static let fewUnknown = 20

  private let reminders = SortedRows()
  private let unknown = SortedRows()
  private var unknownCount = 0

  /// Searches for what is to be sent now and what comes.
  ///
  /// - Parameters:
  ///   - search: The search, not run yet.
  ///   - namesAll: Whether to name everything that cannot be told.
  /// - Throws: `StoreError`; an `OutputError` if what is found cannot be kept aside.
  init(_ search: ReminderSearch, namesAll: Bool) throws {
    try search.run { found in
      switch found {
      case .item(let item):
        if let reminder = item.action.sent { try add(reminder) }
      case .upcoming(let reminder): try add(reminder)
      case .unknown(let missing):
        unknownCount += 1
        guard namesAll || unknownCount <= Self.fewUnknown else { return }
        try unknown.add(Row([.text(missing.reason)]), day: 0)
      }
    }
  }

  private func add(_ reminder: PlannedReminder) throws {
    let key = reminder.key.description
    try reminders.add(row(reminder, key), day: reminder.sendOn.number, name: key)
  }

  var listing: Listing {
    Listing(
      "Reminders",
      CountNoun("reminder", "reminders"),
      Self.columns,
      rows: reminders.handOver
    )
  }

  /// Says what cannot be told, each in a line.
  func sayUnknown(_ say: (String) -> Void) throws {
    var count = 0
    try unknown.handOver { row in
      guard case .text(let reason)? = row.cells.first else { return }
      say("unknown: \(reason)")
      count += 1
    }
    if unknownCount > count { say("unknown: \(unknownCount - count) more; --all names them.") }
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

  private func row(_ reminder: PlannedReminder, _ key: String) -> Row {
    Row([
      Cell(reminder.sendOn), .text(key), .text(reminder.topic.rawValue),
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
