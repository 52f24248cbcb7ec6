extension Zone {
  /// An instant on the clocks of the zone, to the minute, such as `2026-06-12 17:00`.
  public func text(_ instant: Instant) -> String {
    let day = day(at: instant)
    let minute = start(of: day).seconds(to: instant) / 60
    let shift = (offset(at: instant) - offset(at: start(of: day))) / 60
    let clock = minute + shift
    func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(day) \(two(clock / 60)):\(two(clock % 60))"
  }
}
