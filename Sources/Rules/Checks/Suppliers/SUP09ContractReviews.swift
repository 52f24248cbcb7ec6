import Model

extension Rule {
  /// SUP-09: contracts are reviewed against what is needed now.
  static let contractReviews = Rule(
    id: "SUP-09",
    title: "Contracts are reviewed at planned intervals",
    clauses: [.of2005: "7.3", .of2011: "7.2", .of2018: "8.3.4.1"],
    predicate: """
      The last contract review that counts as held, or the start of the contract, lies further back \
      than the interval planned for it.
      """,
    remediation: "Hold the review; record attendees, result and decisions; set the next date.",
    guidance: """
      Review each contract against what the services and the business need now, and against what \
      both sides owe. Good evidence is a review with the day it was held, at least one of ours, a \
      result, and minutes; decisions that change the contract lead to a change.
      """,
    thresholds: [
      "review.contract.strategic", "review.contract.tactical", "review.contract.operational",
      "review.contract.commodity", "review.duePolicy", "grace.review", "dueSoon.lead",
      "upgrade.overdue",
    ],
    records: ["review", "attendance", "plan"],
    evaluation: .relationship { file, context in
      file.agreements.filter { $0.kind == .contract }.map { judge($0, file, context) }
    }
  )

  private static func judge(
    _ agreement: AgreementFile,
    _ file: RelationshipFile,
    _ context: RuleContext
  ) -> Judgement {
    let subject = Judgement.Subject.agreement(agreement)
    let what = "Contract review of \(agreement.reference) with \(file.party.name)"
    guard agreement.isActive else {
      return .notApplicable(subject, "Contract \(agreement.reference) is not in force.")
    }
    guard let start = agreement.terms.startsOn else {
      return .insufficientData(subject, "\(what): the contract has no start, so nothing is due.")
    }
    let planned = PlannedInterval(
      .contractReview,
      [agreement.records, file.records],
      default: agreement.reviewInterval
        ?? context.policy.reviews.contract(SupplierTier.of(file, agreement)),
      context
    )
    let reviews = HeldReviews(
      .contract,
      in: agreement.records,
      anchor: start,
      interval: planned.period,
      context,
      policy: planned.duePolicy
    )
    guard let due = reviews.due else {
      return .insufficientData(subject, "\(what): \(planned.period) is no interval of reviews.")
    }
    return DueJudgement(subject: subject, what: what, last: reviews.words, due: due)
      .judge(context, grace: context.policy.judgement.reviewGrace)
      .resting(on: reviews.last.map { [Judgement.Evidence($0)] } ?? [])
  }
}
