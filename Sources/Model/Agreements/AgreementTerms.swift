/// The stored facts of an agreement from which its dates follow.
///
/// Every fact is optional; nil means that nobody said it. Days are civil days; last days are
/// inclusive.
public struct AgreementTerms: Hashable, Sendable {
  /// The day of the last signature.
  public var signedOn: CivilDay?
  /// The first day.
  public var startsOn: CivilDay?
  /// The last day of the initial term; outranks ``initialTerm`` and ``openEnded``.
  public var endsOn: CivilDay?
  /// Whether there is no agreed end.
  public var openEnded: Bool?
  /// The last day on which the agreement can still be in force, renewals included.
  public var latestPossibleEnd: CivilDay?
  /// The last day on which it was in force, where it ended by an act.
  public var endedOn: CivilDay?
  /// The length of the first term; of an open-ended agreement the least length.
  public var initialTerm: Period?
  /// How it goes on after the term.
  public var renewal: RenewalKind?
  /// The length of each further term.
  public var renewalTerm: Period?
  /// How many further terms there can be; nil is without limit.
  public var maxRenewals: Int?
  /// How long before the end notice must be given.
  public var noticePeriod: Period?
  /// From where days and weeks of notice are counted.
  public var noticeBase: NoticeBase?
  /// To which days notice can end the agreement; nil is ``NoticeTarget/termEnd`` for an agreement
  /// with an end and ``NoticeTarget/anyTime`` for one without.
  public var noticeTo: NoticeTarget?
  /// What must happen by the deadline.
  public var noticeRule: NoticeCount?
  /// How months of notice are counted.
  public var noticeConvention: NoticeConvention?
  /// Where a deadline goes that is no business day.
  public var noticeAdjustment: NoticeAdjustment?
  /// How long a letter takes.
  public var noticeDelivery: Period?
  /// The day on which notice was received, or sent where dispatch counts.
  public var noticeGivenOn: CivilDay?
  /// What the source says of the state.
  public var declaredStatus: DeclaredStatus?

  /// Makes terms that say nothing.
  public init() {}

  /// The notice rule with the defaults filled in, or nil without a notice period.
  public func notice(defaults: DateDefaults) -> NoticeRule? {
    guard let noticePeriod else { return nil }
    return NoticeRule(
      period: noticePeriod,
      base: noticeBase ?? defaults.noticeBase,
      target: noticeTo ?? (endsOn == nil && openEnded == true ? .anyTime : .termEnd),
      convention: noticeConvention ?? defaults.noticeConvention,
      adjustment: noticeAdjustment ?? defaults.noticeAdjustment,
      counts: noticeRule ?? defaults.noticeCount,
      delivery: noticeDelivery ?? defaults.noticeDelivery
    )
  }

  /// The last day of the initial term: as stated, else from start and initial term, else nil.
  public var initialEnd: CivilDay? {
    if let endsOn { return endsOn }
    guard openEnded != true, let startsOn, let initialTerm else { return nil }
    return Term.end(startingOn: startsOn, length: initialTerm)
  }
}
