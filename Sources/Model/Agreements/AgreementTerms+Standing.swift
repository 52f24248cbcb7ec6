extension AgreementTerms {
  /// Where the agreement stands on a day.
  ///
  /// Facts after the day (a notice given later, an end by an act still to come) are left out.
  /// The calendar is the one that the agreement's notices follow; nil gives no ``safeNoticeOn``
  /// unless the adjustment is ``NoticeAdjustment/none``.
  public func standing(
    on day: CivilDay,
    calendar: BusinessCalendar?,
    defaults: DateDefaults = .standard
  ) -> AgreementStanding {
    StandingComputation(terms: self, day: day, calendar: calendar, defaults: defaults, steps: nil)
      .standing()
  }

  /// Where the agreement stands on a day, and by which steps that was found.
  ///
  /// The standing is that of ``standing(on:calendar:defaults:)``.
  public func explanation(
    on day: CivilDay,
    calendar: BusinessCalendar?,
    defaults: DateDefaults = .standard
  ) -> Explanation {
    let steps = StepRecorder()
    let computation = StandingComputation(
      terms: self,
      day: day,
      calendar: calendar,
      defaults: defaults,
      steps: steps
    )
    let standing = computation.standing()
    return Explanation(standing: standing, sentences: steps.sentences)
  }
}
