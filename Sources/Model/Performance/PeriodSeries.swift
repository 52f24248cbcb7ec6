/// The periods of a target, a workload limit or a report, one after the other.
///
/// They are those of the calendar, such as months from the first to the last day, unless a whole
/// period on record begins on another day; then all begin as that one does. Periods that lie only
/// in part after the first day are left out.
public struct PeriodSeries: Hashable, Sendable {
  /// How many months a period has.
  public let months: Int
  /// The first day of some period.
  private let anchor: CivilDay
  /// The first and the last day of the promise; nil is without end.
  private let first: CivilDay
  private let last: CivilDay?

  /// Makes a series from the periods on record; without a whole one the calendar counts.
  public init(months: Int, from first: CivilDay, through last: CivilDay?, recorded: [Term]) {
    let known = recorded.filter { Term.end(startingOn: $0.startsOn, months: months) == $0.endsOn }
    let anchor = known.map(\.startsOn).min() ?? Self.calendarStart(months, first)
    self.init(months: months, from: first, through: last, anchor: anchor)
  }

  /// Makes a series that begins on a day of its own.
  public init(
    months: Int,
    from first: CivilDay,
    through last: CivilDay? = nil,
    anchor: CivilDay
  ) {
    self.months = max(1, months)
    self.anchor = anchor
    self.first = first
    self.last = last
  }

  /// The first day of the calendar period in which a day lies.
  private static func calendarStart(_ months: Int, _ day: CivilDay) -> CivilDay {
    let passed = (day.month - 1) % max(1, months)
    return day.adding(days: 1 - day.day).addingMonths(-passed)
  }

  private func start(_ index: Int) -> CivilDay { anchor.addingMonths(index * months) }

  private func term(_ index: Int) -> Term {
    Term(startsOn: start(index), endsOn: start(index + 1).adding(days: -1))
  }

  /// The index of the period in which a day lies.
  private func index(of day: CivilDay) -> Int {
    let distance = (day.year - anchor.year) * 12 + day.month - anchor.month
    var index = distance / months
    while start(index) > day { index -= 1 }
    while start(index + 1) <= day { index += 1 }
    return index
  }

  /// The last so many periods that ended before the day, earliest first, as far as they are
  /// promised.
  public func finished(before day: CivilDay, most: Int) -> [Term] {
    let current = index(of: day)
    return (current - max(0, most)..<current).map(term).filter(isPromised)
  }

  /// The first day of the last so many periods that ended before the day, promised or not.
  public func firstDay(before day: CivilDay, most: Int) -> CivilDay {
    start(index(of: day) - max(0, most))
  }

  /// The period in which a day lies, or the first one after it; nil if none is promised.
  public func current(on day: CivilDay) -> Term? {
    let index = index(of: max(day, first))
    return [term(index), term(index + 1)].first(where: isPromised)
  }

  private func isPromised(_ term: Term) -> Bool {
    first <= term.startsOn && last.map { term.endsOn <= $0 } ?? true
  }
}

extension PeriodSeries {
  /// The periods of a target; nil if its first day is not known.
  public init?(
    _ target: ServiceLevelTarget,
    _ agreement: AgreementFile,
    _ measured: [Measurement]
  ) {
    guard let first = target.validFrom ?? agreement.terms.startsOn else { return nil }
    self.init(
      months: target.window.months,
      from: first,
      through: target.validThrough,
      recorded: measured.map { Term(startsOn: $0.periodStart, endsOn: $0.periodEnd) }
    )
  }
}

extension AgreementFile {
  /// The measurements of a target, in order of period.
  public func measurements(of target: ServiceLevelTarget) -> [Measurement] {
    records[Measurement.self].filter { $0.target == target.id }
      .sorted { ($0.periodStart, $0.reference) < ($1.periodStart, $1.reference) }
  }
}

extension Term {
  /// The period in a message: `2025-01` for a month, else first and last day.
  public var label: String {
    guard startsOn.day == 1, endsOn == startsOn.endOfMonth else {
      return "\(startsOn) to \(endsOn)"
    }
    return String(startsOn.description.dropLast(3))
  }
}
