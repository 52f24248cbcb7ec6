import Model
import Policies

/// Judges whether each miss of a target has a cause and a decision in time.
///
/// The time counts from the day on which the value was due. A miss of few cases is a miss too.
struct MissReviews {
  /// The kinds of agreement.
  let kinds: [AgreementKind]

  /// One judgement for each miss in the periods that are looked at, and one for each target
  /// without any.
  func judge(_ file: RelationshipFile, _ context: RuleContext) -> [Judgement] {
    file.agreements.filter { kinds.contains($0.kind) && $0.isActive }.flatMap { agreement in
      let targets = agreement.records[ServiceLevelTarget.self]
      let judgements = targets.flatMap { judge($0, agreement, file, context) }
      guard judgements.isEmpty else { return judgements }
      let what = agreement.label(with: file.party)
      return [
        .insufficientData(
          .agreement(agreement),
          "\(what): no target of late is recorded, so no miss can be known."
        )
      ]
    }
  }

  private func judge(
    _ target: ServiceLevelTarget,
    _ agreement: AgreementFile,
    _ file: RelationshipFile,
    _ context: RuleContext
  ) -> [Judgement] {
    let subject = Judgement.Subject.agreement(agreement)
    let what = target.label(agreement, file.party)
    let measured = agreement.measurements(of: target)
    guard let terms = target.terms(minimumSample: context.policy.missTerms.minimumSample) else {
      let judgement = Judgement.insufficientData(
        subject,
        "\(what): its bounds are no band, so no miss can be known."
      )
      return [judgement.about(target.reference)]
    }
    guard let series = PeriodSeries(target, agreement, measured) else {
      let judgement = Judgement.insufficientData(
        subject,
        "\(what): it has no first day, so no period is known."
      )
      return [judgement.about(target.reference)]
    }
    let most = context.policy.measurements.lookBackPeriods
    let recent = series.finished(before: context.asOf, most: most)
    let begin = series.firstDay(before: context.asOf, most: most)
    let judged = measured.filter { begin <= $0.periodStart && $0.periodEnd < context.asOf }
      .map { ($0, terms.judge(ServiceMeasurement($0))) }
    let misses = judged.filter { $0.1.state == .missed }
    guard misses.isEmpty else {
      return misses.map { measurement, found in
        MissReview(measurement, found, target, agreement, context).judge(subject, what)
          .about(measurement.reference)
      }
    }
    let isOver = target.validThrough.map { $0 < context.asOf } ?? false
    if isOver, recent.isEmpty, judged.isEmpty { return [] }
    return [without(subject, what, judged.map(\.1), recent).about(target.reference)]
  }

  private func without(
    _ subject: Judgement.Subject,
    _ what: String,
    _ judged: [JudgedMeasurement],
    _ recent: [Term]
  ) -> Judgement {
    let met = judged.count { $0.state == .met }
    guard met > 0 || recent.isEmpty || judged.contains(where: { $0.state == .excluded }) else {
      return .insufficientData(
        subject,
        "\(what): no value that counts in the last \(Count.of(recent.count, "period")), so no "
          + "miss can be known."
      )
    }
    let disputed = judged.count { $0.state == .disputed }
    let open = disputed > 0 ? ", \(disputed) in dispute" : ""
    return .pass(
      subject,
      "\(what): no miss among \(Count.of(met, "value")) of the last "
        + "\(Count.of(recent.count, "period"))\(open)."
    )
  }
}

/// One miss, with what its review lacks and by when it is due.
struct MissReview {
  private let measurement: Measurement
  private let context: RuleContext
  private let isExplained: Bool
  private let isDecided: Bool
  private let due: CivilDay?
  /// The value and the target, such as `99.5 against at least 99.9`.
  private let words: String

  init(
    _ measurement: Measurement,
    _ found: JudgedMeasurement,
    _ target: ServiceLevelTarget,
    _ agreement: AgreementFile,
    _ context: RuleContext
  ) {
    self.measurement = measurement
    self.context = context
    isExplained = measurement.cause != nil
    isDecided =
      measurement.improvement != nil || measurement.noActionBecause != nil
      || agreement.records[Action.self].contains { $0.measurement == measurement.id }
    let policy = context.policy.measurements
    due = context.day(measurement.periodEnd, plus: policy.lag, agreement.calendar)
      .flatMap { context.day($0, plus: policy.missReview, agreement.calendar) }
    words = "\(found.value.map { $0.exactText() } ?? "") against \(target.promise)"
  }

  func judge(_ subject: Judgement.Subject, _ what: String) -> Judgement {
    let evidence = [Judgement.Evidence(measurement)]
    let period = Term(startsOn: measurement.periodStart, endsOn: measurement.periodEnd).label
    let name = "Miss of \(what.lowercasedFirst) in \(period) (\(words))"
    var missing: [String] = []
    if !isExplained { missing.append("no cause") }
    if !isDecided { missing.append("no improvement or reason for none") }
    guard !missing.isEmpty else {
      return .pass(subject, due: due, "\(name): cause and decision are recorded.")
        .resting(on: evidence)
    }
    guard let due else {
      return .insufficientData(
        subject,
        "\(name): \(missing.listed), and no calendar says by when they are due."
      ).resting(on: evidence)
    }
    return DueJudgement(subject: subject, what: name, last: missing.listed, due: due)
      .judge(context).resting(on: evidence)
  }
}

extension String {
  /// The text with a small first letter, for the middle of a sentence.
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
