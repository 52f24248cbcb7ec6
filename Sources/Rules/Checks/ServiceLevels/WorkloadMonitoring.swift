import Model
import Policies

/// Judges whether what a workload limit counts is counted, and stays within the limit.
struct WorkloadMonitoring {
  private let limit: WorkloadLimit
  private let agreement: AgreementFile
  private let what: String
  private let counted: [WorkloadMeasurement]
  private let context: RuleContext

  init(
    _ limit: WorkloadLimit,
    _ agreement: AgreementFile,
    _ file: RelationshipFile,
    _ context: RuleContext
  ) {
    self.limit = limit
    self.agreement = agreement
    self.context = context
    what =
      "Workload limit \(limit.reference) (\(limit.metric)) of \(agreement.label(with: file.party))"
    counted = agreement.records[WorkloadMeasurement.self]
      .filter { $0.workloadLimit == limit.id }
      .sorted { ($0.periodStart, $0.reference) < ($1.periodStart, $1.reference) }
  }

  private var subject: Judgement.Subject { .agreement(agreement) }

  /// One judgement of the counting and, where something was counted, one of the volume.
  func judge() -> [Judgement] {
    guard let first = agreement.terms.startsOn else {
      return [
        Judgement.insufficientData(
          subject,
          "\(what): the agreement has no start, so no period is known."
        ).about(limit.reference)
      ]
    }
    let series = PeriodSeries(
      months: limit.window.months,
      from: first,
      through: nil,
      recorded: counted.map { Term(startsOn: $0.periodStart, endsOn: $0.periodEnd) }
    )
    return [judgeCounting(series).about(limit.reference)]
      + (judgeVolume(series).map { [$0.about("\(limit.reference) volume")] } ?? [])
  }

  private func judgeCounting(_ series: PeriodSeries) -> Judgement {
    let stated = counted.filter { $0.actual != nil || $0.note != nil }
    let coverage = PeriodCoverage(
      series,
      recorded: Set(stated.map(\.periodStart)),
      lag: context.policy.measurements.lag,
      agreement.calendar,
      context
    )
    let isMajor =
      coverage.longestRun >= context.policy.measurements.majorInARow || stated.isEmpty
    return coverage.judge(subject, what, "volume", isMajor ? .major : .minor)
  }

  private func judgeVolume(_ series: PeriodSeries) -> Judgement? {
    // The key of the policy counts among the last three periods.
    let recent = series.finished(before: context.asOf, most: 3)
    let volumes = counted.filter { one in
      one.actual != nil && recent.contains { $0.startsOn == one.periodStart }
    }
    guard !volumes.isEmpty else { return nil }
    let above = volumes.filter { $0.actual.map { $0 > limit.value } ?? false }
    let evidence = volumes.map { Judgement.Evidence($0) }
    guard above.count >= context.policy.measurements.workloadOfLastThree,
      !above.contains(where: { $0.note != nil })
    else {
      return .pass(
        subject,
        "\(what): above \(limit.value) in \(above.count) of the last "
          + "\(Count.of(recent.count, "period"))."
      ).resting(on: evidence)
    }
    let found = above.compactMap { one in
      one.actual.map { "\($0) in \(Term(startsOn: one.periodStart, endsOn: one.periodEnd).label)" }
    }
    return .fail(
      subject,
      .minor,
      "\(what): \(found.listed) exceed \(limit.value), and no note says what is done, "
        + "as of \(context.asOf)."
    ).resting(on: evidence)
  }
}
