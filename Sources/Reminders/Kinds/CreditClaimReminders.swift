import Model
import Policies

extension ReminderKind {
  /// The claim for each service credit that is open.
  static let creditClaim = ReminderKind(
    .creditClaim,
    title: "Credit claim",
    summary: "A service credit lapses if it is not claimed.",
    search: .relationship { file, context, list in
      for contract in file.contracts {
        for rule in contract.records[CreditRule.self] { find(rule, contract, file, context, &list) }
      }
    }
  )

  private static func find(
    _ rule: CreditRule,
    _ contract: AgreementFile,
    _ file: RelationshipFile,
    _ context: ReminderContext,
    _ list: inout DueList
  ) {
    let subject = ReminderSubject(.creditRule, rule.reference)
    let terms = context.policy.creditTerms(on: context.asOf, context.organization.calendar)
    let what = "Credits of \(rule.reference) on \(contract.words(file.party))"
    let targets = contract.records[ServiceLevelTarget.self]
    var open: [CivilDay: [CreditWindow]] = [:]
    for target in targets where rule.target == nil || rule.target == target.id {
      guard let credits = CreditWindow.all(rule, target, contract, terms) else {
        let reason = "the bounds or the first day of target \(target.reference) are not known"
        list.miss(.creditClaim, subject, "\(what): \(reason).")
        continue
      }
      for credit in credits {
        switch credit.standing {
        case .waived, .settled: continue
        case .unknown:
          let reason = "no calendar says until when the credit for \(credit.period.label) holds"
          list.miss(.creditClaim, subject, "\(what): \(reason).")
        case .claimable(let window, let claimedOn):
          guard window.isOpen(on: context.asOf, claimedOn) else { continue }
          open[window.lastDay, default: []].append(credit)
        }
      }
    }
    for (lastDay, credits) in open.sorted(by: { $0.key < $1.key }) {
      let words = credits.map { "\($0.amount.words) for \($0.period.label)" }
      var thing = DueThing(
        DueKey(.creditClaim, subject, due: .day(lastDay)),
        name: contract.reminderName,
        what: what,
        standing: words.joined(separator: ", "),
        decision: "claim or waive",
        request: "Claim it, or record who waives it and why",
        otherwise: "it lapses",
        owner: OwnerSearch(.contractManager, .relationshipManager, in: file, contract)
      )
      thing.dueWords = "Claim by"
      thing.calendar = context.calendar(contract)
      thing.tier = SupplierTier.of(file, contract)
      list.add(thing)
    }
  }
}

extension CreditClaimWindow {
  /// Whether it can still be claimed on a day and was not.
  fileprivate func isOpen(on day: CivilDay, _ claimedOn: CivilDay?) -> Bool {
    if case .open = state(on: day, claimedOn: claimedOn) { return true }
    return false
  }
}
