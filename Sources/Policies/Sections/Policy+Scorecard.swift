public import Model

extension Policy {
  /// How scorecards are graded.
  public struct Scorecard: Hashable, Sendable {
    /// Which share of the weights must have data for a grade.
    public var leastCoverage = Share(percent: 60)
    /// The lowest score of grade A, 0 to 100.
    public var gradeA = 90
    /// The lowest score of grade B, 0 to 100.
    public var gradeB = 80
    /// The lowest score of grade C, 0 to 100.
    public var gradeC = 70
    /// The lowest score of grade D, 0 to 100; below it is E.
    public var gradeD = 50
  }

  /// How service credits are reckoned.
  public struct Credits: Hashable, Sendable {
    /// Which share of the charge of a period all credits together reach at most.
    public var cap = Share(percent: 15)
    /// How long after its period a credit can be claimed.
    public var claim = Period(known: 30, .day)
    /// How a credit is rounded, once, at the end.
    public var rounding = Rounding.halfAwayFromZero
  }

  static let scorecardKeys: [PolicyKey] = [
    PolicyKey(
      "scorecard.minCoverage",
      \.scorecard.leastCoverage,
      ShareForm(),
      "With data for a smaller share of the weights there is no grade."
    ),
    PolicyKey(
      "scorecard.gradeA",
      \.scorecard.gradeA,
      CountForm(0...100),
      "Lowest score of grade A."
    ),
    PolicyKey(
      "scorecard.gradeB",
      \.scorecard.gradeB,
      CountForm(0...100),
      "Lowest score of grade B."
    ),
    PolicyKey(
      "scorecard.gradeC",
      \.scorecard.gradeC,
      CountForm(0...100),
      "Lowest score of grade C."
    ),
    PolicyKey(
      "scorecard.gradeD",
      \.scorecard.gradeD,
      CountForm(0...100),
      "Lowest score of grade D; below it is E."
    ),
  ]

  static let creditKeys: [PolicyKey] = [
    PolicyKey(
      "credit.capPercent",
      \.credits.cap,
      ShareForm(),
      "Share of the charge of a period that all its credits together reach at most."
    ),
    PolicyKey(
      "credit.claim",
      \.credits.claim,
      PeriodForm.limit,
      "How long after the end of its period a credit can be claimed."
    ),
    PolicyKey(
      "credit.rounding",
      \.credits.rounding,
      ChoiceForm([.halfAwayFromZero, .halfEven]),
      "How a credit is rounded, once and at the end, where the contract says nothing."
    ),
  ]
}
