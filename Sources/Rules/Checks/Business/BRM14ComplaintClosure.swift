import Model
import Policies

extension Rule {
  /// BRM-14: complaints are closed formally.
  static let complaintClosure = Rule(
    id: "BRM-14",
    title: "Complaints are closed with the proof that it takes",
    clauses: [.of2005: "7.2", .of2011: "7.1", .of2018: "8.3.2"],
    predicate: """
      A complaint is closed and it is not recorded how, or the proof for that way of closing is \
      missing; major if it counts as agreed and nobody is named who agreed.
      """,
    remediation: "Reopen it, ask the complainant, and record the answer.",
    guidance: """
      Ask before you close. Good evidence is who agreed and the message or note that says so. \
      Without an answer it takes two reminders, ten business days, and a complaint procedure that \
      has this rule; a complainant who refuses must have been through all levels and have been told \
      of an outside route.
      """,
    thresholds: ["consent.wait", "consent.reminders", "consent.reminderGap"],
    records: ["complaint", "complaintStep", "escalation", "document"],
    evaluation: .complaints { item, context in try judge(item, context) }
  )

  private static func judge(_ item: ComplaintCase, _ context: RuleContext) throws -> Judgement? {
    let history = try item.knownHistory()
    guard history.state == .closed else { return nil }
    let closing = ComplaintClosing(item, history, context)
    let closedOn = item.day(history.stateSince, context)
    let what = "\(item.name) was closed \(closedOn)"
    guard let kind = item.complaint.closureKind else {
      let message = "\(what), and it is not recorded how, as of \(context.asOf)."
      return .fail(item.subject, .minor, message)
    }
    let missing = try closing.missing(kind)
    guard !missing.isEmpty else {
      return .pass(item.subject, "\(what) as \(kind.rawValue), with its proof.")
    }
    let isMajor = kind == .agreed && item.complaint.consentBy.isBlank
    let list = missing.joined(separator: ", ")
    let message = "\(what) as \(kind.rawValue); missing as of \(context.asOf): \(list)."
    return .fail(item.subject, isMajor ? .major : .minor, message)
  }
}
