import Model
import Policies
import Storage

extension Report<JudgedReader> {
  /// What each target was and what was measured, period by period.
  static let serviceLevels = Report(
    id: "service-levels",
    title: "Service levels",
    summary: "What each target was and what was measured, period by period.",
    noun: CountNoun("period", "periods"),
    emptySentence: "No target is on record.",
    columns: [
      Column("agreement", "Agreement", importance: .essential, overflow: .whole),
      Column("party", "Party", importance: .medium),
      Column("target", "Target", importance: .low),
      Column("title", "What is promised", importance: .essential),
      Column("promise", "Promise", importance: .high, overflow: .whole),
      Column("period", "Period", importance: .essential, overflow: .whole),
      Column("value", "Value", importance: .essential, alignment: .right, overflow: .whole),
      Column("state", "State", importance: .essential, overflow: .whole),
      Column("trend", "Trend", importance: .high),
      Column("numerator", "Good", .integer, importance: .low),
      Column("denominator", "Of", .integer, importance: .low),
      Column("sample", "Cases", .integer, importance: .low),
      Column("isSmallSample", "Small sample", .flag, importance: .low),
      Column("measurement", "Measurement", formats: .data),
      Column("periodStart", "From", .day, formats: .data),
      Column("periodEnd", "To", .day, formats: .data),
      Column("reason", "Reason", importance: .low),
    ],
    notes: [
      "Values are compared exactly and shown rounded down. A period without a value is not met. The "
        + "trend compares with the value before."
    ],
    rows: { judged, filter, write in
      let sample = judged.policy.missTerms.minimumSample
      try judged.reader.forEachRelationship { file in
        guard filter.fits(file.party) else { return }
        for agreement in file.agreements
        where filter.kind.map({ $0 == agreement.kind.rawValue }) ?? true {
          for target in agreement.records[ServiceLevelTarget.self] {
            let history = TargetHistory(target, agreement, sample, through: judged.day)
            for period in history.periods
            where filter.fits(period.measurement.periodEnd)
              && filter.fits(status: period.judged.state.rawValue)
            {
              var row = period.row(target, agreement, file.party)
              row.part = period.part(target, agreement, history.terms?.comparison)
              try write(row)
            }
          }
        }
      }
    }
  )
  .pictured(
    "Each target over its periods, beside what was promised; a cross is a miss."
  )
}

/// The measured periods of a target, each judged.
struct TargetHistory {
  /// One measured period.
  struct Period {
    let measurement: Measurement
    let judged: JudgedMeasurement
    /// `better`, `worse` or `same` than the value before; nil without one.
    let trend: String?
  }

  /// By what values are compared; nil if the target is none.
  let terms: TargetTerms?
  /// The periods in order.
  private(set) var periods: [Period] = []

  /// Judges the measurements whose periods ended by a day.
  init(
    _ target: ServiceLevelTarget,
    _ agreement: AgreementFile,
    _ minimumSample: Int64,
    through day: CivilDay
  ) {
    terms = target.terms(minimumSample: minimumSample)
    guard let terms else { return }
    var before: Fraction?
    for measurement in agreement.measurements(of: target) where measurement.periodEnd <= day {
      let judged = terms.judge(ServiceMeasurement(measurement))
      periods.append(
        Period(
          measurement: measurement,
          judged: judged,
          trend: Self.trend(from: before, to: judged.value, target)
        )
      )
      before = judged.value ?? before
    }
  }

  private static func trend(
    from before: Fraction?,
    to value: Fraction?,
    _ target: ServiceLevelTarget
  ) -> String? {
    guard let before, let value, target.comparison != .between else { return nil }
    if before == value { return "same" }
    return (before < value) == (target.comparison == .atLeast) ? "better" : "worse"
  }
}

extension TargetHistory.Period {
  /// The row of the report.
  func row(_ target: ServiceLevelTarget, _ agreement: AgreementFile, _ party: PartyFacts) -> Row {
    let term = Term(startsOn: measurement.periodStart, endsOn: measurement.periodEnd)
    return Row(
      [
        .text(agreement.reference), .text(party.name), .text(target.reference),
        .text(target.title), .text(target.promise), .text(term.label),
        Cell(judged.value.map { $0.text(decimals: 3) }), .text(judged.state.rawValue), Cell(trend),
        measurement.numerator.map(Cell.integer) ?? .empty,
        measurement.denominator.map(Cell.integer) ?? .empty,
        measurement.sampleSize.map(Cell.integer) ?? .empty, .flag(judged.isSmallSample),
        .text(measurement.reference), Cell(measurement.periodStart), Cell(measurement.periodEnd),
        Cell(measurement.reason),
      ],
      mark: judged.state == .missed || judged.state == .noData ? .alert : .normal
    )
  }
}
