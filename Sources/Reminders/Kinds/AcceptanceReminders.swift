import Model
import Policies

extension ReminderKind {
  /// The end of each waiver and of each accepted risk.
  static let acceptance = ReminderKind(
    .acceptance,
    title: "Waiver or accepted risk",
    summary: "A waiver or the acceptance of a risk runs out.",
    search: .everywhere(
      { file, context, list in
        let acceptances = file.all(RiskAcceptance.self)
        for risk in file.records[Risk.self] {
          find(risk, acceptances, file, nil, context, &list)
        }
        for agreement in file.agreements {
          for risk in agreement.records[Risk.self] {
            find(risk, acceptances, file, agreement, context, &list)
          }
        }
      },
      { organization, context, list in
        find(organization.records[Waiver.self], context, &list)
        let acceptances = organization.records[RiskAcceptance.self]
        for risk in organization.records[Risk.self] {
          find(risk, acceptances, nil, nil, context, &list)
        }
      }
    )
  )

  private static func find(
    _ risk: Risk,
    _ acceptances: [RiskAcceptance],
    _ file: RelationshipFile?,
    _ agreement: AgreementFile?,
    _ context: ReminderContext,
    _ list: inout DueList
  ) {
    let begun = acceptances.filter { $0.risk == risk.id && $0.acceptedOn <= context.asOf }
    guard risk.state != .closed, let last = begun.map(\.expiresOn).max() else { return }
    let about = file.map { " with \($0.party.label)" } ?? ""
    let owner =
      file.map { OwnerSearch(.contractManager, .relationshipManager, in: $0, agreement) }
      ?? OwnerSearch(.serviceManager)
    var thing = DueThing(
      DueKey(.acceptance, ReminderSubject(.risk, risk.reference), due: .day(last)),
      name: risk.title,
      what: "Accepted risk \(risk.reference) (\(risk.title))\(about)",
      decision: "accept it anew or remove it",
      request: "Remove the risk, or have it accepted anew",
      otherwise: "the risk is there and nobody accepts it",
      owner: owner.naming(risk.owner)
    )
    thing.dueWords = "It is accepted through"
    thing.calendar = context.calendar(agreement)
    list.add(thing)
  }

  /// The latest waiver of each rule and subject, until the ladder after its end is over; then the
  /// findings of the rule are there again.
  private static func find(
    _ waivers: [Waiver],
    _ context: ReminderContext,
    _ list: inout DueList
  ) {
    let groups = Dictionary(grouping: waivers.filter { $0.validFrom <= context.asOf }) { waiver in
      [waiver.rule, waiver.subjectKind.rawValue, waiver.subject ?? ""]
    }
    let latest = groups.values.compactMap { group in
      group.max { ($0.expiresOn, $0.reference) < ($1.expiresOn, $1.reference) }
    }
    let most = context.policy.reminders.after.last ?? 0
    for waiver in latest.sorted(by: { $0.reference < $1.reference })
    where waiver.expiresOn.days(to: context.asOf) <= most {
      let subject = waiver.subject.map { " for \(waiver.subjectKind.rawValue) \($0)" } ?? ""
      var thing = DueThing(
        DueKey(
          .acceptance,
          ReminderSubject(.waiver, waiver.reference),
          due: .day(waiver.expiresOn)
        ),
        name: waiver.rule,
        what: "Waiver \(waiver.reference) of \(waiver.rule)\(subject)",
        standing: "approved by \(waiver.approver)",
        decision: "remove the cause or approve it anew",
        request: "Remove the cause, or have it approved anew",
        otherwise: "the rule fails again",
        owner: OwnerSearch(.serviceManager).naming(waiver.approver)
      )
      thing.dueWords = "It holds through"
      thing.calendar = context.calendar()
      list.add(thing)
    }
  }
}
