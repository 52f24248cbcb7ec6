import Model
import Policies

extension Rule {
  /// BRM-07: meetings with customers are documented.
  static let minutes = Rule(
    id: "BRM-07",
    title: "Meetings with customers are documented",
    clauses: [.of2005: "7.2", .of2011: "7.1", .of2018: "7.5"],
    predicate: """
      A meeting was held and its minutes were not issued in time, nobody of one side is named, or \
      an open action has no owner or day.
      """,
    remediation: "Issue the minutes; complete the people and the actions.",
    guidance: """
      Write down who was there of both sides, what was said and decided, and who does what by when, \
      and send it to all. Good evidence is the minutes among the originals with the day on which \
      they were issued, and actions with owner and day.
      """,
    thresholds: ["minutes.max", "review.service", "dueSoon.lead"],
    records: ["review", "attendance", "action"],
    evaluation: .relationship { file, context in
      guard file.isCustomer(context) else { return [] }
      return file.customerParts.flatMap { part in
        part.records[Review.self].filter { meets($0, context.asOf) }.map { review in
          judge(Meeting(review, part, context), file, context).about(review.reference)
        }
      }
    }
  )

  private static func meets(_ review: Review, _ day: CivilDay) -> Bool {
    [.service, .interim, .sla].contains(review.kind) && review.heldOn.map { $0 <= day } ?? false
  }

  private static func judge(
    _ meeting: Meeting,
    _ file: RelationshipFile,
    _ context: RuleContext
  ) -> Judgement {
    let subject = Judgement.Subject.party(file.party)
    let evidence = [Judgement.Evidence(meeting.review)]
    let what = "Review \(meeting.review.reference) of \(meeting.heldOn) with \(file.customerName)"
    guard let due = meeting.due else {
      let reason = Unknown.businessDays(after: meeting.heldOn)
      return .insufficientData(subject, "\(what): \(reason), so no day for minutes is known.")
        .resting(on: evidence)
    }
    guard meeting.issuedOn != nil || context.asOf > due else {
      return DueJudgement(subject: subject, what: what, last: "minutes not issued yet", due: due)
        .judge(context).resting(on: evidence)
    }
    let faults = meeting.faults
    let late = meeting.lateness(due)
    let message = (([late] + faults).compactMap { $0 }).joined(separator: "; ")
    guard !faults.isEmpty || meeting.issuedOn == nil else {
      guard late != nil else { return .pass(subject, due: due, "\(what): minutes in time.") }
      guard meeting.isRecent else { return .pass(subject, due: due, "\(what): \(message).") }
      return .fail(subject, .observation, due: due, "\(what): \(message).").resting(on: evidence)
    }
    return .fail(subject, .minor, due: due, "\(what): \(message) as of \(context.asOf).")
      .resting(on: evidence)
  }
}
