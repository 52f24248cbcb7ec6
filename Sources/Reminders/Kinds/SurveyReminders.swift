import Model
import Policies

extension ReminderKind {
  /// The measuring of each customer's satisfaction.
  static let survey = ReminderKind(
    .survey,
    title: "Survey",
    summary: "The satisfaction of a customer is to be measured at the interval planned for it.",
    search: .relationship { file, context, list in
      guard file.isCustomer(on: context.asOf, context.graph) else { return }
      let policy = context.policy.satisfaction
      let surveys = Surveys(
        file,
        context.organization,
        Surveys.Terms(
          on: context.asOf,
          interval: policy.surveyInterval,
          eachBelow: policy.eachBelow
        )
      )
      let what = "Satisfaction of customer \(file.party.label)"
      guard let due = surveys.due else {
        return list.miss(
          .survey,
          file.party.reminderSubject,
          "\(what): never measured, and nothing says since when."
        )
      }
      var thing = DueThing(
        DueKey(.survey, file.party.reminderSubject, due: .day(due)),
        name: file.party.name,
        what: what,
        standing: surveys.last?.closedOn.map { "last measured \($0)" } ?? "never measured",
        decision: "run the survey",
        request: "Run the survey and close it",
        otherwise: "nobody knows how satisfied the customer is, and the survey is overdue",
        owner: OwnerSearch(.relationshipManager, .serviceManager, in: file)
      )
      thing.calendar = context.calendar()
      list.add(thing)
    }
  )
}
