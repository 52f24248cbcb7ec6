import Model
import Policies

extension Rule {
  /// INT-03: the performance of internal suppliers and customers is measured.
  static let internalMeasurements = Rule(
    id: "INT-03",
    title: "Each target of an internal supplier is measured in each period",
    clauses: [.of2005: "6.1", .of2011: "6.1", .of2018: "8.3.4.2"],
    predicate: """
      For a target of an agreement in force with an internal supplier or a customer that acts as a \
      supplier, and a finished period, there is no measurement after the time for recording it.
      """,
    remediation: "Obtain the values; where there are none, record that with the reason.",
    guidance: """
      Measure internal suppliers as you measure external ones. Good evidence is a measurement for \
      each target and period with its value and who measured; a period without data is recorded as \
      such, with the reason.
      """,
    thresholds: [
      "measurement.lag", "measurement.lookBackPeriods", "measurement.majorInARow", "dueSoon.lead",
      "upgrade.overdue",
    ],
    records: ["target", "measurement"],
    evaluation: .relationship { file, context in
      TargetMonitoring(kinds: AgreementKind.internalKinds).judge(file, context)
    }
  )
}
