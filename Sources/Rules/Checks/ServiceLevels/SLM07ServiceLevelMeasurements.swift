import Model
import Policies

extension Rule {
  /// SLM-07: performance is measured against the targets of SLAs.
  static let serviceLevelMeasurements = Rule(
    id: "SLM-07",
    title: "Each target of an SLA is measured in each period",
    clauses: [.of2005: "6.1", .of2011: "6.1", .of2018: "8.3.3"],
    predicate: """
      For a target of an SLA in force and a finished period there is no measurement after the time \
      for recording it.
      """,
    remediation: "Obtain the values; where there are none, record that with the reason.",
    guidance: """
      Measure each target in each period and record the value soon after. Good evidence is a \
      measurement for each period with its value, how many cases it rests on and who measured; a \
      period without data is recorded as such, with the reason. \
      Periods are those of the calendar, unless the measurements on record begin on another day.
      """,
    thresholds: [
      "measurement.lag", "measurement.lookBackPeriods", "measurement.majorInARow", "dueSoon.lead",
      "upgrade.overdue",
    ],
    records: ["target", "measurement"],
    evaluation: .relationship { file, context in
      TargetMonitoring(kinds: [.sla]).judge(file, context)
    }
  )
}
