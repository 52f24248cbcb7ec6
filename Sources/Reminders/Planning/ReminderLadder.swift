import Model

/// By which steps something is announced.
enum ReminderLadder: Hashable, Sendable {
  /// Days before and after the due day, as the policy says.
  case days
  /// As the policy says, but not earlier than so many days before the due day; with that day as
  /// the first step.
  case daysFrom(Int)
  /// The warning and the limit of a clock, then days after it.
  case clock(warnsAt: Instant)
  /// One announcement that a complaint comes to a level.
  case level(Int)
}
