import Model
import Policies

extension Rule {
  /// SUP-13: performance is measured against the targets of contracts.
  static let supplierMeasurements = Rule(
    id: "SUP-13",
    title: "Each target of a contract is measured in each period",
    clauses: [.of2005: "7.3", .of2011: "7.2", .of2018: "8.3.4.1"],
    predicate: """
      For a target of a contract in force and a finished period there is no measurement after the \
      time for recording it.
      """,
    remediation: "Ask the supplier for the values, or measure them yourselves.",
    guidance: """
      Agree who measures each target, and record the value of each period soon after it. Good \
      evidence is a measurement for each period with who measured and how many cases it rests on; \
      a period without data is recorded as such, with the reason.
      """,
    thresholds: [
      "measurement.lag", "measurement.lookBackPeriods", "measurement.majorInARow", "dueSoon.lead",
      "upgrade.overdue",
    ],
    records: ["target", "measurement"],
    evaluation: .relationship { file, context in
      TargetMonitoring(kinds: [.contract]).judge(file, context)
    }
  )
}
