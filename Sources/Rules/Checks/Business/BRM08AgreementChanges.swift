import Model
import Policies

extension Rule {
  /// BRM-08: what is agreed with customers changes under change control.
  static let customerChanges = Rule(
    id: "BRM-08",
    title: "What is agreed with customers changes under change control",
    clauses: [.of2005: "7.2", .of2011: "7.1", .of2018: "8.5.1"],
    predicate: """
      A version of an agreement with a customer took effect without a change that was approved by \
      that day, or a decision to change what is agreed was not followed by a change in time.
      """,
    remediation: """
      Raise the change afterwards, assess its impact, and approve it or go back to the version \
      before.
      """,
    guidance: """
      Whoever decides in a meeting to change an agreement raises a change, which is assessed and \
      approved before the new version holds, and service level management learns of it. Good \
      evidence is the decision, the change that names it, the day of its approval, and the number \
      of the version that it made. The first version needs none, and neither do versions from \
      before the first policy.
      """,
    thresholds: ["change.afterDecision", "dueSoon.lead"],
    records: ["change", "decision", "policy"],
    evaluation: .relationship { file, context in
      guard file.isCustomer(context) else { return [] }
      return file.customerParts.filter { $0.agreement?.isActive ?? true }
        .flatMap { judge($0, context) }
    }
  )

  private static func judge(_ part: CustomerPart, _ context: RuleContext) -> [Judgement] {
    let versions = part.agreement.map { VersionApproval.judge($0, part.name, context) } ?? []
    return versions
      + DecidedChange.judge(part.records, part.subject, part.name, part.calendar, context)
  }
}
