/// Finds the availability that an agreement promises, in the window of another promise.
struct PromisedAvailability {
  /// The day on which it is to hold.
  let day: CivilDay
  /// The window of the customer's promise.
  let window: ServiceLevelTarget.Window

  /// The promise, or nil with the reason; the records that say so.
  struct Answer {
    var value: Percentage?
    var reason: String
    var records: [String]
  }

  /// The availability of an agreement for a component, else for a service, else in general.
  ///
  /// Of several targets the least counts. Only targets of an agreement in force count.
  func answer(of agreement: AgreementFile, component: Int64?, service: Int64) -> Answer {
    let name = "\(agreement.kind.words) \(agreement.reference)"
    guard agreement.isActive else {
      return Answer(
        value: nil,
        reason: "\(name) is not in force",
        records: [agreement.reference]
      )
    }
    let valid = agreement.records[ServiceLevelTarget.self].filter {
      $0.metric == .availability && covers(day, from: $0.validFrom, through: $0.validThrough)
    }
    let fitting =
      [
        valid.filter { component != nil && $0.component == component },
        valid.filter { $0.component == nil && $0.service == service },
        valid.filter { $0.component == nil && $0.service == nil },
      ].first { !$0.isEmpty } ?? []
    let lowest = fitting.compactMap { target in converted(target).map { (target, $0) } }
      .min { $0.1 < $1.1 }
    guard let (target, value) = lowest, fitting.allSatisfy({ converted($0) != nil }) else {
      let reason = "\(name) promises no least availability for it"
      return Answer(value: nil, reason: reason, records: [agreement.reference])
    }
    let stated = "\(name), \(target.reference): \(target.value) % a \(target.window.words)"
    let worst = isLonger(target.window) ? "; in the worst \(window.words) \(value.exactText)" : ""
    return Answer(
      value: value,
      reason: stated + worst,
      records: [agreement.reference, target.reference]
    )
  }

  /// The least availability that a target leaves in any window of the customer's promise.
  ///
  /// All the downtime that a longer window allows may fall into one shorter one: 99.9 % a year
  /// allows 8.76 h in one month. Formula: 1 − (1 − A) × days of the long ÷ days of the short
  /// window, for the shortest one in the year of the day. The result is nil without a lower bound
  /// from 0 % to 100 %.
  func converted(_ target: ServiceLevelTarget) -> Percentage? {
    guard target.comparison != .atMost else { return nil }
    let stated = Percentage(points: Fraction(target.value))
    guard stated.isPart else { return nil }
    guard isLonger(target.window) else { return stated }
    let left = 1 - stated.rest.share * target.window.most(window, in: day.year)
    return Percentage(share: max(.zero, left))
  }

  private func isLonger(_ other: ServiceLevelTarget.Window) -> Bool {
    other.months > window.months
  }
}

extension ServiceLevelTarget.Window {
  /// The name in English words.
  var words: String { self == .halfYear ? "half-year" : rawValue }

  /// The largest ratio of days of this window to days of a shorter one in it, in a year.
  func most(_ shorter: Self, in year: Int) -> Fraction {
    func days(_ first: Int, _ count: Int) -> Int {
      (first..<first + count).reduce(0) { $0 + CivilDay.lengthOfMonth($1, year: year) }
    }
    return stride(from: 1, through: 12, by: shorter.months).compactMap { first in
      let start = (first - 1) / months * months + 1
      return Fraction(numerator: days(start, months), denominator: days(first, shorter.months))
    }.max() ?? .one
  }
}

extension AgreementKind {
  /// The kind in a word for sentences: contract, SLA, OLA.
  var words: String {
    switch self {
    case .contract: "contract"
    case .sla: "SLA"
    case .ola: "OLA"
    case .customerSupply: "customer's supply"
    }
  }
}
