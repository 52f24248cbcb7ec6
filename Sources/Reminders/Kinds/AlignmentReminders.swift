import Model
import Policies

extension ReminderKind {
  /// The assessment whether suppliers carry an SLA.
  static let alignment = ReminderKind(
    .alignment,
    title: "Alignment assessment",
    summary: """
      It is to be assessed whether suppliers carry an SLA, at its interval and after a change of \
      the SLA or of a contract behind it.
      """,
    search: .relationship { file, context, list in
      for sla in file.agreements where sla.kind == .sla && sla.isActive && !sla.services.isEmpty {
        find(sla, file, context, &list)
      }
    }
  )

  private static func find(
    _ sla: AgreementFile,
    _ file: RelationshipFile,
    _ context: ReminderContext,
    _ list: inout DueList
  ) {
    let reach = SupplierReach(behind: sla.services, context.graph)
    guard reach.isNeeded else { return }
    let calendar = context.calendar(sla)
    let days = AlignmentDue(
      sla,
      reach.contracts,
      context.policy.alignmentIntervals,
      on: context.asOf,
      calendar
    )
    let what = "Alignment of \(sla.words(file.party)) with its suppliers"
    guard let due = days.due else {
      return list.miss(
        .alignment,
        sla.reminderSubject,
        "\(what): nothing says from when on its time runs."
      )
    }
    let change = days.change.map { ", \($0.words) took effect \($0.on)" } ?? ""
    var thing = DueThing(
      DueKey(.alignment, sla.reminderSubject, due: .day(due)),
      name: sla.reminderName,
      what: what,
      standing: days.words + (due == days.yearly ? "" : change),
      decision: "assess it",
      request: "Compare what the suppliers promise with the SLA, and record the result",
      otherwise: "we may promise what no supplier carries",
      owner: OwnerSearch(.serviceManager, .relationshipManager, in: file, sla)
    )
    thing.calendar = calendar
    list.add(thing)
  }
}
