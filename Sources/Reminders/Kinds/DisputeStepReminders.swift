import Model
import Policies

extension ReminderKind {
  /// The next step of each open dispute.
  static let disputeStep = ReminderKind(
    .disputeStep,
    title: "Dispute step",
    summary: "The time of a dispute's level is over, or nothing was done about it for long.",
    search: .relationship { file, context, list in
      for agreement in file.agreements {
        let disputes = agreement.records[Dispute.self].filter { $0.openedOn <= context.asOf }
        for dispute in disputes { find(dispute, agreement, file, context, &list) }
      }
    }
  )

  private static func find(
    _ dispute: Dispute,
    _ agreement: AgreementFile,
    _ file: RelationshipFile,
    _ context: ReminderContext,
    _ list: inout DueList
  ) {
    let subject = ReminderSubject(.dispute, dispute.reference)
    let what =
      "Dispute \(dispute.reference) (\(dispute.subject)) about \(agreement.words(file.party))"
    do {
      let calendar = context.calendar(agreement)
      guard let standing = try standing(dispute, agreement, context) else { return }
      let (due, isLevel) = try standing.due(idle: context.policy.disputes.idle, calendar)
      var thing = DueThing(
        DueKey(.disputeStep, subject, due: .day(due)),
        name: dispute.subject,
        what: what,
        standing: "\(standing.stage.words) since \(standing.since)",
        decision: isLevel ? "settle it or go up a level" : "take the next step",
        request: isLevel
          ? "Settle it at this level, or go up a level and record the step"
          : "Take the next step, and record it",
        otherwise: "it stands still, and a later claim may be lost",
        owner: OwnerSearch(.contractManager, .relationshipManager, in: file, agreement)
      )
      thing.calendar = calendar
      thing.tier = SupplierTier.of(file, agreement)
      list.add(thing)
    } catch {
      list.miss(.disputeStep, subject, "\(what): how it stands is not known. \(reason(error))")
    }
  }

  /// Where a dispute stands; nil for one that is closed.
  private static func standing(
    _ dispute: Dispute,
    _ agreement: AgreementFile,
    _ context: ReminderContext
  ) throws -> DisputeStanding? {
    let ladder = context.policy.disputeLadder
    guard let calendar = context.calendar(agreement) else { throw DateGap.noCalendar }
    let history = try DisputeHistory(dispute, agreement.records[DisputeStep.self], ladder)
    let standing = try history.standing(on: context.asOf, ladder: ladder, calendar: calendar)
    return standing?.stage.state == .closed ? nil : standing
  }

  private static func reason(_ error: any Error) -> String {
    switch error {
    case let gap as DateGap: gap.sentence
    case let gap as CalendarGap: gap.sentence
    case let fault as DisputeFault: fault.sentence
    default: "Something is not known of it."
    }
  }
}
