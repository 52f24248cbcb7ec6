import Model
import Policies

extension ReminderKind {
  /// The end of each agreement that does not go on by itself.
  static let termEnd = ReminderKind(
    .termEnd,
    title: "Term end",
    summary: "An agreement ends, and what follows it is to be arranged.",
    search: .relationship { file, context, list in
      for agreement in file.agreements where agreement.isActive && agreement.isRunningOut {
        guard let end = agreement.standing.termEnd else { continue }
        list.add(thing(agreement, ends: end, file, context))
      }
    }
  )

  private static func thing(
    _ agreement: AgreementFile,
    ends end: CivilDay,
    _ file: RelationshipFile,
    _ context: ReminderContext
  ) -> DueThing {
    let standing = agreement.standing
    var thing = DueThing(
      DueKey(.termEnd, agreement.reminderSubject, due: .day(end)),
      name: agreement.reminderName,
      what: agreement.words(file.party),
      standing: standing.status == .underNotice
        ? "notice was given" : "it does not go on by itself",
      decision: "arrange what follows",
      request: "Arrange what follows: a new agreement, a transfer, or the end of the service",
      otherwise: "what it covers goes on without an agreement",
      owner: OwnerSearch(.contractManager, .relationshipManager, in: file, agreement)
    )
    thing.dueWords = "The last day is"
    thing.calendar = context.calendar(agreement)
    thing.tier = SupplierTier.of(file, agreement)
    return thing
  }
}

extension AgreementFile {
  /// Whether it ends on ``AgreementStanding/termEnd`` if nobody does anything.
  fileprivate var isRunningOut: Bool {
    switch standing.noticeGap {
    case .noticeGiven, .endsByItself, .lastTerm: true
    default: terms.renewal != .automatic
    }
  }
}
