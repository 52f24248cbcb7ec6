public import Model

extension Policy {
  /// How satisfaction is measured and improvements are followed.
  public struct Satisfaction: Hashable, Sendable {
    /// How often the satisfaction of a customer is measured.
    public var surveyInterval = Period(known: 12, .month)
    /// How many answers a survey needs at least.
    public var leastAnswers = 5
    /// Which share of those invited must answer at least.
    public var leastRate = Share(percent: 20)
    /// With fewer business customers than this each one must be asked in every interval.
    public var eachBelow = 10
    /// How long the analysis of a closed survey may take.
    public var analysis = Period(known: 30, .day)
    /// How long an improvement may take to be registered.
    public var improvementRegister = Period(known: 10, .businessDay)
    /// How long a registered improvement may be late without a new plan, in calendar days.
    public var improvementOverdue = Period(known: 30, .day)
  }

  static let satisfactionKeys: [PolicyKey] = [
    PolicyKey(
      "survey.interval",
      \.satisfaction.surveyInterval,
      PeriodForm.interval,
      "How often the satisfaction of a customer is measured."
    ),
    PolicyKey(
      "survey.minAnswers",
      \.satisfaction.leastAnswers,
      CountForm(1...100_000),
      "A survey with fewer answers than this is not representative."
    ),
    PolicyKey(
      "survey.minRate",
      \.satisfaction.leastRate,
      ShareForm(),
      "A survey that a smaller share of those invited has answered is not representative."
    ),
    PolicyKey(
      "survey.eachBelow",
      \.satisfaction.eachBelow,
      CountForm(0...1_000),
      "With fewer business customers than this each one is asked in every interval."
    ),
    PolicyKey(
      "survey.analysis",
      \.satisfaction.analysis,
      PeriodForm.limit,
      "How long after its end a survey is analysed."
    ),
    PolicyKey(
      "improvement.register",
      \.satisfaction.improvementRegister,
      PeriodForm.limit,
      "How long after it was agreed an improvement is in the register."
    ),
    PolicyKey(
      "improvement.overdue",
      \.satisfaction.improvementOverdue,
      PeriodForm([.day]),
      "How long an improvement may be past its day without a new plan."
    ),
  ]
}
