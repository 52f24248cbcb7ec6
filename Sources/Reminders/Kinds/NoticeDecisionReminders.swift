import Model
import Policies

extension ReminderKind {
  /// The decision how an agreement goes on, before the last day to send notice.
  static let noticeDecision = ReminderKind(
    .noticeDecision,
    title: "Notice decision",
    summary: """
      Before the last day to send notice it is to be decided whether an agreement is renewed, \
      renegotiated or ended; a notice decided on is to be sent by then.
      """,
    escalation: .renewal,
    search: .relationship { file, context, list in
      for agreement in file.agreements where agreement.isActive && agreement.hasTermNotice {
        find(agreement, file, context, &list)
      }
    }
  )

  private static func find(
    _ agreement: AgreementFile,
    _ file: RelationshipFile,
    _ context: ReminderContext,
    _ list: inout DueList
  ) {
    switch agreement.standing.noticeGap {
    case .noticeGiven, .endsByItself, .lastTerm, .over, .notConcluded: return
    case let gap?:
      return list.miss(
        .noticeDecision,
        agreement.reminderSubject,
        "\(agreement.words(file.party)): no deadline for notice. \(gap.sentence)"
      )
    case nil: break
    }
    for term in NoticeTerm.open(agreement, file, context) {
      list.add(term.thing(file, context))
    }
  }
}
