import Model
import Policies

extension Rule {
  /// SUP-09: contracts are reviewed against what is needed now.
  static let contractReviews = Rule(
    id: "SUP-09",
    title: "Contracts are reviewed at planned intervals",
    clauses: [.of2005: "7.3", .of2011: "7.2", .of2018: "8.3.4.1"],
    predicate: """
      The last contract review that counts as held, or the start of the contract, lies further back \
      than the interval planned for it; or that interval is longer than the edition allows.
      """,
    remediation: "Hold the review; record attendees, result and decisions; set the next date.",
    guidance: """
      Review each contract against what the services and the business need now, and against what \
      both sides owe. Good evidence is a review with the day it was held, at least one of ours, a \
      result, and minutes; decisions that change the contract lead to a change.
      """,
    thresholds: [
      "review.contract.strategic", "review.contract.tactical", "review.contract.operational",
      "review.contract.commodity", "review.duePolicy", "review.early", "grace.review",
      "dueSoon.lead",
      "upgrade.overdue",
    ],
    records: ["review", "attendance", "plan", "tierAssessment"],
    evaluation: .relationship { file, context in
      file.contracts.flatMap { contract in
        [judge(contract, file, context), tooLong(contract, file, context)].compactMap { $0 }
      }
    }
  )

  private static func judge(
    _ agreement: AgreementFile,
    _ file: RelationshipFile,
    _ context: RuleContext
  ) -> Judgement {
    let subject = Judgement.Subject.agreement(agreement)
    let what = words(agreement, file)
    guard agreement.isActive else {
      return .notApplicable(subject, "Contract \(agreement.reference) is not in force.")
    }
    guard let start = agreement.terms.startsOn else {
      return .insufficientData(subject, "\(what): the contract has no start, so nothing is due.")
    }
    let planned = planned(agreement, file, context)
    return AgreementReviews.judge(.contract, of: agreement, what, since: start, planned, context)
  }

  /// Fails an interval longer than the edition allows; nil for one that is not.
  private static func tooLong(
    _ agreement: AgreementFile,
    _ file: RelationshipFile,
    _ context: RuleContext
  ) -> Judgement? {
    guard agreement.isActive, let start = agreement.terms.startsOn,
      let most = context.edition.longestReviewInterval, let limit = start.adding(most)
    else { return nil }
    let planned = planned(agreement, file, context)
    guard let first = start.adding(planned.period), first > limit else { return nil }
    return .fail(
      .agreement(agreement),
      .minor,
      "\(words(agreement, file)): planned every \(planned.period.words); the edition of "
        + "\(context.edition.rawValue) allows \(most.words) at most, as of \(context.asOf)."
    )
    .about("interval").resting(on: planned.plan.map { [Judgement.Evidence($0)] } ?? [])
  }

  private static func words(_ agreement: AgreementFile, _ file: RelationshipFile) -> String {
    "Contract review of \(agreement.reference) with \(file.party.name)"
  }

  private static func planned(
    _ agreement: AgreementFile,
    _ file: RelationshipFile,
    _ context: RuleContext
  ) -> PlannedInterval {
    PlannedInterval(
      .contractReview,
      of: agreement,
      file,
      default: context.policy.reviews.contract(SupplierTier.of(file, agreement)),
      on: context.asOf
    )
  }
}
