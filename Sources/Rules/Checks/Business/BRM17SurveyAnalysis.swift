import Model

extension Rule {
  /// BRM-17: results of surveys are analysed and lead to improvements.
  static let surveyAnalysis = Rule(
    id: "BRM-17",
    title: "Results of surveys are analysed, acted on and reported",
    clauses: [.of2005: "7.2", .of2011: "7.1", .of2018: "8.3.2"],
    predicate: """
      When the time after the end of a survey is over, it is not analysed, has a score below the \
      target and nothing is done about it, or (in 2018) is not reported. The last survey is judged, \
      and those closed within the interval.
      """,
    remediation: "Analyse it, decide what to do or why nothing is done, and report it.",
    guidance: """
      Say what the answers tell, decide what shall get better, and report both. Good evidence is \
      the day of the analysis with its conclusions, an improvement linked to a survey whose score \
      is below its target or the reason why nothing is done, and the day of the report.
      """,
    thresholds: ["survey.analysis", "survey.interval", "dueSoon.lead"],
    records: ["survey", "action"],
    evaluation: .everywhere(
      { file, context in
        judge(
          file.all(Survey.self),
          file.all(Action.self),
          .party(file.party),
          " of \(file.customerName)",
          context
        )
      },
      { organization, context in
        let records = organization.records
        let subject = Judgement.Subject.organization(organization)
        return judge(records[Survey.self], records[Action.self], subject, "", context)
      }
    )
  )

  private static func judge(
    _ surveys: [Survey],
    _ actions: [Action],
    _ subject: Judgement.Subject,
    _ owner: String,
    _ context: RuleContext
  ) -> [Judgement] {
    let closed = Surveys.closed(surveys, context)
    let last = closed.compactMap(\.closedOn).max()
    return closed.compactMap { survey in
      let interval = context.policy.satisfaction.surveyInterval
      guard let closedOn = survey.closedOn, let due = closedOn.adding(interval),
        closedOn == last || context.asOf <= due
      else { return nil }
      let analysis = SurveyFollowUp(survey, closedOn, actions, "Survey \(survey.reference)\(owner)")
      return analysis.judge(subject, context).about(survey.reference)
        .resting(on: [Judgement.Evidence(survey)])
    }
  }
}

/// What follows a survey that is closed.
private struct SurveyFollowUp {
  private let survey: Survey
  private let closedOn: CivilDay
  private let hasAction: Bool
  private let name: String

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
