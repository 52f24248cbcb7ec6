import Model
import Policies

extension Rule {
  /// BRM-15: a complaint that is not solved in the usual way goes to a higher level.
  static let complaintEscalation = Rule(
    id: "BRM-15",
    title: "Complaints that are not solved in time are escalated",
    clauses: [.of2005: "7.2", .of2011: "7.1", .of2018: "8.3.2"],
    predicate: """
      An open complaint is past its time to be solved, or the complainant rejected the decision, \
      and it was not escalated in time; or a level let its time pass. Major if that many levels did \
      so that the policy calls it major. An escalation that came late is an observation.
      """,
    remediation: "Hand it to the next level, name who has it, and tell the complainant.",
    guidance: """
      Tell customers whom they can turn to if the usual way does not help, and go that way yourself \
      when time is over. Good evidence is an escalation with level, reason, handler, and when that \
      person reacted. A new decision, or a step to the next level, counts as a reaction.
      """,
    thresholds: [
      "complaint.targets", "complaint.pauseCap", "escalation.after", "escalation.level2",
      "escalation.level3", "escalation.majorMissed",
    ],
    records: ["complaint", "complaintStep", "escalation"],
    evaluation: .complaints { item, context in try judge(item, context) }
  )

  private static func judge(_ item: ComplaintCase, _ context: RuleContext) throws -> Judgement? {
    let history = try item.knownHistory()
    guard history.state.isOpen else { return nil }
    let duty = try EscalationDuty(item, context)
    let faults = duty.overdue.map { duty.words($0) } + duty.missedLevels.map(\.words)
    let isMajor = duty.missedLevels.count >= context.policy.complaints.escalationMajorMissed
    guard faults.isEmpty else {
      let message = "\(item.name): \(faults.joined(separator: "; ")) as of \(context.asOf)."
      let due = (duty.overdue.map(\.due) + duty.missedLevels.map(\.due)).min()
      return .fail(item.subject, isMajor ? .major : .minor, due: due, message)
    }
    if let wanted = duty.pending.first {
      let message = "\(item.name): \(wanted.reason), to be escalated by \(wanted.due)."
      return .dueSoon(item.subject, due: wanted.due, message)
    }
    if let late = duty.late.first {
      let message = "\(item.name): \(late.reason), to be escalated by \(late.due), and was later."
      return .fail(item.subject, .observation, message)
    }
    return .pass(item.subject, "\(item.name) is at the level where it belongs.")
  }
}
