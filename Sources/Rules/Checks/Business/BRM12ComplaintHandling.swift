import Model
import Policies

extension Rule {
  /// BRM-12: complaints are investigated and acted on in time.
  static let complaintHandling = Rule(
    id: "BRM-12",
    title: "Complaints are investigated and acted on in time",
    clauses: [.of2005: "7.2", .of2011: "7.1", .of2018: "8.3.2"],
    predicate: """
      A clock of an open complaint is or was late, or its investigation stands without an entry; \
      major if solving it takes a multiple of its time. What was late in a complaint that is closed \
      stays an observation as long as a repeat would count as one.
      """,
    remediation: "Respond, if only with an interim decision; escalate; plan anew.",
    guidance: """
      Acknowledge, assess, answer and solve each complaint within the times for its severity, and \
      tell the complainant how things stand in between. Good evidence is a step for each of these \
      with its time and message. Only a question to the complainant stops the clocks.
      """,
    thresholds: [
      "complaint.targets", "complaint.warning", "complaint.pauseCap", "complaint.idle",
      "complaint.majorFactor", "complaint.repeatWindow", "consent.wait",
    ],
    records: ["complaint", "complaintStep"],
    evaluation: .complaints { item, context in try judge(item, context) }
  )

  private static func judge(_ item: ComplaintCase, _ context: RuleContext) throws -> Judgement {
    let lateness = try ComplaintLateness(item, context)
    guard lateness.isOpen else { return closed(item, lateness, context) }
    let faults = lateness.faults
    guard faults.isEmpty else {
      let message = "\(item.name): \(faults.joined(separator: "; ")) as of \(context.asOf)."
      let grade = try lateness.isMajor() ? Grade.major : .minor
      return .fail(item.subject, grade, due: lateness.due, message)
    }
    guard let warning = lateness.warnings.min(by: { $0.dueAt < $1.dueAt }) else {
      return .pass(item.subject, "\(item.name) is handled in time.")
    }
    let due = item.day(warning.dueAt, context)
    let message = "\(item.name): \(warning.clock.words) due \(context.local(warning.dueAt))."
    return .dueSoon(item.subject, due: due, message)
  }

  private static func closed(
    _ item: ComplaintCase,
    _ lateness: ComplaintLateness,
    _ context: RuleContext
  ) -> Judgement {
    let closedOn = item.day(lateness.stateSince, context)
    let faults = lateness.faults
    guard !faults.isEmpty else {
      return .pass(item.subject, "\(item.name) was handled in time and closed \(closedOn).")
    }
    let message = "\(item.name), closed \(closedOn): \(faults.joined(separator: "; "))."
    let last = closedOn.adding(context.policy.complaints.repeatWindow)
    guard last.map({ context.asOf <= $0 }) ?? true else { return .pass(item.subject, message) }
    return .fail(item.subject, .observation, message)
  }
}
