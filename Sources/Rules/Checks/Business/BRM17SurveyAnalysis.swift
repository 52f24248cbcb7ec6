import Model
import Policies

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
    let closed = Surveys.closed(surveys, on: context.asOf)
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
