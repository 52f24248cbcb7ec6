/// The terms of an agreement that renews: the initial one, and further ones of equal length.
///
/// Each term starts on the day after the last day of the one before. Terms are found without
/// walking through all of them wherever the day of the month cannot drift.
public struct RenewalChain: Hashable, Sendable {
  /// The last day of the initial term.
  public let initialEnd: CivilDay
  /// The length of each further term, in calendar days or months.
  public let length: Period
  /// How many further terms there can be; nil is without limit.
  public let maxRenewals: Int?
  /// The last day of the last term at the latest, or nil.
  public let latestEnd: CivilDay?

  /// Makes a chain.
  ///
  /// The result is nil if the length is nothing or in business days or hours.
  public init?(
    initialEnd: CivilDay,
    length: Period,
    maxRenewals: Int? = nil,
    latestEnd: CivilDay? = nil
  ) {
    guard !length.isZero, length.days != nil || length.months != nil else { return nil }
    self.initialEnd = initialEnd
    self.length = length
    self.maxRenewals = maxRenewals.map { max(0, $0) }
    self.latestEnd = latestEnd
  }

  /// One term of the chain.
  public struct Link: Hashable, Sendable {
    /// 0 for the initial term, 1 for the first renewal.
    public let number: Int
    /// The first day; nil for the initial term, whose start the chain does not know.
    public let startsOn: CivilDay?
    /// The last day.
    public let endsOn: CivilDay
  }

  /// The initial term.
  public var initial: Link { Link(number: 0, startsOn: nil, endsOn: initialEnd) }

  /// The term after another one, or nil if that was the last.
  public func next(after link: Link) -> Link? {
    let number = link.number + 1
    let start = link.endsOn.adding(days: 1)
    if let maxRenewals, number > maxRenewals { return nil }
    if let latestEnd, start > latestEnd { return nil }
    return Link(number: number, startsOn: start, endsOn: capped(end(startingOn: start)))
  }

  /// The first term that ends on the day or later, or the last one if there is none.
  public func link(endingOnOrAfter day: CivilDay) -> Link {
    var link = initial
    while link.endsOn < day {
      guard let next = next(after: link) else { return link }
      link = next
      if link.endsOn < day { link = skip(from: link, to: day) }
    }
    return link
  }

  /// The last term, or nil if the terms go on without limit.
  public var last: Link? {
    guard maxRenewals != nil || latestEnd != nil else { return nil }
    return link(endingOnOrAfter: Self.farDay)
  }

  /// A day that no term reaches in the years 1 to 9999.
  private static let farDay = CivilDay(unchecked: 9_999, 12, 31)

  private func end(startingOn start: CivilDay) -> CivilDay {
    if let days = length.days { return start.adding(days: days - 1) }
    return Term.end(startingOn: start, months: length.months ?? 1)
  }

  private func capped(_ day: CivilDay) -> CivilDay { latestEnd.map { min(day, $0) } ?? day }

  /// Goes from a renewal in one step as far as possible without passing the first term that ends
  /// on the day or later; stays where the day of the month may drift.
  private func skip(from link: Link, to day: CivilDay) -> Link {
    guard let start = link.startsOn else { return link }
    let steps = min(
      whole(from: start, to: day),
      (maxRenewals ?? .max) - link.number,
      latestEnd.map { whole(from: start, to: $0) } ?? .max
    )
    guard steps > 0 else { return link }
    let newStart: CivilDay
    if let days = length.days {
      newStart = start.adding(days: steps * days)
    } else if let months = length.months, Self.keepsDay(start, months: months) {
      newStart = start.addingMonths(steps * months)
    } else {
      return link
    }
    return Link(
      number: link.number + steps,
      startsOn: newStart,
      endsOn: capped(end(startingOn: newStart))
    )
  }

  /// How many whole terms surely lie between two days, rounded down.
  private func whole(from start: CivilDay, to day: CivilDay) -> Int {
    if let days = length.days { return max(0, start.days(to: day) / days) }
    let from = start.components
    let to = day.components
    let months = (to.year - from.year) * 12 + to.month - from.month - 1
    return max(0, months / (length.months ?? 1))
  }

  /// Whether all terms of the chain from this start begin on the same day of the month.
  private static func keepsDay(_ start: CivilDay, months: Int) -> Bool {
    let (_, month, day) = start.components
    if day <= 28 { return true }
    // 2001 has no 29 February, so its months are the shortest there are.
    return (0..<12).allSatisfy { step in
      let reached = (month - 1 + step * months) % 12 + 1
      return day <= CivilDay.lengthOfMonth(reached, year: 2_001)
    }
  }
}
