/// Where an agreement stands on a day: its state and the dates that matter next.
///
/// A date is nil if it does not exist or cannot be computed; ``noticeGap`` and ``businessDayGap``
/// say why.
public struct AgreementStanding: Hashable, Sendable {
  /// The derived state.
  public var status: AgreementStatus
  /// The term that runs on the day, or is the next to run; nil without a known start or end, and
  /// after the end.
  public var currentTerm: Term?
  /// The last day as it stands: of the current term, or the one fixed by notice or by the act that
  /// ended it; nil while it is open.
  public var termEnd: CivilDay?
  /// The last day with all renewals taken; nil if there is none or it is not known.
  public var latestPossibleEnd: CivilDay?
  /// The last day for notice by the words of the agreement, for the current term or the earliest
  /// possible end; it stays when it has passed.
  public var noticeDeadline: CivilDay?
  /// The deadline moved to a business day.
  public var safeNoticeOn: CivilDay?
  /// The last day to send the notice.
  public var dispatchBy: CivilDay?
  /// The end if notice is given in time from now on.
  public var boundUntil: CivilDay?
  /// The end if the deadline at ``noticeDeadline`` is missed; nil if nothing is known after it.
  public var boundUntilIfMissed: CivilDay?
  /// Why there is no ``noticeDeadline``, or nil if there is one.
  public var noticeGap: DateGap?
  /// Why there is no ``safeNoticeOn`` or ``dispatchBy`` though there is a deadline, else nil.
  public var businessDayGap: DateGap?
  /// The day for which all this holds.
  public var asOf: CivilDay

  /// Calendar days left until ``dispatchBy``: 0 on the day, negative after it.
  public var daysToDispatch: Int? { dispatchBy.map { asOf.days(to: $0) } }

  /// Calendar days left until ``noticeDeadline``: 0 on the day, negative after it.
  public var daysToDeadline: Int? { noticeDeadline.map { asOf.days(to: $0) } }

  /// How pressing the notice is, or nil without a deadline.
  ///
  /// Without a computable ``dispatchBy`` the state only says whether the deadline has passed.
  public var noticeState: NoticeState? {
    noticeDeadline.map { NoticeState(on: asOf, dispatchBy: dispatchBy, deadline: $0) }
  }

  init(status: AgreementStatus, asOf: CivilDay) {
    self.status = status
    self.asOf = asOf
  }
}

/// How pressing a notice is on a day.
public enum NoticeState: Hashable, Sendable {
  /// There is time: the day of dispatch has not passed.
  case inTime
  /// The day of dispatch has passed, the deadline has not: send by the fastest provable way.
  case sendNow
  /// The deadline passed that many days ago.
  case missed(daysAgo: Int)

  /// Judges a day against the dates of a notice; both days themselves are in time.
  public init(on day: CivilDay, dispatchBy: CivilDay?, deadline: CivilDay) {
    if day > deadline {
      self = .missed(daysAgo: deadline.days(to: day))
    } else if let dispatchBy, day > dispatchBy {
      self = .sendNow
    } else {
      self = .inTime
    }
  }
}
