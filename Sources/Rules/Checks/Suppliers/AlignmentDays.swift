import Model
import Policies

/// Judges by the days on which it was assessed whether suppliers carry an SLA.
struct AlignmentDays {
  private let sla: AgreementFile
  private let days: AlignmentDue

  /// Looks at the SLA and the contracts behind it.
  init(_ sla: AgreementFile, _ contracts: [AgreementFile], _ context: RuleContext) {
    self.sla = sla
    days = AlignmentDue(
      sla,
      contracts,
      context.policy.alignmentIntervals,
      on: context.asOf,
      sla.calendar ?? context.organization.calendar
    )
  }

  /// The latest assessment that counts on the day, or nil.
  var last: AlignmentAssessment? { days.last }

  /// Judges the latest assessment by the earlier of its two due days.
  func judge(_ context: RuleContext) -> Judgement {
    let judgement = judgeDue(context)
    guard judgement.result != .fail, let unknown = days.unknownChange else {
      return resting(judgement)
    }
    return resting(
      .insufficientData(
        judgement.subject,
        "\(what): from when \(unknown) took effect is not known."
      )
    )
  }

  private func resting(_ judgement: Judgement) -> Judgement {
    judgement.resting(on: last.map { [Judgement.Evidence($0)] } ?? [])
  }

  private var what: String { "Alignment of \(sla.reference) with its suppliers" }

  private func judgeDue(_ context: RuleContext) -> Judgement {
    let subject = Judgement.Subject.agreement(sla)
    guard let yearly = days.yearly else {
      return .insufficientData(subject, "\(what): the SLA has no start, so nothing is due.")
    }
    guard let change = days.change else {
      return DueJudgement(subject: subject, what: what, last: days.words, due: yearly)
        .judge(context)
    }
    guard let after = days.afterChange else {
      return .insufficientData(
        subject,
        "\(what): \(days.words), \(change.words) took effect \(change.on); no calendar counts the "
          + "business days."
      )
    }
    let words =
      after < yearly ? "\(days.words), \(change.words) took effect \(change.on)" : days.words
    return DueJudgement(subject: subject, what: what, last: words, due: min(after, yearly))
      .judge(context)
  }
}
