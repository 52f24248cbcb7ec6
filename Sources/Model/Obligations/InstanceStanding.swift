/// Where an instance of an obligation stands on a day.
public struct InstanceStanding: Hashable, Sendable {
  /// The state of an instance.
  public enum State: String, Sendable, CaseIterable {
    /// It has not come up yet.
    case planned
    /// It has come up and nothing has arrived.
    case open
    /// A proof has arrived and waits to be judged.
    case submitted
    /// A proof was accepted.
    case accepted
    /// The last proof was rejected; a better one is owed.
    case rejected
    /// We said that it is not owed.
    case waived
    /// It fell away.
    case cancelled
  }

  /// Whether the accepted proof came in time.
  public enum Timeliness: Hashable, Sendable {
    /// It arrived on the due day, before it, or within the grace time.
    case inTime
    /// It arrived that many calendar days after the due day.
    case late(days: Int)
  }

  /// The state.
  public let state: State
  /// How the due day stands; nil if nothing is owed any more, or if the due day is not known.
  public let dueState: DueState?
  /// Whether the accepted proof came in time, by the day of its receipt; nil unless one was
  /// accepted and the due day is known.
  public let timeliness: Timeliness?
  /// The last day for a better proof; nil unless the last one was rejected and the day is known.
  public let resubmitBy: CivilDay?
  /// Why a due day or a day for a better proof is not known, or nil.
  public let gap: DateGap?

  /// Whether it is fulfilled, but late.
  public var isSatisfiedLate: Bool {
    if case .late = timeliness { return true }
    return false
  }

  /// Whether it is owed and the grace time is over.
  public var isOverdue: Bool {
    if case .overdue = dueState { return true }
    return false
  }
}

extension ObligationSchedule.Instance {
  /// Where the instance stands at the end of a day.
  ///
  /// What settles it first stays: acceptance, waiver, or that it fell away; on one day in this
  /// order. Until a proof is accepted it is owed and, past due, overdue, whatever has arrived. A
  /// rejected proof is due again after `resubmit`, counted from the rejection, if no day was set.
  public func standing(
    on day: CivilDay,
    facts: InstanceFacts = InstanceFacts(),
    leadDays: Int = 30,
    resubmit: Period = .usualResubmission,
    calendar: BusinessCalendar?
  ) -> InstanceStanding {
    let facts = facts.known(on: day)
    if let settled = settled(by: facts) { return settled }
    let dueState = due.map {
      DueState(due: $0, on: day, leadDays: leadDays, graceDays: graceDays)
    }
    guard let last = facts.lastSubmission else {
      return InstanceStanding(state: self.day > day ? .planned : .open, dueState, gap: gap)
    }
    guard case .rejected(let rejectedOn, let limit)? = last.decision else {
      return InstanceStanding(state: .submitted, dueState, gap: gap)
    }
    do throws(DateGap) {
      var limit = limit
      if limit == nil { limit = try rejectedOn.adding(resubmit, calendar) }
      return InstanceStanding(state: .rejected, dueState, resubmitBy: limit, gap: gap)
    } catch {
      return InstanceStanding(state: .rejected, dueState, gap: gap ?? error)
    }
  }

  /// The standing if something in the facts, which are those known, has settled the instance.
  private func settled(by facts: InstanceFacts) -> InstanceStanding? {
    let accepted = facts.submissions.compactMap {
      submission -> (on: CivilDay, received: CivilDay)? in
      guard case .accepted(let day)? = submission.decision else { return nil }
      return (day, submission.receivedOn)
    }
    let acceptedOn = accepted.map(\.on).min()
    let settlements: [(day: CivilDay?, state: InstanceStanding.State)] = [
      (acceptedOn, .accepted), (facts.waivedOn, .waived), (facts.cancelledOn, .cancelled),
    ]
    let first = settlements.compactMap(\.day).min()
    guard let first, let state = settlements.first(where: { $0.day == first })?.state else {
      return nil
    }
    guard state == .accepted, let received = accepted.map(\.received).min() else {
      return InstanceStanding(state: state, nil, gap: nil)
    }
    return InstanceStanding(
      state: .accepted,
      nil,
      timeliness: due.map { due in
        received <= due.adding(days: graceDays) ? .inTime : .late(days: due.days(to: received))
      },
      gap: gap
    )
  }
}

extension InstanceStanding {
  fileprivate init(
    state: State,
    _ dueState: DueState?,
    timeliness: Timeliness? = nil,
    resubmitBy: CivilDay? = nil,
    gap: DateGap?
  ) {
    self.state = state
    self.dueState = dueState
    self.timeliness = timeliness
    self.resubmitBy = resubmitBy
    self.gap = gap
  }
}

extension Period {
  /// How long the debtor has for a better proof unless said otherwise: five business days.
  public static let usualResubmission = Self(known: 5, .businessDay)
}
