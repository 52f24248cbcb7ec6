extension Alignment {
  /// Compares a target with one of the same metric in an agreement behind it; nil without any.
  ///
  /// The supplier's must be at least as strict at both ends.
  func valueLink(
    _ target: ServiceLevelTarget,
    _ source: ServiceNeeds.Source
  ) -> AlignmentLink? {
    let others = fitting(target, source.agreement, source)
    guard let other = others.first else { return nil }
    let title = "\(target.title), \(source.label)"
    let records = [target.reference, source.agreement.reference, other.reference]
    guard others.count == 1 else {
      let reason = "The \(source.label) states several targets like \(target.reference)."
      return .unknown(.target, title, promised: nil, reason, records: records)
    }
    guard target.unit?.lowercased() == other.unit?.lowercased() else {
      let reason =
        "Target \(target.reference) is in \(target.unit ?? "no unit"), \(other.reference) in "
        + "\(other.unit ?? "no unit")."
      return .unknown(.target, title, promised: nil, reason, records: records)
    }
    guard source.agreement.isActive else {
      let reason = "The \(source.label) is not in force."
      return .unknown(.target, title, promised: nil, reason, records: records)
    }
    return compare(target, other, title, records)
  }

  private func compare(
    _ target: ServiceLevelTarget,
    _ other: ServiceLevelTarget,
    _ title: String,
    _ records: [String]
  ) -> AlignmentLink {
    let unit = target.unit ?? ""
    func value(_ number: Fraction) -> AlignmentValue { .number(number, unit: unit) }
    guard let wanted = target.band, let given = other.band else {
      let reason = "Target \(target.reference) or \(other.reference) states no band of values."
      return .unknown(.target, title, promised: nil, reason, records: records)
    }
    var lacking: Fraction? = .zero
    if let lowest = wanted.lowest {
      lacking = given.lowest.map { max(.zero, lowest - $0) }
    }
    if let highest = wanted.highest {
      let above = given.highest.map { max(.zero, $0 - highest) }
      lacking = above.flatMap { above in lacking.map { max($0, above) } }
    }
    let isGap = lacking.map { !$0.isZero } ?? true
    return AlignmentLink(
      .target,
      title,
      promised: value(Fraction(target.value)),
      carried: value(Fraction(other.value)),
      isGap ? .gap(lacking.map(value)) : .aligned,
      reason: "Target \(other.reference): \(other.comparison.words) \(other.value).",
      isSevere: target.isOfFirstPriority,
      records: records
    )
  }

  /// Compares how much the customer may ask for with the capacity behind it.
  ///
  /// Every agreement that limits the same must bear it: what is asked in the customer's window as
  /// often as that fits the supplier's, and all at once where the supplier's is shorter.
  func workloadLink(_ limit: WorkloadLimit, _ sources: [ServiceNeeds.Source]) -> AlignmentLink {
    let title = "Workload: \(limit.metric)"
    let unit = limit.unit ?? ""
    let others = sources.filter(\.agreement.isActive).flatMap { source in
      source.agreement.records[WorkloadLimit.self].filter { other in
        other.metric.lowercased() == limit.metric.lowercased()
          && (other.service == nil || other.service == source.service)
      }
    }
    let promised = AlignmentValue.number(Fraction(limit.value), unit: unit)
    let records = [limit.reference] + others.map(\.reference)
    guard !others.isEmpty else {
      let reason = "No agreement behind it limits \(limit.metric)."
      return .unknown(.workload, title, promised: promised, reason, records: records)
    }
    guard others.allSatisfy({ $0.unit?.lowercased() == limit.unit?.lowercased() }) else {
      let reason = "Limits of \(limit.metric) are in different units."
      return .unknown(.workload, title, promised: promised, reason, records: records)
    }
    let lacking = others.map { other -> (limit: WorkloadLimit, lack: Fraction, need: Fraction) in
      let times = max(1, other.window.months / limit.window.months)
      let need = Fraction(limit.value) * Fraction(times)
      return (other, max(.zero, need - Fraction(other.value)), need)
    }
    guard let worst = lacking.max(by: { $0.lack < $1.lack }) else {
      return .unknown(.workload, title, promised: promised, "", records: records)
    }
    let carried = worst.limit
    return AlignmentLink(
      .workload,
      title,
      promised: promised,
      carried: .number(Fraction(carried.value), unit: unit),
      worst.lack.isZero ? .aligned : .gap(.number(worst.lack, unit: unit)),
      reason: "Needed \(worst.need.exactText()) a \(carried.window.words); limit "
        + "\(carried.reference) allows \(carried.value).",
      records: records
    )
  }
}

extension ServiceLevelTarget {
  /// The values that meet it; nil for a band without or with a lower upper bound.
  fileprivate var band: ServiceLevelComparison? {
    ServiceLevelComparison(comparison, value: Fraction(value), upper: upper.map { Fraction($0) })
  }
}

extension ServiceLevelTarget.Comparison {
  fileprivate var words: String {
    switch self {
    case .atLeast: "at least"
    case .atMost: "at most"
    case .between: "from"
    }
  }
}
