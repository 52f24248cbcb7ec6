import Model

/// When it was assessed whether suppliers carry an SLA, and when that is due again.
struct AlignmentDays {
  /// The latest assessment that counts on the day, or nil.
  let last: AlignmentAssessment?
  private let sla: AgreementFile
  private let versions: [Version]
  private let policy: Policy.Suppliers

  private struct Version {
    let agreement: String
    let facts: AgreementFile.Version
    /// What changed, as a message names it.
    var words: String { "version \(facts.number) of \(agreement)" }
  }

  /// Looks at the SLA and the contracts behind it.
  init(_ sla: AgreementFile, _ contracts: [AgreementFile], _ context: RuleContext) {
    self.sla = sla
    policy = context.policy.suppliers
    last = sla.records[AlignmentAssessment.self].filter { $0.assessedOn <= context.asOf }
      .max { ($0.assessedOn, $0.reference) < ($1.assessedOn, $1.reference) }
    versions = ([sla] + contracts).flatMap { agreement in
      agreement.versions.filter { version in
        version.number > 1 && version.effectiveFrom.map { $0 <= context.asOf } ?? true
      }.map { Version(agreement: agreement.reference, facts: $0) }
    }
  }

  /// Judges the latest assessment by the earlier of its two due days.
  func judge(_ context: RuleContext) -> Judgement {
    let judgement = judgeDue(context)
    let unknown = versions.first { $0.facts.effectiveFrom == nil }
    guard judgement.result != .fail, let unknown else { return resting(judgement) }
    return resting(
      .insufficientData(
        judgement.subject,
        "\(what): from when \(unknown.words) took effect is not known."
      )
    )
  }

  private func resting(_ judgement: Judgement) -> Judgement {
    judgement.resting(on: last.map { [Judgement.Evidence($0)] } ?? [])
  }

  private var what: String { "Alignment of \(sla.reference) with its suppliers" }

  private func judgeDue(_ context: RuleContext) -> Judgement {
    let subject = Judgement.Subject.agreement(sla)
    guard let start = last?.assessedOn ?? sla.terms.startsOn,
      let yearly = start.adding(policy.alignmentAssess)
    else {
      return .insufficientData(subject, "\(what): the SLA has no start, so nothing is due.")
    }
    let held = last.map { "last assessed \($0.assessedOn)" } ?? "never assessed"
    guard let change = firstChange else {
      return DueJudgement(subject: subject, what: what, last: held, due: yearly).judge(context)
    }
    guard let after = context.day(change.on, plus: policy.alignmentAfterChange, sla.calendar)
    else {
      return .insufficientData(
        subject,
        "\(what): \(held), \(change.words) took effect \(change.on); no calendar counts the "
          + "business days."
      )
    }
    let words = after < yearly ? "\(held), \(change.words) took effect \(change.on)" : held
    return DueJudgement(subject: subject, what: what, last: words, due: min(after, yearly))
      .judge(context)
  }

  /// The first change since the latest assessment, without any since the SLA began.
  private var firstChange: (on: CivilDay, words: String)? {
    let since = last?.assessedOn ?? sla.terms.startsOn ?? .first
    return versions.compactMap { version in version.facts.effectiveFrom.map { ($0, version.words) }
    }
    .filter { $0.0 > since }.min { $0 < $1 }
  }
}
