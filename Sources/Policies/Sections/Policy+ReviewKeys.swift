import Model

extension Policy {
  static let reviewKeys: [PolicyKey] =
    intervalKeys + contractReviewKeys + performanceReviewKeys + meetingKeys

  private static let intervalKeys: [PolicyKey] = [
    PolicyKey(
      "review.service",
      \.reviews.service,
      PeriodForm.interval,
      "How often the services are reviewed with each customer. The 2005 edition wants 12m or less."
    ),
    PolicyKey(
      "review.interim.strategic",
      \.reviews.interimStrategic,
      PeriodForm.interval,
      "How often a strategic customer is met in between. Only judged for the 2005 edition."
    ),
    PolicyKey("review.sla", \.reviews.sla, PeriodForm.interval, "How often an SLA is reviewed."),
    PolicyKey(
      "review.ola",
      \.reviews.ola,
      PeriodForm.interval,
      "How often an agreement with an internal supplier is reviewed."
    ),
  ]

  private static let contractReviewKeys = Tier.allCases.map { tier in
    PolicyKey(
      "review.contract.\(tier.rawValue)",
      \.reviews.contracts[tier],
      PeriodForm.interval,
      """
      How often the contract of a supplier of the tier \(tier.rawValue) is reviewed. The 2005 \
      edition wants 12m or less.
      """
    )
  }

  private static let performanceReviewKeys = Tier.allCases.dropLast().map { tier in
    PolicyKey(
      "review.performance.\(tier.rawValue)",
      \.reviews.performances[tier],
      OptionalForm(PeriodForm.interval),
      "How often the performance of a supplier of the tier \(tier.rawValue) is reviewed."
    )
  }

  private static let meetingKeys: [PolicyKey] = [
    PolicyKey(
      "review.duePolicy",
      \.reviews.duePolicy,
      ChoiceForm(),
      """
      When the next review is due: rolling counts from the last one held, anchored keeps to the \
      slots from the start.
      """
    ),
    PolicyKey(
      "review.early",
      \.reviews.early,
      PeriodForm([.day]),
      "How long before its slot a review may be held and still fill it, if anchored."
    ),
    PolicyKey(
      "minutes.max",
      \.reviews.minutesMost,
      PeriodForm.limit,
      "How long after a meeting its minutes are issued."
    ),
    PolicyKey(
      "change.afterDecision",
      \.reviews.changeAfterDecision,
      PeriodForm.limit,
      "How long after a decision to change an agreement the change is raised."
    ),
    PolicyKey(
      "stakeholders.confirm",
      \.reviews.stakeholdersConfirm,
      PeriodForm.interval,
      "How often the list of stakeholders of a customer is confirmed."
    ),
    PolicyKey(
      "communicationPlan.confirm",
      \.reviews.communicationPlanConfirm,
      PeriodForm.interval,
      "How often the communication plan of a customer is approved anew."
    ),
  ]
}
