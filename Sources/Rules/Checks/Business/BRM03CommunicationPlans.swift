import Model
import Policies

extension Rule {
  /// BRM-03: how we talk with each customer is agreed.
  static let communicationPlans = Rule(
    id: "BRM-03",
    title: "Ways of talking with each customer are agreed",
    clauses: [.of2005: "7.2", .of2011: "7.1", .of2018: "8.3.2"],
    predicate: """
      There is no approved communication plan with a customer, or the last one was approved longer \
      ago than the interval.
      """,
    remediation: "Agree channel, audience, frequency and who sees to it; approve the plan.",
    guidance: """
      Agree with each customer who talks with whom, how and how often, also when something goes \
      wrong. Good evidence is a plan that names channel, audience, frequency and owner, and the day \
      of its approval, at most a year ago.
      """,
    thresholds: ["communicationPlan.confirm", "dueSoon.lead"],
    records: ["communicationPlan"],
    evaluation: .relationship { file, context in
      file.isCustomer(context) ? [judge(file, context)] : []
    }
  )

  private static func judge(_ file: RelationshipFile, _ context: RuleContext) -> Judgement {
    let subject = Judgement.Subject.party(file.party)
    let plans = file.records[CommunicationPlan.self].filter { $0.approvedOn <= context.asOf }
    guard
      let plan = plans.max(by: { ($0.approvedOn, $0.reference) < ($1.approvedOn, $1.reference) }),
      let due = plan.approvedOn.adding(context.policy.reviews.communicationPlanConfirm)
    else {
      return .fail(
        subject,
        .minor,
        "No approved communication plan with \(file.customerName) as of \(context.asOf)."
      )
    }
    let what = "Communication plan \(plan.reference) with \(file.customerName)"
    let judgement = DueJudgement(
      subject: subject,
      what: what,
      last: "approved \(plan.approvedOn)",
      due: due
    ).judge(context)
    let gaps = gaps(plan)
    guard judgement.result != .fail, !gaps.isEmpty else {
      return judgement.resting(on: [Judgement.Evidence(plan)])
    }
    return .insufficientData(subject, "\(what) does not say \(gaps.joined(separator: ", ")).")
      .resting(on: [Judgement.Evidence(plan)])
  }

  private static func gaps(_ plan: CommunicationPlan) -> [String] {
    let facts = [
      ("by what channel", plan.channel), ("with whom", plan.audience),
      ("how often", plan.frequency), ("who sees to it", plan.owner),
    ]
    return facts.filter { $0.1 == nil }.map(\.0)
  }
}
