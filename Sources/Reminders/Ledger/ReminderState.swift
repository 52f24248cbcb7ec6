public import Model

/// Where a reminder is in the ledger.
///
/// The raw values are those of the store.
public enum ReminderState: String, CaseState {
  /// Its day is still to come.
  case planned
  /// It is being sent; whether it went out is not known until that is recorded.
  case queued
  /// It went out.
  case sent
  /// It came back.
  case notDelivered
  /// Another step of the same thing was sent in its place.
  case superseded
  /// The thing was done or is due on another day.
  case cancelled
  /// The person asked has taken note.
  case acknowledged
  /// The person asked wants to be reminded later.
  case snoozed
  /// It is now another person's; to be sent to that person.
  case handedOver
  /// What it asks for was decided or done.
  case decided

  /// What a case in one of the states is called.
  public static let subject = "reminder"

  /// Which states lead to which.
  public static let transitions = Transitions<Self>([
    .planned: [.queued, .superseded, .cancelled, .decided],
    .queued: [.queued, .sent, .notDelivered, .superseded, .cancelled, .decided],
    .sent: [
      .queued, .notDelivered, .cancelled, .acknowledged, .snoozed, .handedOver, .decided,
    ],
    .notDelivered: [
      .queued, .superseded, .cancelled, .acknowledged, .snoozed, .handedOver, .decided,
    ],
    .superseded: [],
    .cancelled: [.planned, .queued, .superseded],
    .acknowledged: [.queued, .acknowledged, .snoozed, .handedOver, .decided],
    .snoozed: [
      .queued, .superseded, .cancelled, .acknowledged, .snoozed, .handedOver, .decided,
    ],
    .handedOver: [
      .queued, .superseded, .cancelled, .acknowledged, .snoozed, .handedOver, .decided,
    ],
    .decided: [],
  ])

  /// The state in words.
  public var words: String {
    switch self {
    case .notDelivered: "not delivered"
    case .handedOver: "handed over"
    default: rawValue
    }
  }

  /// Whether the step counts as announced or given up, so that it is not announced again by itself.
  public var isHandled: Bool { self != .planned && self != .cancelled }

  /// Whether something may still come of it by itself, so that it is cancelled with its thing.
  public var isOpen: Bool {
    switch self {
    case .planned, .queued, .snoozed, .handedOver, .notDelivered: true
    case .sent, .superseded, .cancelled, .acknowledged, .decided: false
    }
  }
}
