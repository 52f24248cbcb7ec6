import Model
import Testing

/// A complaint received on Monday 1 June 2026 at 09:00 in Berlin.
enum ComplaintSample {
  static let path: [ComplaintState] = [.triaged, .acknowledged, .assessing, .investigating]

  static func received() throws -> Instant { try Sample.berlin("2026-06-01", 9) }

  /// An event at a local time of a day in June 2026.
  static func event(_ what: ComplaintEvent.What, _ day: Int, _ hour: Int, _ minute: Int = 0) throws
    -> ComplaintEvent
  {
    let iso = "2026-06-\(day < 10 ? "0" : "")\(day)"
    return ComplaintEvent(what, at: try Sample.berlin(iso, hour, minute))
  }

  /// The states up to investigating, all on the first day at 10:00, and events after them.
  static func history(_ events: [ComplaintEvent] = []) throws -> ComplaintHistory {
    let path = try path.map { try event(.entered($0), 1, 10) }
    return try ComplaintHistory(receivedAt: received(), events: path + events)
  }

  static func clocks(
    _ events: [ComplaintEvent] = [],
    _ targets: ComplaintTargets,
    at now: Instant,
    pauseCap: Int = 20
  ) throws -> ComplaintClocks {
    try ComplaintClocks(
      of: history(events),
      targets: targets,
      at: now,
      calendar: Sample.office(),
      pauseCap: pauseCap
    )
  }
}
