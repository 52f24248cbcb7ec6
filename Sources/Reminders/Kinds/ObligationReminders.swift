import Model
import Policies

extension ReminderKind {
  /// Each instance of an obligation of an agreement in force.
  static let obligation = ReminderKind(
    .obligation,
    title: "Obligation",
    summary: "A report, certificate or other thing that an agreement asks for is due.",
    search: .relationship { file, context, list in
      for agreement in file.agreements where agreement.isActive {
        for obligation in agreement.records[Obligation.self] {
          find(obligation, agreement, file, context, &list)
        }
      }
    }
  )

  private static func find(
    _ obligation: Obligation,
    _ agreement: AgreementFile,
    _ file: RelationshipFile,
    _ context: ReminderContext,
    _ list: inout DueList
  ) {
    let subject = ReminderSubject(.obligation, obligation.reference)
    let what =
      "Obligation \(obligation.reference) (\(obligation.title)) of \(agreement.words(file.party))"
    let offset = context.policy.obligations.dueOffset
    guard let schedule = try? ObligationSchedule(obligation, dueOffset: offset) else {
      let reason = "its due days are not known, because its recurrence cannot be read"
      return list.miss(.obligation, subject, "\(what): \(reason).")
    }
    let proofs = ObligationProofs(obligation, agreement, file, on: context.asOf)
    let calendar = context.calendar(agreement)
    let found = schedule.instances(
      from: obligation.startsOn,
      through: context.horizon,
      calendar: calendar
    )
    if !found.isComplete {
      list.miss(.obligation, subject, "\(what): it has too many due days; only the first are here.")
    }
    for instance in found.instances {
      let standing = instance.standing(
        on: context.asOf,
        facts: proofs.facts(instance),
        resubmit: context.policy.obligations.resubmit,
        calendar: calendar
      )
      guard standing.isOwed else { continue }
      guard let due = instance.due else {
        list.miss(
          .obligation,
          subject,
          "\(what): a due day is not known. \(instance.gap?.sentence ?? "")"
        )
        continue
      }
      guard due <= context.horizon else { continue }
      var thing = obligation.thing(subject, what, standing, due)
      thing.owner = OwnerSearch(.contractManager, .relationshipManager, in: file, agreement)
        .naming(obligation.reviewer)
      thing.calendar = calendar
      thing.tier = SupplierTier.of(file, agreement)
      list.add(thing)
    }
  }
}

extension InstanceStanding {
  /// Whether something is still to be done about it.
  fileprivate var isOwed: Bool { ![.accepted, .waived, .cancelled].contains(state) }
}

extension Obligation {
  fileprivate func thing(
    _ subject: ReminderSubject,
    _ what: String,
    _ standing: InstanceStanding,
    _ due: CivilDay
  ) -> DueThing {
    let deed =
      switch standing.state {
      case .submitted: (decision: "judge the proof", request: "Judge the proof that was received")
      case _ where debtor == .us: (decision: "fulfil it", request: "Fulfil it and file the proof")
      default: (decision: "get the proof", request: "Get the proof from the \(debtor.rawValue)")
      }
    let resubmit = standing.resubmitBy.map { ", a better one was asked for by \($0)" } ?? ""
    let words =
      switch standing.state {
      case .submitted: "received and not judged yet"
      case .rejected: "rejected\(resubmit)"
      default: "not received"
      }
    return DueThing(
      DueKey(.obligation, subject, due: .day(due)),
      name: title,
      what: what,
      standing: words,
      decision: deed.decision,
      request: deed.request,
      otherwise: debtor == .us ? "we break the agreement" : "the obligation is not fulfilled",
      owner: OwnerSearch(.contractManager)
    )
  }
}
