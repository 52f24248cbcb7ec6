import Model

/// Judges whether the versions of an agreement took effect by approved changes.
struct ChangedVersions {
  /// The agreement.
  let agreement: AgreementFile
  /// The changes that may have led to its versions.
  let changes: [ChangeRequest]

  /// One judgement for each version after the first that took effect since the first policy.
  func judge(_ context: RuleContext) -> [Judgement] {
    agreement.controlledVersions(context).compactMap { version in
      judge(version, context)?.about("version \(version.number)")
    }
  }

  private var subject: Judgement.Subject { .agreement(agreement) }

  private func judge(_ version: AgreementFile.Version, _ context: RuleContext) -> Judgement? {
    let what = "Version \(version.number) of \(agreement.reference)"
    guard let from = version.effectiveFrom else {
      return .insufficientData(subject, "\(what): from when it took effect is not known.")
    }
    if from > context.asOf { return nil }
    let candidates = changes.filter { $0.made(version) }
    let judgement =
      judgeImpact(candidates.filter { $0.approvedOn.map { $0 <= from } ?? false }, what)
      ?? unapproved(candidates, what, from)
    guard context.policySince == nil, judgement.result == .fail else { return judgement }
    // Without a policy nobody said from which day on changes are controlled.
    return .insufficientData(
      subject,
      "\(judgement.message) Whether it had to be is not known, because no policy is in force."
    ).resting(on: judgement.evidence)
  }

  /// Judges the impact of approved changes; nil without any.
  private func judgeImpact(_ approved: [ChangeRequest], _ what: String) -> Judgement? {
    if let good = approved.first(where: Self.isAssessed) {
      return .pass(subject, "\(what) follows change \(good.reference), assessed and approved.")
        .resting(on: [Judgement.Evidence(good)])
    }
    guard let change = approved.first, let on = change.approvedOn else { return nil }
    let found =
      change.impactAssessedOn.map {
        ", which was assessed \($0), \(Count.days(on.days(to: $0))) later"
      } ?? ""
    return .fail(
      subject,
      .minor,
      "\(what): change \(change.reference) was approved \(on) without assessment of its "
        + "impact\(found)."
    ).resting(on: [Judgement.Evidence(change)])
  }

  private static func isAssessed(_ change: ChangeRequest) -> Bool {
    guard let assessed = change.impactAssessedOn, let approved = change.approvedOn else {
      return false
    }
    return assessed <= approved
  }

  private func unapproved(
    _ candidates: [ChangeRequest],
    _ what: String,
    _ from: CivilDay
  ) -> Judgement {
    let late = candidates.compactMap { change in change.approvedOn.map { ($0, change.reference) } }
      .min { $0 < $1 }
    let found =
      late.map { "; change \($0.1) was approved \($0.0), \(Count.days(from.days(to: $0.0))) later" }
      ?? ""
    return .fail(subject, .major, "\(what) took effect \(from) without approved change\(found).")
      .resting(on: candidates.map { Judgement.Evidence($0) })
  }
}
