import Model
import Policies
import Storage

/// The scorecard of a supplier for a month.
struct SupplierCard {
  /// One target of the month.
  struct Input {
    let target: ServiceLevelTarget
    let period: TargetHistory.Period
    let entry: ScorecardEntry
  }

  let party: PartyFacts
  /// The month, `2026-03`.
  let month: String
  /// The last day of the month.
  let lastDay: CivilDay
  let inputs: [Input]
  let card: Scorecard

  /// The scorecards of a party for the months in which something was measured, in order.
  static func all(_ file: RelationshipFile, _ judged: JudgedReader) -> [SupplierCard] {
    let suppliers: Set = ["supplier", "internalSupplier", "customerActingAsSupplier"]
    guard file.party.roles.contains(where: { suppliers.contains($0.role) }) else { return [] }
    var months: [CivilDay: [Input]] = [:]
    for agreement in file.agreements where agreement.kind == .contract || agreement.kind == .ola {
      for target in agreement.records[ServiceLevelTarget.self] {
        for input in inputs(target, agreement, judged) {
          months[input.period.measurement.periodEnd.endOfMonth, default: []].append(input)
        }
      }
    }
    return months.sorted { $0.key < $1.key }.compactMap { last, inputs in
      make(file.party, last, inputs, judged.policy)
    }
  }

  private static func inputs(
    _ target: ServiceLevelTarget,
    _ agreement: AgreementFile,
    _ judged: JudgedReader
  ) -> [Input] {
    let sample = judged.policy.missTerms.minimumSample
    let history = TargetHistory(target, agreement, sample, through: judged.day)
    guard let terms = history.terms else { return [] }
    let scoring = scoring(target, terms.comparison)
    return history.periods.filter { $0.judged.state != .excluded }.map { period in
      let entry = ScorecardEntry(
        target.title,
        weight: target.weight.map { Fraction($0) } ?? 1,
        isMandatory: target.isMandatory ?? false,
        judged: period.judged,
        scoring: scoring
      )
      return Input(target: target, period: period, entry: entry)
    }
  }

  /// Linear down to the target's floor; met or not where there is none, or none that can be.
  private static func scoring(
    _ target: ServiceLevelTarget,
    _ comparison: ServiceLevelComparison
  ) -> MetricScore {
    guard let floor = target.floor,
      let linear = try? MetricScore.linear(comparison, floor: Fraction(floor))
    else { return .binary(comparison) }
    return linear
  }

  private static func make(
    _ party: PartyFacts,
    _ last: CivilDay,
    _ inputs: [Input],
    _ policy: Policy
  ) -> SupplierCard? {
    let grades = policy.scorecard
    let bounds = GradeBounds(
      leastA: Fraction(grades.gradeA),
      leastB: Fraction(grades.gradeB),
      leastC: Fraction(grades.gradeC),
      leastD: Fraction(grades.gradeD)
    )
    guard let bounds,
      let card = try? Scorecard(
        inputs.map(\.entry),
        bounds: bounds,
        leastCoverage: Percentage(
          share: Fraction(
            numerator: grades.leastCoverage.millionths,
            denominator: Policy.Share.whole
          )
            ?? .one
        )
      )
    else { return nil }
    return SupplierCard(
      party: party,
      month: String(last.description.prefix(7)),
      lastDay: last,
      inputs: inputs,
      card: card
    )
  }

  /// The cards by month, those with a grade by score and the others behind them without a rank.
  static func ranked(_ cards: [SupplierCard]) -> [(SupplierCard, Int?)] {
    let months = Dictionary(grouping: cards, by: \.month)
    return months.sorted { $0.key < $1.key }.flatMap { ranked(month: $0.value) }
  }

  private static func ranked(month cards: [SupplierCard]) -> [(SupplierCard, Int?)] {
    let sorted = cards.sorted(by: isBefore)
    return sorted.map { card -> (SupplierCard, Int?) in
      guard let score = card.graded else { return (card, nil) }
      let better = sorted.count { other in other.graded.map { score < $0 } ?? false }
      return (card, better + 1)
    }
  }

  /// The score of a card that has a grade, or nil.
  private var graded: Fraction? { card.grade == nil ? nil : card.score }

  private static func isBefore(_ left: SupplierCard, _ right: SupplierCard) -> Bool {
    switch (left.graded, right.graded) {
    case (let one?, let two?) where one != two: return two < one
    case (.some, nil): return true
    case (nil, .some): return false
    default: return left.party.reference < right.party.reference
    }
  }

  /// The row of the report.
  func row(rank: Int?) -> Row {
    Row(
      [
        .text(month), Cell(rank), .text(party.reference), .text(party.name),
        Cell(card.grade?.rawValue), Cell(card.score.map { $0.text(decimals: 2) }),
        Cell(card.strictScore.map { $0.text(decimals: 2) }),
        Cell(card.coverage.map { $0.points.text(decimals: 2) + " %" }),
        Cell(card.uncappedGrade?.rawValue), .list(card.mandatoryMisses.map(Cell.text)),
        .list(inputs.map(cell)), .text(card.isInsufficient ? "insufficientData" : "graded"),
      ],
      mark: card.grade == nil || card.grade == .e ? .alert : card.grade == .d ? .warning : .normal
    )
  }

  private func cell(_ input: Input) -> Cell {
    .record([
      .text(input.target.reference), .text(input.entry.weight.exactText()),
      Cell(input.period.judged.value.map { $0.text(decimals: 3) }),
      .text(input.entry.state.rawValue), Cell(input.entry.score.map { $0.text(decimals: 2) }),
    ])
  }
}
