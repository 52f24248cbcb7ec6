import Model
import Policies

extension ReminderKind {
  /// The message that is owed to the complainant of an open complaint.
  static let complaintUpdate = ReminderKind(
    .complaintUpdate,
    title: "Update owed to a complainant",
    summary: "A complainant is to be told how things stand.",
    escalation: .complaint,
    search: .complaints(.complaintUpdate) { item, context, list in
      guard let run = try item.clocks.standings(.update).last, run.stoppedAt == nil else { return }
      var thing = DueThing(
        DueKey(.complaintUpdate, item.subject, due: .instant(run.dueAt)),
        name: item.name,
        what: "Update for complaint \(item.complaint.reference)\(item.customer)",
        standing: "last message \(context.zone.text(run.startedAt))",
        decision: "write to the complainant",
        request: "Tell the complainant how things stand and what comes next",
        otherwise: "the complainant hears nothing for longer than we promised",
        owner: item.owner
      )
      thing.ladder = .clock(warnsAt: run.warnsAt)
      thing.calendar = item.item.calendar
      list.add(thing)
    }
  )
}
