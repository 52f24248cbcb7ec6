public import Model

extension Policy {
  /// When a result counts as due soon, as late, as grave.
  public struct Judgement: Hashable, Sendable {
    /// How long before its due day a thing is due soon, in calendar days.
    public var dueSoonLead = Period(known: 30, .day)
    /// How long a review may be late without a finding, in calendar days.
    public var reviewGrace = Period(known: 0, .day)
    /// How long a thing may be overdue before a minor finding becomes major, in calendar days.
    public var overdueUpgrade = Period(known: 90, .day)
    /// How many subjects must fail one rule before its minor findings become major.
    public var systemicCount = 3
    /// Which share of the subjects of a rule must fail as well for that.
    public var systemicShare = Share(percent: 25)
    /// How long a role may be vacant as a minor finding, in calendar days.
    public var vacancyMinor = Period(known: 30, .day)
  }

  static let generalKeys: [PolicyKey] = [
    PolicyKey(
      "edition",
      \.edition,
      ChoiceForm(),
      "Edition of ISO/IEC 20000-1 whose clauses are judged."
    ),
    PolicyKey(
      "knowledgeMode",
      \.knowledge,
      ChoiceForm(),
      """
      Which recordings count: knownNow takes all that is recorded today, knownThen only what was \
      recorded by the end of the day for which is answered.
      """
    ),
    PolicyKey(
      "dueSoon.lead",
      \.judgement.dueSoonLead,
      PeriodForm([.day]),
      "How long before its due day a thing is due soon."
    ),
    PolicyKey(
      "grace.review",
      \.judgement.reviewGrace,
      PeriodForm([.day]),
      "How long after its due day a review is not yet overdue."
    ),
    PolicyKey(
      "upgrade.overdue",
      \.judgement.overdueUpgrade,
      PeriodForm([.day]),
      "A minor finding overdue for longer than this becomes major."
    ),
    PolicyKey(
      "upgrade.systemicCount",
      \.judgement.systemicCount,
      CountForm(1...1_000),
      "If this many subjects fail one rule, and the share below as well, minor becomes major."
    ),
    PolicyKey(
      "upgrade.systemicShare",
      \.judgement.systemicShare,
      ShareForm(),
      "Share of the subjects in scope that must fail for that."
    ),
    PolicyKey(
      "vacancy.minor",
      \.judgement.vacancyMinor,
      PeriodForm([.day]),
      "A role vacant for longer than this is a major finding, before it a minor one."
    ),
  ]
}
