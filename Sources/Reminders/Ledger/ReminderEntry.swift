public import Model

/// What became of one reminder: a row of the ledger.
public struct ReminderEntry: Hashable, Sendable {
  /// By what it is known.
  public var key: ReminderKey
  /// The day on which it was or is to be sent.
  public var sendOn: CivilDay
  /// Where it is.
  public var state: ReminderState
  /// When it came there.
  public var at: Instant
  /// Who brought it there; nil for the program.
  public var by: String?
  /// The day from which a snoozed one is sent again; nil in other states.
  public var until: CivilDay?
  /// The number of the person to whom the thing was handed over, also after it was sent to that
  /// person; nil for nobody.
  public var to: Int64?
  /// How high it went.
  public var level: ReminderLevel
  /// How often it was or may have been sent.
  public var attempts: Int

  /// Makes an entry.
  public init(
    _ key: ReminderKey,
    sendOn: CivilDay,
    _ state: ReminderState,
    at: Instant,
    level: ReminderLevel = .owner,
    attempts: Int = 0
  ) {
    self.key = key
    self.sendOn = sendOn
    self.state = state
    self.at = at
    self.level = level
    self.attempts = attempts
  }
}
