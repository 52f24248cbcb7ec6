import Model
import Policies

/// An open complaint with its clocks.
struct OpenComplaint {
  let item: ComplaintFile
  let clocks: ComplaintClocks
  /// ` of Acme`, or nothing for a complaint without a customer.
  let customer: String
  let owner: OwnerSearch

  var complaint: Complaint { item.complaint }

  var subject: ReminderSubject { ReminderSubject(.complaint, complaint.reference) }

  var name: String { complaint.description ?? complaint.reference }
}

extension ReminderKind.Search {
  /// Looks at each open complaint; one whose clocks are not known is noted as such.
  static func complaints(
    _ topic: ReminderTopic,
    _ find: @escaping @Sendable (OpenComplaint, ReminderContext, inout DueList) throws -> Void
  ) -> Self {
    @Sendable func search(
      _ shelf: RecordShelf,
      _ calendar: BusinessCalendar?,
      _ customer: String,
      _ owner: OwnerSearch,
      _ context: ReminderContext,
      _ list: inout DueList
    ) {
      let calendars = [calendar, context.organization.calendar].compactMap { $0 }
      for item in ComplaintFile.all(in: shelf, at: context.now, calendars: calendars) {
        let subject = ReminderSubject(.complaint, item.complaint.reference)
        do {
          guard let clocks = try clocks(item, context) else { continue }
          let owner = owner.naming(person: item.complaint.owner)
          let open = OpenComplaint(item: item, clocks: clocks, customer: customer, owner: owner)
          try find(open, context, &list)
        } catch {
          let what = "Complaint \(item.complaint.reference)\(customer)"
          list.miss(topic, subject, "\(what): its clocks are not known. \(reason(error))")
        }
      }
    }
    return .everywhere(
      { file, context, list in
        let customer = " of \(file.party.label)"
        for (shelf, agreement) in [(file.records, nil)] + file.agreements.map({ ($0.records, $0) })
        {
          let owner = OwnerSearch(.complaintHandler, .relationshipManager, in: file, agreement)
          search(shelf, agreement?.calendar, customer, owner, context, &list)
        }
      },
      { organization, context, list in
        let owner = OwnerSearch(.complaintHandler, .relationshipManager)
        search(organization.records, nil, "", owner, context, &list)
      }
    )
  }

  /// The clocks of a complaint; nil for one that is closed.
  ///
  /// - Throws: ``ClockGap``; ``CalendarGap``; ``ComplaintFault``.
  private static func clocks(
    _ item: ComplaintFile,
    _ context: ReminderContext
  ) throws -> ComplaintClocks? {
    let history = try item.history.get()
    guard history.state.isOpen else { return nil }
    guard let targets = context.policy.targets(for: item.complaint) else {
      throw ClockGap.noSeverity
    }
    guard let calendar = item.calendar else { throw ClockGap.noCalendar }
    return try ComplaintClocks(
      of: history,
      targets: targets,
      at: context.now,
      calendar: calendar,
      pauseCap: Int(context.policy.complaints.pauseCap.count),
      warningMillionths: context.policy.complaints.warning.millionths
    )
  }

  private static func reason(_ error: any Error) -> String {
    switch error {
    case let gap as ClockGap: gap.sentence
    case let gap as CalendarGap: gap.sentence
    case let fault as ComplaintFault: "Its steps contradict each other. \(fault.sentence)"
    default: "Something is not known of it."
    }
  }
}

/// Why the clocks of a complaint are not known.
private enum ClockGap: Error {
  case noSeverity
  case noCalendar

  var sentence: String {
    switch self {
    case .noSeverity: "It has no severity, so no limits hold for it."
    case .noCalendar: "The calendar of its clocks is not known."
    }
  }
}
