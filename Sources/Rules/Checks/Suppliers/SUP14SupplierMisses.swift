import Model
import Policies

extension Rule {
  /// SUP-14: misses of suppliers are explained, and repeated ones are reviewed with them.
  static let supplierMisses = Rule(
    id: "SUP-14",
    title: "Misses of suppliers are explained, repeated ones are reviewed",
    clauses: [.of2005: "7.3", .of2011: "7.2", .of2018: "8.3.4.1"],
    predicate: """
      A miss of a target of a contract has no cause or no decision when its time is over; or a \
      target was missed so often that the supplier's performance must be reviewed, and no such \
      review was held in time.
      """,
    remediation: "Find the cause, decide what follows; hold the performance review.",
    guidance: """
      Ask for the cause of each miss and link the improvement, or write down why nothing is done. \
      When a target is missed again and again, review the performance with the supplier and agree \
      on corrective actions. Good evidence is the cause with the improvement, and a performance \
      review with its day, people, result and minutes.
      """,
    thresholds: [
      "miss.review", "miss.inARow", "miss.ofLastSix", "miss.performanceReview", "measurement.lag",
      "measurement.lookBackPeriods", "measurement.minSample", "dueSoon.lead", "upgrade.overdue",
    ],
    records: ["target", "measurement", "action", "review", "attendance"],
    evaluation: .relationship { file, context in
      MissReviews(kinds: [.contract]).judge(file, context)
        + file.activeContracts.flatMap { contract in
          contract.records[ServiceLevelTarget.self].compactMap { target in
            RepeatedMisses(target, contract, file, context)?.judge()
          }
        }
    }
  )
}
