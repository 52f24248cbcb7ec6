import Model
import Policies

/// Judges whether the targets of agreements are measured in each period.
///
/// A period without a value counts as measured if it is recorded as such, with the reason.
struct TargetMonitoring {
  /// The kinds of agreement.
  let kinds: [AgreementKind]

  /// One judgement for each target of an agreement in force.
  func judge(_ file: RelationshipFile, _ context: RuleContext) -> [Judgement] {
    file.agreements.filter { kinds.contains($0.kind) && $0.isActive }.flatMap { agreement in
      let judgements = agreement.records[ServiceLevelTarget.self].compactMap { target in
        judge(target, agreement, file, context)?.about(target.reference)
      }
      guard judgements.isEmpty else { return judgements }
      let what = agreement.label(with: file.party)
      return [
        .insufficientData(
          .agreement(agreement),
          "\(what): no target of late is recorded, so nothing shows how it performs."
        )
      ]
    }
  }

  /// The judgement of a target; nil for one whose periods all lie too far back.
  private func judge(
    _ target: ServiceLevelTarget,
    _ agreement: AgreementFile,
    _ file: RelationshipFile,
    _ context: RuleContext
  ) -> Judgement? {
    let subject = Judgement.Subject.agreement(agreement)
    let what = target.label(agreement, file.party)
    let measured = agreement.measurements(of: target)
    guard let series = PeriodSeries(target, agreement, measured) else {
      return .insufficientData(subject, "\(what): it has no first day, so no period is known.")
    }
    let coverage = PeriodCoverage(
      series,
      recorded: Set(measured.filter(\.isStated).map(\.periodStart)),
      lag: context.policy.measurements.lag,
      agreement.calendar,
      context
    )
    let isOver = target.validThrough.map { $0 < context.asOf } ?? false
    if isOver, coverage.terms.isEmpty { return nil }
    let isMajor =
      coverage.longestRun >= context.policy.measurements.majorInARow
      || !measured.contains(where: \.isStated)
    return coverage.judge(subject, what, "value", isMajor ? .major : .minor)
      .resting(on: measured.last.map { [Judgement.Evidence($0)] } ?? [])
  }
}

extension ServiceLevelTarget {
  /// The target as a message names it: `Target T-1 (Availability) of SLA A-1 with Acme`.
  func label(_ agreement: AgreementFile, _ party: PartyFacts) -> String {
    "Target \(reference) (\(title)) of \(agreement.label(with: party))"
  }
}

extension Measurement {
  /// Whether there is a value, or a reason why there is none or why it does not count.
  var isStated: Bool {
    if state == .noData || state == .excluded { return reason != nil }
    return value != nil || otherValue != nil || numerator != nil && denominator != nil
  }
}
