import Model
import Policies

extension Rule {
  /// SLM-08: workload is compared with its limits.
  static let workloads = Rule(
    id: "SLM-08",
    title: "Workload is compared with its limits",
    clauses: [.of2005: "6.1", .of2011: "6.1", .of2018: "8.3.3"],
    predicate: """
      For a workload limit of an SLA in force and a finished period nothing was counted in time, or \
      the volume exceeds the limit in several of the last three periods and no note says what is \
      done.
      """,
    remediation: """
      Count the volumes; discuss with the customer what exceeds the limit, and adjust the limit by \
      a change.
      """,
    guidance: """
      Count what each SLA limits in each period, and talk about it when it grows beyond. Good \
      evidence is a volume for each period, and a note on what was agreed where the limit is \
      exceeded.
      """,
    thresholds: [
      "measurement.lag", "measurement.lookBackPeriods", "measurement.majorInARow",
      "workload.ofLastThree", "dueSoon.lead", "upgrade.overdue",
    ],
    records: ["workloadLimit", "workloadMeasurement"],
    evaluation: .relationship { file, context in
      file.agreements.filter { $0.kind == .sla && $0.isActive }.flatMap { agreement in
        let limits = agreement.records[WorkloadLimit.self]
        guard !limits.isEmpty else { return [withoutLimit(agreement, file)] }
        return limits.flatMap { WorkloadMonitoring($0, agreement, file, context).judge() }
      }
    }
  )

  private static func withoutLimit(
    _ agreement: AgreementFile,
    _ file: RelationshipFile
  ) -> Judgement {
    let subject = Judgement.Subject.agreement(agreement)
    let what = agreement.label(with: file.party)
    if agreement.settles("workload"), !agreement.states("workload") {
      return .notApplicable(subject, "\(what): workload limits do not apply to it.")
    }
    return .insufficientData(
      subject,
      "\(what): no workload limit is recorded, so no volume can be compared."
    )
  }
}
