/// What happened to a dispute, in order, each step allowed.
public struct DisputeHistory: Hashable, Sendable {
  /// A stage and the day of its first step.
  public struct Entry: Hashable, Sendable {
    /// The stage.
    public let stage: DisputeStage
    /// The day.
    public let day: CivilDay
  }

  /// The day on which it was raised.
  public let openedOn: CivilDay
  /// The stages, in order, the first one being that it was raised.
  public let entries: [Entry]
  /// The days on which something was done, in order.
  public let days: [CivilDay]

  /// Makes a history from events in any order; of events of one day the order given counts.
  ///
  /// A step that repeats the stage, or a negotiation without a level that goes on, changes nothing.
  ///
  /// - Parameters:
  ///   - openedOn: The day on which it was raised.
  ///   - events: What happened.
  ///   - highestLevel: The highest level of the negotiation, from 1.
  /// - Throws: ``DisputeFault`` at the first event that cannot be.
  public init(
    openedOn: CivilDay,
    events: [DisputeEvent],
    highestLevel: Int = 3
  ) throws(DisputeFault) {
    let sorted = events.enumerated().sorted {
      ($0.element.day, $0.offset) < ($1.element.day, $1.offset)
    }
    .map(\.element)
    var entries = [Entry(stage: DisputeStage(.raised), day: openedOn)]
    var stage = DisputeStage(.raised)
    for event in sorted {
      guard event.day >= openedOn else { throw .beforeOpening(on: event.day) }
      guard let next = event.stage(after: stage), next != stage else { continue }
      do throws(TransitionRefusal) {
        try stage.check(to: next, highestLevel: highestLevel)
      } catch {
        throw .refused(error, on: event.day)
      }
      stage = next
      entries.append(Entry(stage: stage, day: event.day))
    }
    self.init(openedOn, entries, [openedOn] + sorted.map(\.day))
  }

  private init(_ openedOn: CivilDay, _ entries: [Entry], _ days: [CivilDay]) {
    self.openedOn = openedOn
    self.entries = entries
    self.days = days
  }

  /// The part of the history up to and with a day, which is not before it was raised.
  func known(on day: CivilDay) -> Self {
    Self(openedOn, entries.filter { $0.day <= day }, days.filter { $0 <= day })
  }
}

/// Why events cannot be the history of a dispute.
public enum DisputeFault: Error, Hashable, Sendable {
  /// An event lies before it was raised.
  case beforeOpening(on: CivilDay)
  /// A stage does not lead to the one that follows.
  case refused(TransitionRefusal, on: CivilDay)

  /// The reason as a sentence.
  public var sentence: String {
    switch self {
    case .beforeOpening(let day): "\(day) lies before the day on which the dispute was raised."
    case .refused(let refusal, let day): "\(day): \(refusal.sentence)"
    }
  }
}
