/// What happened to a complaint, in order, each step allowed.
public struct ComplaintHistory: Hashable, Sendable {
  /// When it arrived at our boundary.
  public let receivedAt: Instant
  /// What happened since, by time; the arrival itself is left out.
  public let events: [ComplaintEvent]

  /// Makes a history from events in any order; of events of one second the order given counts.
  ///
  /// - Throws: ``ComplaintFault`` at the first event that cannot be.
  public init(receivedAt: Instant, events: [ComplaintEvent]) throws(ComplaintFault) {
    self.receivedAt = receivedAt
    let sorted = events.enumerated().sorted {
      ($0.element.at, $0.offset) < ($1.element.at, $1.offset)
    }
    .map(\.element)
    let isArrival = sorted.first.map { $0.at == receivedAt && $0.state == .received } ?? false
    self.events = Array(sorted.dropFirst(isArrival ? 1 : 0))
    var state = ComplaintState.received
    for event in self.events {
      guard event.at >= receivedAt else { throw .beforeReceipt(at: event.at) }
      guard let next = event.state else { continue }
      do throws(TransitionRefusal) {
        try Self.check(event, from: state)
      } catch {
        throw .refused(error, at: event.at)
      }
      state = next
    }
  }

  private static func check(
    _ event: ComplaintEvent,
    from state: ComplaintState
  ) throws(TransitionRefusal) {
    if case .closed(let kind?) = event.what { return try state.check(closing: kind) }
    if let next = event.state { try ComplaintState.transitions.check(from: state, to: next) }
  }

  /// The part of the history up to and with an instant.
  public func known(at instant: Instant) -> Self {
    Self(receivedAt, events.filter { $0.at <= instant })
  }

  private init(_ receivedAt: Instant, _ events: [ComplaintEvent]) {
    self.receivedAt = receivedAt
    self.events = events
  }

  /// The state after the last event.
  public var state: ComplaintState { events.last { $0.state != nil }?.state ?? .received }

  /// When the state after the last event was entered.
  public var stateSince: Instant { events.last { $0.state != nil }?.at ?? receivedAt }

  /// When one of the states was entered for the first time, or nil.
  func firstEntry(into states: ComplaintState...) -> Instant? {
    events.first { $0.state.map(states.contains) ?? false }?.at
  }

  /// The spans in which a state lasted; the end is nil for one that still lasts.
  public func spans(of state: ComplaintState) -> [(from: Instant, until: Instant?)] {
    let entries = events.filter { $0.state != nil }
    return entries.indices.filter { entries[$0].state == state }.map { index in
      let next = index + 1 < entries.count ? entries[index + 1].at : nil
      return (entries[index].at, next)
    }
  }
}

/// Why events cannot be the history of a complaint.
public enum ComplaintFault: Error, Hashable, Sendable {
  /// An event lies before the arrival.
  case beforeReceipt(at: Instant)
  /// A state does not lead to the one that follows.
  case refused(TransitionRefusal, at: Instant)

  /// The reason as a sentence.
  public var sentence: String {
    switch self {
    case .beforeReceipt(let instant): "\(instant) lies before the receipt of the complaint."
    case .refused(let refusal, let instant): "\(instant): \(refusal.sentence)"
    }
  }
}
