import Model
import Policies

extension ReminderKind {
  /// The review of the services with each customer.
  static let serviceReview = ReminderKind(
    .serviceReview,
    title: "Service review",
    summary: "The services are to be reviewed with a customer at the interval planned for it.",
    search: .relationship { file, context, list in
      guard file.isCustomer(on: context.asOf, context.graph) else { return }
      let what = "Service review with \(file.party.label)"
      let service = ServiceReviews(
        file,
        default: context.policy.reviews.service,
        context.reviewBasis
      )
      guard let reviews = service.reviews else {
        return list.miss(
          .serviceReview,
          file.party.reminderSubject,
          "\(what): there is no SLA with a start, so nothing is due."
        )
      }
      DueReview(
        topic: .serviceReview,
        subject: file.party.reminderSubject,
        name: file.party.name,
        what: what,
        request: "Meet the customer and record who was there, what came out and the minutes",
        otherwise: "nobody has asked the customer how the services serve it, and the review is "
          + "overdue",
        owner: OwnerSearch(.relationshipManager, .serviceManager, in: file),
        calendar: context.calendar()
      ).add(reviews, to: &list)
    }
  )
}
