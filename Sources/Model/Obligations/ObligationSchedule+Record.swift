extension ObligationSchedule {
  /// Makes the schedule that a record of an obligation lays down.
  ///
  /// - Parameters:
  ///   - obligation: The record; it recurs from its first day on, or is owed once.
  ///   - dueOffset: How long after the last day covered it is due if the record does not say.
  /// - Throws: ``RecurrenceProblem`` if the record has a rule that cannot be read.
  public init(_ obligation: Obligation, dueOffset: Period) throws(RecurrenceProblem) {
    let start = obligation.startsOn
    let rule = try obligation.recurrence.map { text throws(RecurrenceProblem) in
      try RecurrenceRule(text)
    }
    self.init(
      rule.map { .recurring(Recurrence(rule: $0, start: start)) } ?? .once(start),
      coverage: obligation.coverage.flatMap { CoveredPeriod(rawValue: $0.rawValue) } ?? .none,
      dueOffset: obligation.dueOffset ?? dueOffset,
      adjustment: obligation.adjustment.flatMap { NoticeAdjustment(rawValue: $0.rawValue) }
        ?? .following,
      grace: obligation.grace ?? .zero
    )
    validThrough = obligation.validThrough
  }
}
