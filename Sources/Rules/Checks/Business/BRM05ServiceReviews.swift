import Model

extension Rule {
  /// BRM-05: services are reviewed with each customer.
  static let serviceReviews = Rule(
    id: "BRM-05",
    title: "Services are reviewed with the customer at planned intervals",
    clauses: [.of2005: "7.2", .of2011: "7.1", .of2018: "8.3.2"],
    predicate: """
      The last service review that counts as held, or the start of the first SLA, lies further back \
      than the interval planned for it.
      """,
    remediation: "Hold it; record attendees, topics and decisions; set the next date.",
    guidance: """
      Meet each customer at the interval you planned, look at performance and outcomes, and ask \
      how the business changes. Good evidence is a review with people of both sides, topics with \
      their outcome, and minutes.
      """,
    thresholds: ["review.service", "review.duePolicy", "grace.review", "dueSoon.lead"],
    records: ["review", "attendance", "plan"],
    evaluation: .relationship { file, context in
      let agreements = file.agreements.filter { $0.kind == .sla && $0.isActive }
      guard file.party.plays("customer", on: context.asOf) || !agreements.isEmpty else { return [] }
      return [judge(file, agreements, context)]
    }
  )

  private static func judge(
    _ file: RelationshipFile,
    _ agreements: [AgreementFile],
    _ context: RuleContext
  ) -> Judgement {
    let subject = Judgement.Subject.party(file.party)
    let what = "Service review with \(file.party.name)"
    guard let start = agreements.compactMap(\.terms.startsOn).min() else {
      return .insufficientData(subject, "\(what): there is no SLA with a start, so nothing is due.")
    }
    let planned = PlannedInterval(
      .serviceReview,
      [file.records] + agreements.map(\.records),
      default: context.policy.reviews.service,
      context
    )
    var shelf = file.records
    for agreement in agreements {
      shelf[Review.self] += agreement.records[Review.self]
      shelf[Attendance.self] += agreement.records[Attendance.self]
    }
    let reviews = HeldReviews(
      .service,
      in: shelf,
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
