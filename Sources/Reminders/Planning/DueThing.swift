import Model
public import Policies

/// Something that falls due, with all that a reminder says of it.
public struct DueThing: Sendable {
  /// By what it is known.
  public let key: DueKey
  /// The name or title of the record that it is about.
  public let name: String
  /// What is due, such as `Contract review of C-1 with Acme`.
  public let what: String
  /// What is known of it, such as `last 2025-03-01`; empty if there is nothing to say.
  public let standing: String
  /// How the due day is named, such as `Due` or `Notice must be sent by`.
  public var dueWords = "Due"
  /// What is to be decided or done, such as `renew, renegotiate or end`.
  public let decision: String
  /// What is to be decided or done, as a sentence without a full stop.
  public let request: String
  /// What happens if nothing is done, for the end of a sentence that begins with `Otherwise`.
  public let otherwise: String
  /// The steps by which it is announced.
  var ladder = ReminderLadder.days
  /// Who answers for it.
  var owner: OwnerSearch
  /// The calendar by which steps move to business days; nil if none is known.
  var calendar: BusinessCalendar?
  /// The tier of the supplier; nil if it has none or is none.
  var tier: Tier?

  init(
    _ key: DueKey,
    name: String,
    what: String,
    standing: String = "",
    decision: String,
    request: String,
    otherwise: String,
    owner: OwnerSearch
  ) {
    self.key = key
    self.name = name
    self.what = what
    self.standing = standing
    self.decision = decision
    self.request = request
    self.otherwise = otherwise
    self.owner = owner
  }
}

/// That it cannot be told when something is due.
public struct UnknownDue: Hashable, Sendable {
  /// What would fall due.
  public let topic: ReminderTopic
  /// The record that it is about.
  public let subject: ReminderSubject
  /// What is missing, as a sentence that names the record.
  public let reason: String
}

/// What falls due, and what cannot be told.
public struct DueList: Sendable {
  /// What falls due, in the order of the kinds.
  public private(set) var things: [DueThing] = []
  /// What cannot be told, in the order of the kinds.
  public private(set) var unknown: [UnknownDue] = []

  /// Makes an empty list.
  public init() {}

  /// Adds something that falls due.
  mutating func add(_ thing: DueThing) { things.append(thing) }

  /// The same without what is due after the horizon.
  func near(_ context: ReminderContext) -> Self {
    var copy = self
    let horizon = context.horizon
    copy.things.removeAll { $0.key.due.day(in: context.zone) > horizon }
    return copy
  }

  /// Notes that it cannot be told when something falls due.
  mutating func miss(_ topic: ReminderTopic, _ subject: ReminderSubject, _ reason: String) {
    unknown.append(UnknownDue(topic: topic, subject: subject, reason: reason))
  }
}
