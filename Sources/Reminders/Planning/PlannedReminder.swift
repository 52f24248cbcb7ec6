public import Model
public import Policies

/// A reminder that is to be sent, with all that is said in it.
public struct PlannedReminder: Hashable, Sendable {
  /// By what it is known.
  public var key: ReminderKey
  /// The name or title of the record that it is about.
  public var name: String
  /// Calendar days from the local due day to the step, negative before the due day.
  public var offset: Int
  /// The day on which it is to be sent: a business day where a calendar knows.
  public var sendOn: CivilDay
  /// The instant from which it is to be sent; nil for one that is only bound to a day.
  public var sendAt: Instant?
  /// To whom it goes, the lowest level first; empty only with ``RecipientGap/nobody``.
  public var recipients: [ReminderRecipient]
  /// How high it goes.
  public var escalation: ReminderLevel
  /// What is to be decided or done, such as `renew, renegotiate or end`.
  public var decision: String
  /// What happens if nothing is done, in a sentence.
  public var otherwise: String
  /// What is due, by when, and what happens otherwise, in plain words.
  public var message: String
  /// The number of the person to whom the thing was handed over, or nil.
  public var handedTo: Int64?
  /// Why it does not go to whom it should, or nil.
  public var gap: RecipientGap?

  /// What falls due.
  public var topic: ReminderTopic { key.thing.topic }
  /// The record that it is about.
  public var subject: ReminderSubject { key.thing.subject }
  /// When it is due.
  public var due: DueMoment { key.thing.due }
}
