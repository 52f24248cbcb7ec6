public import Model

extension Policy {
  /// How often is reviewed, and what must follow.
  public struct Reviews: Hashable, Sendable {
    /// The interval of service reviews with a customer.
    public var service = Period(known: 12, .month)
    /// The interval of interim meetings with a strategic customer; other customers have none.
    public var interimStrategic = Period(known: 3, .month)
    /// The interval of reviews of an SLA.
    public var sla = Period(known: 12, .month)
    /// The interval of reviews of an agreement with an internal supplier.
    public var ola = Period(known: 12, .month)
    /// The intervals of contract reviews by tier.
    public var contracts = ByTier(Period(known: 12, .month))
    /// The intervals of performance reviews by tier; commodity suppliers have none.
    public var performances = ByTier<Period?>(
      strategic: Period(known: 3, .month),
      tactical: Period(known: 6, .month),
      operational: Period(known: 12, .month),
      commodity: nil
    )
    /// What a review does to the next due day.
    public var duePolicy = ReviewSchedule.Policy.rolling
    /// How long before a slot a review may be held and still fill it, in calendar days.
    public var early = Period(known: 30, .day)
    /// How long the minutes of a meeting may take.
    public var minutesMost = Period(known: 10, .businessDay)
    /// How long a decided change may take to be raised.
    public var changeAfterDecision = Period(known: 20, .businessDay)
    /// How often the list of stakeholders is confirmed.
    public var stakeholdersConfirm = Period(known: 12, .month)
    /// How often a communication plan is approved anew.
    public var communicationPlanConfirm = Period(known: 12, .month)

    /// The interval of contract reviews; without a tier that of strategic suppliers.
    public func contract(_ tier: Tier?) -> Period { contracts[tier ?? .strategic] }

    /// The interval of performance reviews, or nil if the tier has none; without a tier that of
    /// strategic suppliers.
    public func performance(_ tier: Tier?) -> Period? { performances[tier ?? .strategic] }
  }
}
