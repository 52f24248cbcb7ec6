import Model

/// A step of a ladder with its time.
struct ScheduledStep: Hashable, Sendable {
  let step: ReminderStep
  /// Calendar days from the local due day, negative before it.
  let offset: Int
  /// The day on which it is sent.
  let sendOn: CivilDay
  /// The instant from which it is sent; nil if any time of the day will do.
  let sendAt: Instant?

  /// Whether its time has come on a day, at an instant of it.
  func hasCome(on day: CivilDay, at now: Instant) -> Bool {
    sendAt.map { $0 <= now } ?? (sendOn <= day)
  }
}
