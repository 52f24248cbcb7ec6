import Model
import Policies

extension Rule {
  /// BRM-11: every complaint is recorded.
  static let complaintRecords = Rule(
    id: "BRM-11",
    title: "Every complaint is recorded in full",
    clauses: [.of2005: "7.2", .of2011: "7.1", .of2018: "8.3.2"],
    predicate: """
      A complaint still lacks the customer, the complainant, the channel, the service or the \
      description when the time for completing it is over.
      """,
    remediation: "Complete the record; look for the cause of the backlog.",
    guidance: """
      Record each complaint when it arrives, and within two business days who complains, for which \
      customer, about which service, how it came and what is wrong. Good evidence is the record \
      with the message that it came with. Complaints marked as not formal are not judged.
      """,
    thresholds: ["complaint.complete"],
    records: ["complaint", "complaintStep"],
    evaluation: .complaints { item, context in try judge(item, context) }
  )

  private static func judge(_ item: ComplaintCase, _ context: RuleContext) throws -> Judgement {
    let lacks = lacks(item)
    guard !lacks.isEmpty else { return .pass(item.subject, "\(item.name) is recorded in full.") }
    let calendar = try item.knownCalendar()
    let limit = context.policy.complaints.complete
    let received = item.day(item.complaint.receivedAt, context)
    guard let due = context.day(received, plus: limit, calendar) else {
      throw ComplaintGap(sentence: "The calendar does not know the days after \(received).")
    }
    let words = "\(item.name): \(lacks.joined(separator: ", ")) missing, due \(due)"
    guard context.asOf > due else { return .dueSoon(item.subject, due: due, "\(words).") }
    let late = context.time(past: due, on: context.asOf, in: limit, calendar)
    return .fail(item.subject, .minor, due: due, "\(words), \(late) late as of \(context.asOf).")
  }

  /// The mandatory fields without a value; the day of arrival is there in every record.
  private static func lacks(_ item: ComplaintCase) -> [String] {
    let complaint = item.complaint
    let fields: [(String, Bool)] = [
      ("customer", item.subject.kind == .organization),
      ("complainant", complaint.complainant.isBlank),
      ("channel", complaint.channel == nil),
      ("service", complaint.service == nil),
      ("description", complaint.description.isBlank),
    ]
    return fields.filter(\.1).map(\.0)
  }
}
