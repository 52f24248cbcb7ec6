import Model
import Policies

/// What follows a survey that is closed.
struct SurveyFollowUp {
  private let survey: Survey
  private let closedOn: CivilDay
  private let hasAction: Bool
  private let name: String

  /// Takes a survey, the day on which it was closed, the actions that may come from it, and what it
  /// is called in messages.
  init(_ survey: Survey, _ closedOn: CivilDay, _ actions: [Action], _ name: String) {
    self.survey = survey
    self.closedOn = closedOn
    self.name = name
    hasAction =
      survey.improvement != nil || !survey.noActionBecause.isBlank
      || actions.contains { $0.survey == survey.id && $0.kind != .task }
  }

  func judge(_ subject: Judgement.Subject, _ context: RuleContext) -> Judgement {
    let what = "\(name) closed \(closedOn)"
    let limit = context.policy.satisfaction.analysis
    guard let due = context.day(closedOn, plus: limit, nil) else {
      let reason = Unknown.businessDays(after: closedOn)
      return .insufficientData(subject, "\(what): \(reason), so no day for the analysis is known.")
    }
    let faults = faults(context)
    guard faults.isEmpty else {
      let list = faults.joined(separator: ", ")
      guard context.asOf > due else {
        return .dueSoon(subject, due: due, "\(what): \(list), due \(due).")
      }
      let late = context.time(past: due, on: context.asOf, in: limit, nil)
      let message = "\(what): \(list), due \(due), \(late) late as of \(context.asOf)."
      return .fail(subject, .minor, due: due, message)
    }
    guard let gap else { return analysed(subject, what, due, context) }
    return .insufficientData(subject, due: due, "\(what) has no \(gap), so nobody can judge it.")
  }

  /// An analysis that came late is an observation until the next survey is due.
  private func analysed(
    _ subject: Judgement.Subject,
    _ what: String,
    _ due: CivilDay,
    _ context: RuleContext
  ) -> Judgement {
    let limit = context.policy.satisfaction.analysis
    guard let day = survey.analysedOn, day > due else {
      return .pass(subject, due: due, "\(what) is analysed and acted on.")
    }
    let late = context.time(past: due, on: day, in: limit, nil)
    let message = "\(what): analysed \(day), due \(due), \(late) late."
    let next = closedOn.adding(context.policy.satisfaction.surveyInterval)
    guard next.map({ context.asOf <= $0 }) ?? true else {
      return .pass(subject, due: due, message)
    }
    return .fail(subject, .observation, due: due, message)
  }

  /// What is not there on the day judged, in words.
  private func faults(_ context: RuleContext) -> [String] {
    var faults: [String] = []
    if survey.analysedOn.map({ $0 > context.asOf }) ?? true {
      faults.append("not analysed")
    } else if survey.conclusions.isBlank {
      faults.append("no conclusions")
    }
    if let score = survey.score, let target = survey.target, score < target, !hasAction {
      faults.append("no action for score \(score) below \(target)")
    }
    if context.edition == .of2018, survey.reportedOn.map({ $0 > context.asOf }) ?? true {
      faults.append("not reported")
    }
    return faults
  }

  /// What is missing to see whether something has to be done, or nil.
  private var gap: String? {
    guard !hasAction else { return nil }
    return survey.score == nil ? "score" : survey.target == nil ? "target" : nil
  }
}
