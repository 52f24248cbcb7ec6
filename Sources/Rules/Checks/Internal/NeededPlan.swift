import Model
import Policies

/// A plan that a party or an agreement needs.
struct NeededPlan {
  /// What recurs.
  let kind: Plan.Kind
  private let subject: Judgement.Subject
  /// What the subject is called in a message.
  private let name: String
  private let shelves: [RecordShelf]
  /// The interval that is used without a plan, and where it comes from; nil if there is none.
  private let fallback: (interval: Period, source: String)?

  /// What a party and its agreements in force need, the party first.
  static func all(_ file: RelationshipFile, _ context: RuleContext) -> [Self] {
    let active = file.agreements.filter(\.isActive)
    return ofParty(file, active, context) + active.flatMap { ofAgreement($0, file, context) }
  }

  private static func ofParty(
    _ file: RelationshipFile,
    _ active: [AgreementFile],
    _ context: RuleContext
  ) -> [Self] {
    let slas = active.filter { $0.kind == .sla }
    guard !slas.isEmpty || file.party.plays(PartyRole.customer.rawValue, on: context.asOf) else {
      return []
    }
    let needs: [(Plan.Kind, Period)] = [
      (.serviceReview, context.policy.reviews.service),
      (.satisfaction, context.policy.satisfaction.surveyInterval),
    ]
    return needs.map { kind, interval in
      Self(
        kind: kind,
        subject: .party(file.party),
        name: file.party.label,
        shelves: [file.records] + slas.map(\.records),
        fallback: (interval, "default")
      )
    }
  }

  private static func ofAgreement(
    _ agreement: AgreementFile,
    _ file: RelationshipFile,
    _ context: RuleContext
  ) -> [Self] {
    let review = review(agreement, file, context)
    let entered = agreement.reviewInterval.map { ($0, "interval entered with it") }
    func need(_ kind: Plan.Kind, _ fallback: (Period, String)?) -> Self {
      Self(
        kind: kind,
        subject: .agreement(agreement),
        name: agreement.label(with: file.party),
        shelves: [agreement.records, file.records],
        fallback: fallback
      )
    }
    let reviews = need(review.kind, entered ?? (review.interval, "default"))
    // What is easily replaced is measured by exception only.
    let isByException =
      agreement.kind == .contract && SupplierTier.of(file, agreement) == .commodity
    return isByException ? [reviews] : [reviews, need(.monitoring, nil)]
  }

  private static func review(
    _ agreement: AgreementFile,
    _ file: RelationshipFile,
    _ context: RuleContext
  ) -> (kind: Plan.Kind, interval: Period) {
    let policy = context.policy.reviews
    switch agreement.kind {
    case .sla: return (.slaReview, policy.sla)
    case .ola, .customerSupply: return (.olaReview, policy.ola)
    case .contract: return (.contractReview, policy.contract(SupplierTier.of(file, agreement)))
    }
  }

  /// Judges whether a plan of the kind holds on the day, and in 2005 whether it is short enough.
  func judge(_ context: RuleContext) -> Judgement {
    let planned = PlannedInterval(
      kind,
      shelves,
      default: fallback?.interval ?? .zero,
      on: context.asOf
    )
    guard let plan = planned.plan else { return missing(context) }
    let evidence = [Judgement.Evidence(plan)]
    let what = "Interval for \(kind.words) of \(name): \(plan.interval.words)"
    guard context.edition == .of2005, isLimited, exceedsYear(plan.interval) else {
      return .pass(subject, "\(what), approved by \(plan.approvedBy) on \(plan.approvedOn).")
        .resting(on: evidence)
    }
    return .fail(
      subject,
      .minor,
      "\(what), longer than the 12 months of the 2005 edition, as of \(context.asOf)."
    ).resting(on: evidence)
  }

  private func missing(_ context: RuleContext) -> Judgement {
    let used = fallback.map { "the \($0.source) of \($0.interval.words) is used" }
    let over = shelves.flatMap { $0[Plan.self] }.filter { $0.kind == kind }
      .compactMap { plan in plan.validThrough.map { (end: $0, plan: plan) } }
      .filter { $0.end < context.asOf }.max { $0.end < $1.end }
    let parts = [
      "No approved interval for \(kind.words) of \(name) as of \(context.asOf)", used,
      over.map { "plan \($0.plan.reference) ended \($0.end)" },
    ]
    return .fail(
      subject,
      context.edition == .of2005 ? .observation : .minor,
      parts.compactMap { $0 }.joined(separator: "; ") + "."
    ).resting(on: over.map { [Judgement.Evidence($0.plan)] } ?? [])
  }

  /// Whether ISO/IEC 20000-1:2005, 7.2 and 7.3, names a limit of a year.
  private var isLimited: Bool { kind == .serviceReview || kind == .contractReview }

  /// Whether an interval is longer than a year; one in no calendar unit is not comparable and counts
  /// as longer.
  private func exceedsYear(_ interval: Period) -> Bool {
    if let months = interval.months { return months > 12 }
    return interval.days.map { $0 > 366 } ?? true
  }
}

extension Plan.Kind {
  /// The kind in words.
  var words: String {
    switch self {
    case .serviceReview: "service reviews"
    case .interimReview: "interim meetings"
    case .slaReview: "SLA reviews"
    case .olaReview: "OLA reviews"
    case .contractReview: "contract reviews"
    case .performanceReview: "performance reviews"
    case .monitoring: "monitoring of performance"
    case .satisfaction: "measuring of satisfaction"
    }
  }
}
