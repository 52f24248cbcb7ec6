/// The business days of the known years as bits, with counts, so that steps over business days
/// take a few instructions.
struct BusinessDayIndex: Sendable {
  /// A run of known days without a gap.
  private struct Run: Sendable {
    let first: Int
    let last: Int
    /// Bit n of word w is the day `first + 64w + n`.
    var words: [UInt64]
    /// The number of business days before each word, and in all.
    var before: [Int]
  }

  private var runs: [Run] = []

  init(
    years: Set<Int>,
    validFrom: CivilDay?,
    validThrough: CivilDay?,
    openWeekdays: [Bool],
    exceptions: [CivilDay: Bool]
  ) {
    var bounds: [(first: Int, last: Int)] = []
    for year in years.sorted() {
      let start = CivilDay(unchecked: year, 1, 1)
      let first = Int(max(start, validFrom ?? start).number)
      let end = CivilDay(unchecked: year, 12, 31)
      let last = Int(min(end, validThrough ?? end).number)
      guard first <= last else { continue }
      if let previous = bounds.last, previous.last + 1 == first {
        bounds[bounds.count - 1].last = last
      } else {
        bounds.append((first, last))
      }
    }
    runs = bounds.map { Self.run($0, openWeekdays, exceptions) }
  }

  private static func run(
    _ bounds: (first: Int, last: Int),
    _ openWeekdays: [Bool],
    _ exceptions: [CivilDay: Bool]
  ) -> Run {
    var words = [UInt64](repeating: 0, count: (bounds.last - bounds.first) / 64 + 1)
    for number in bounds.first...bounds.last {
      let day = CivilDay(number: Int32(number))
      guard exceptions[day] ?? openWeekdays[day.weekday.rawValue - 1] else { continue }
      words[(number - bounds.first) / 64] |= 1 << UInt64((number - bounds.first) % 64)
    }
    var before = [0]
    for word in words { before.append(before[before.count - 1] + word.nonzeroBitCount) }
    return Run(first: bounds.first, last: bounds.last, words: words, before: before)
  }

  /// Whether the day lies in a known run.
  func knows(_ day: CivilDay) -> Bool { run(Int(day.number)) != nil }

  /// Whether the day is a business day, or nil if it is not known.
  func isBusinessDay(_ day: CivilDay) -> Bool? {
    guard let run = run(Int(day.number)) else { return nil }
    let offset = Int(day.number) - runs[run].first
    return runs[run].words[offset / 64] >> UInt64(offset % 64) & 1 == 1
  }

  /// The first business day on or after the day; if the calendar cannot tell, the first day that
  /// is not known.
  func onOrAfter(_ day: CivilDay) -> Result { step(day, ordinal: { $0.rankBefore }) }

  /// The last business day on or before the day; if the calendar cannot tell, the last day that
  /// is not known.
  func onOrBefore(_ day: CivilDay) -> Result { step(day, ordinal: { $0.rankThrough - 1 }) }

  /// The n-th business day after the day, not counting the day itself; n is at least 1.
  func after(_ day: CivilDay, count: Int) -> Result {
    step(day, ordinal: { $0.rankThrough + count - 1 })
  }

  /// The n-th business day before the day, not counting the day itself; n is at least 1.
  func before(_ day: CivilDay, count: Int) -> Result {
    step(day, ordinal: { $0.rankBefore - count })
  }

  /// The number of business days after the first day up to and with the second, which is not
  /// before it, or nil if a day between is not known.
  func count(after day: CivilDay, through end: CivilDay) -> Int? {
    guard let run = run(Int(day.number)), run == self.run(Int(end.number)) else { return nil }
    return rank(runs[run], Int(end.number)).rankThrough
      - rank(runs[run], Int(day.number)).rankThrough
  }

  /// A business day, or the nearest day that is not known.
  enum Result {
    case day(CivilDay)
    case unknown(CivilDay)
  }

  private typealias Rank = (rankBefore: Int, rankThrough: Int)

  @inline(__always)
  private func step(_ day: CivilDay, ordinal: (Rank) -> Int) -> Result {
    guard let position = run(Int(day.number)) else { return .unknown(day) }
    let run = runs[position]
    let wanted = ordinal(rank(run, Int(day.number)))
    if wanted < 0 { return .unknown(CivilDay(number: Int32(run.first - 1))) }
    if wanted >= run.before[run.words.count] {
      return .unknown(CivilDay(number: Int32(run.last + 1)))
    }
    return .day(CivilDay(number: Int32(select(run, wanted, from: Int(day.number)))))
  }

  /// How many business days lie before the day, and through it.
  private func rank(_ run: Run, _ number: Int) -> Rank {
    let offset = number - run.first
    let word = run.words[offset / 64]
    let bit = UInt64(offset % 64)
    let before = run.before[offset / 64] + (word & ((1 << bit) - 1)).nonzeroBitCount
    return (before, before + Int(word >> bit & 1))
  }

  /// The day of the business day with the 0-based ordinal, looking from a day nearby.
  private func select(_ run: Run, _ ordinal: Int, from number: Int) -> Int {
    var position = (number - run.first) / 64
    if ordinal < run.before[position] - 256 || ordinal > run.before[position] + 256 {
      position = search(run.before, ordinal)
    }
    while run.before[position] > ordinal { position -= 1 }
    while run.before[position + 1] <= ordinal { position += 1 }
    var word = run.words[position]
    for _ in 0..<(ordinal - run.before[position]) { word &= word - 1 }
    return run.first + position * 64 + word.trailingZeroBitCount
  }

  private func search(_ before: [Int], _ ordinal: Int) -> Int {
    var low = 0
    var high = before.count - 2
    while low < high {
      let middle = (low + high + 1) / 2
      if before[middle] <= ordinal { low = middle } else { high = middle - 1 }
    }
    return low
  }

  private func run(_ number: Int) -> Int? {
    for position in runs.indices where number <= runs[position].last {
      return number >= runs[position].first ? position : nil
    }
    return nil
  }
}
