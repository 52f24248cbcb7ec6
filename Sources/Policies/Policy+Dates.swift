public import Model

extension Policy {
  /// What applies to the dates of an agreement that says nothing itself.
  ///
  /// An agreement without a tier is reviewed as often as a strategic one: what is not known never
  /// loosens a check.
  public func dateDefaults(for tier: Tier?) -> DateDefaults {
    var defaults = DateDefaults.standard
    defaults.noticeConvention = notice.convention
    defaults.noticeAdjustment = notice.adjustment
    defaults.noticeDelivery = notice.delivery
    defaults.reviewInterval = reviews.contract(tier)
    defaults.dueSoonLead = judgement.dueSoonLead.days ?? defaults.dueSoonLead
    return defaults
  }
}
