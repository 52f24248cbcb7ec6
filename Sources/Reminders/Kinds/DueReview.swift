import Model
import Policies

/// A review that falls due at an interval.
struct DueReview {
  let topic: ReminderTopic
  let subject: ReminderSubject
  let name: String
  /// What is due, such as `Contract review of C-1 with Acme`.
  let what: String
  let request: String
  let otherwise: String
  let owner: OwnerSearch
  var calendar: BusinessCalendar?
  var tier: Tier?

  /// Adds the review by the day on which the next one is due.
  func add(_ reviews: HeldReviews, to list: inout DueList) {
    guard let due = reviews.due else {
      return list.miss(topic, subject, "\(what): \(reviews.interval) is no interval of reviews.")
    }
    var thing = DueThing(
      DueKey(topic, subject, due: .day(due)),
      name: name,
      what: what,
      standing: reviews.words,
      decision: "hold the review",
      request: request,
      otherwise: otherwise,
      owner: owner
    )
    thing.calendar = calendar
    thing.tier = tier
    list.add(thing)
  }
}
