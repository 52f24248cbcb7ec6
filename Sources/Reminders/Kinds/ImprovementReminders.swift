import Model
import Policies

extension ReminderKind {
  /// Each open entry of the improvement register.
  static let improvement = ReminderKind(
    .improvement,
    title: "Improvement",
    summary: "An entry of the improvement register is to be done.",
    search: .everywhere(
      { file, context, list in
        find(file.records[Improvement.self], file, nil, context, &list)
        for agreement in file.agreements {
          find(agreement.records[Improvement.self], file, agreement, context, &list)
        }
      },
      { organization, context, list in
        find(organization.records[Improvement.self], nil, nil, context, &list)
      }
    )
  )

  private static func find(
    _ entries: [Improvement],
    _ file: RelationshipFile?,
    _ agreement: AgreementFile?,
    _ context: ReminderContext,
    _ list: inout DueList
  ) {
    for entry in entries where entry.isOpen(on: context.asOf) {
      let subject = ReminderSubject(.improvement, entry.reference)
      let about = file.map { " for \($0.party.label)" } ?? ""
      let what = "Improvement \(entry.reference) (\(entry.title))\(about)"
      guard let due = entry.dueOn else {
        list.miss(.improvement, subject, "\(what): it has no day by which it shall be done.")
        continue
      }
      let owner =
        file.map { OwnerSearch(.contractManager, .relationshipManager, in: $0, agreement) }
        ?? OwnerSearch(.serviceManager)
      var thing = DueThing(
        DueKey(.improvement, subject, due: .day(due)),
        name: entry.title,
        what: what,
        standing: entry.replannedOn.map { "planned anew \($0)" } ?? "planned \(entry.registeredOn)",
        decision: "finish it or plan it anew",
        request: "Finish it and record the day, or plan it anew",
        otherwise: "what it should improve stays as it is, and it is overdue",
        owner: owner.naming(entry.owner)
      )
      thing.calendar = context.calendar(agreement)
      thing.tier = file.flatMap { SupplierTier.of($0, agreement) }
      list.add(thing)
    }
  }
}

extension Improvement {
  /// Whether it is neither rejected nor done by a day.
  fileprivate func isOpen(on day: CivilDay) -> Bool {
    if state == .rejected || registeredOn > day { return false }
    return !(doneOn.map { $0 <= day } ?? (state == .done))
  }
}
