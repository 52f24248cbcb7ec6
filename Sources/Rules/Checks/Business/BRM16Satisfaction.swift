import Model
import Policies

extension Rule {
  /// BRM-16: satisfaction is measured on a representative sample.
  static let satisfaction = Rule(
    id: "BRM-16",
    title: "Satisfaction is measured at planned intervals on a fair sample",
    clauses: [.of2005: "7.2", .of2011: "7.1", .of2018: "8.3.2"],
    predicate: """
      The last survey of a customer, or the start of its first SLA, lies further back than the \
      interval; or too few answered it, or nobody of some segment. With few customers each one must \
      be asked in every interval instead.
      """,
    remediation: "Run the survey; ask the segments that did not answer.",
    guidance: """
      Ask customers and users at the interval that you planned, and see to it that every segment is \
      heard. Good evidence is a survey with the day it was closed, how many were asked, and answers \
      by customer and segment. A survey of all customers counts for a customer whose answers it \
      names, and for every customer where there are many.
      """,
    thresholds: [
      "survey.interval", "survey.minAnswers", "survey.minRate", "survey.eachBelow", "dueSoon.lead",
    ],
    records: ["survey", "surveyResponse", "plan"],
    evaluation: .everywhere(
      { file, context in file.isCustomer(context) ? [judge(file, context)] : [] },
      { organization, context in judge(organization, context).map { [$0] } ?? [] }
    )
  )

  private static func judge(_ file: RelationshipFile, _ context: RuleContext) -> Judgement {
    let subject = Judgement.Subject.party(file.party)
    let what = "Satisfaction of customer \(file.customerName)"
    let surveys = Surveys(file, context.organization, context.surveyTerms)
    guard let due = surveys.due else {
      return .insufficientData(subject, "\(what): never measured, and nothing says since when.")
    }
    let judgement = DueJudgement(
      subject: subject,
      what: what,
      last: surveys.last?.closedOn.map { "last measured \($0)" } ?? "never measured",
      due: due
    ).judge(context)
    let evidence = surveys.last.map { [Judgement.Evidence($0)] } ?? []
    guard judgement.result != .fail, let last = surveys.last, last.party != nil,
      !surveys.areForEach
    else { return judgement.resting(on: evidence) }
    let sample = SurveySample(of: last, file.all(SurveyResponse.self))
      .judge(subject, what, context)
    return (sample ?? judgement).resting(on: evidence)
  }

  /// Judges the sample of the last survey of all customers; nil without one, and where each
  /// customer is judged instead.
  private static func judge(
    _ organization: OrganizationFile,
    _ context: RuleContext
  ) -> Judgement? {
    let surveys = organization.records[Survey.self]
    guard context.organization.customerCount >= context.policy.satisfaction.eachBelow,
      let last = Surveys.last(surveys, on: context.asOf)
    else { return nil }
    let subject = Judgement.Subject.organization(organization)
    let what = "Satisfaction of all customers"
    let evidence = [Judgement.Evidence(last)]
    let answers = organization.records[SurveyResponse.self]
    if let sample = SurveySample(ofAll: last, answers).judge(subject, what, context) {
      return sample.resting(on: evidence)
    }
    return .pass(subject, "\(what): enough answered survey \(last.reference).")
      .resting(on: evidence)
  }
}
