import Model
import Policies

extension Rule {
  /// SLM-05: SLAs are under change control.
  ///
  /// The first version is what was agreed at the beginning and needs no change, and neither does
  /// a version from before the first policy. A version whose
  /// change was approved late stays a lapse; without approval it is major.
  static let serviceLevelChanges = Rule(
    id: "SLM-05",
    title: "SLAs change by approved changes only",
    clauses: [.of2005: "6.1", .of2011: "6.1", .of2018: "8.5.1"],
    predicate: """
      A version of an SLA took effect before its change was approved, or a decision to change an \
      SLA has led to no change in time.
      """,
    remediation: """
      Raise the change after the fact, assess its impact, and approve it or go back to the version \
      before.
      """,
    guidance: """
      Let every new version of an SLA follow from a change that was approved before the version \
      took effect. Good evidence is a change that names the SLA and the number of the version, with \
      the day of its approval and, where a meeting decided it, the decision.
      """,
    thresholds: ["change.afterDecision", "dueSoon.lead"],
    records: ["change", "decision", "policy"],
    evaluation: .relationship { file, context in
      file.agreements.filter { $0.kind == .sla && $0.isActive }.flatMap { agreement in
        AgreementChanges(agreement, file, context).judge()
      }
    }
  )
}
