public import Model

/// What a run has to do about one reminder.
public enum ReminderAction: Hashable, Sendable {
  /// Why a reminder is sent.
  public enum Cause: Hashable, Sendable {
    /// Its day has come; the steps named were missed and are announced with it, earliest first.
    case step(missed: [ReminderKey])
    /// A run was killed while it sent this one, so whether it went out is not known; it may arrive
    /// twice.
    case unconfirmed
    /// It came back, and goes one level higher.
    case notDelivered
    /// The day to which it was put off has come.
    case snoozeOver
    /// It was handed over to another person.
    case handedOver
  }

  /// Why a reminder is cancelled.
  public enum Reason: Hashable, Sendable {
    /// The thing is done, or falls due no more.
    case settled
    /// The thing is due at another time.
    case moved(to: DueMoment)
    /// Somebody recorded a decision or took note, so that no more steps come.
    case answered
    /// The ladder of the policy has other steps now.
    case replanned
  }

  /// Note that the next step comes on its day.
  case plan(PlannedReminder)
  /// Send it for the first time.
  case send(PlannedReminder, Cause)
  /// Send the same step again.
  case `repeat`(PlannedReminder, Cause)
  /// Send it, and to a higher level than the last one of the same thing.
  case escalate(PlannedReminder, Cause)
  /// Note that another step is sent in its place; the day is its own.
  case supersede(ReminderKey, by: ReminderKey, sendOn: CivilDay)
  /// Note that it will not be sent; the day is its own.
  case cancel(ReminderKey, Reason, sendOn: CivilDay)

  /// The reminder that is to be sent now, or nil.
  public var sent: PlannedReminder? {
    switch self {
    case .send(let reminder, _), .repeat(let reminder, _), .escalate(let reminder, _): reminder
    case .plan, .supersede, .cancel: nil
    }
  }

  /// The reminder that it is about.
  public var key: ReminderKey {
    switch self {
    case .plan(let reminder), .send(let reminder, _), .repeat(let reminder, _),
      .escalate(let reminder, _):
      reminder.key
    case .supersede(let key, _, _), .cancel(let key, _, _): key
    }
  }

  /// The day on which the reminder is or was to be sent.
  public var sendOn: CivilDay {
    switch self {
    case .plan(let reminder), .send(let reminder, _), .repeat(let reminder, _),
      .escalate(let reminder, _):
      reminder.sendOn
    case .supersede(_, _, let day), .cancel(_, _, let day): day
    }
  }
}
