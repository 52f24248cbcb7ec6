public import Model

extension Policy {
  /// How complaints are handled.
  public struct Complaints: Hashable, Sendable {
    /// How often the complaint procedure is reviewed.
    public var procedureReview = Period(known: 12, .month)
    /// How long a message that may be a complaint may wait.
    public var triage = Period(known: 8, .businessHour)
    /// How long it may wait before that is a major finding.
    public var triageMajor = Period(known: 5, .businessDay)
    /// How long a complaint may lack a mandatory field.
    public var complete = Period(known: 2, .businessDay)
    /// How long an investigation may stand without an entry.
    public var idle = Period(known: 10, .businessDay)
    /// Which share of a target has passed when a warning is given.
    public var warning = Share(percent: 80)
    /// A complaint that takes more than this many times its time to resolve is a major finding.
    public var majorFactor = 2
    /// How long the clock may rest in all while the complainant is asked.
    public var pauseCap = Period(known: 20, .businessDay)
    /// How often complaints are reported.
    public var report = Frequency.quarterly
    /// How long after its period a complaint report may be issued.
    public var reportLag = Period(known: 10, .businessDay)
    /// How long a closed complaint can be reopened, in calendar days.
    public var reopenWindow = Period(known: 30, .day)
    /// Within what time the same cause at the same customer is a repeat, in calendar days.
    public var repeatWindow = Period(known: 180, .day)
    /// How long the complainant has to answer whether the case may be closed.
    public var consentWait = Period(known: 10, .businessDay)
    /// How many reminders come before a case counts as closed without an answer.
    public var consentReminders = 2
    /// How long two such reminders are apart at least.
    public var consentReminderGap = Period(known: 5, .businessDay)
    /// How long after its target a complaint must be escalated.
    public var escalationAfter = Period(known: 1, .businessDay)
    /// How long level 2 has to solve it.
    public var escalationLevel2 = Period(known: 5, .businessDay)
    /// How long level 3 has to solve it.
    public var escalationLevel3 = Period(known: 10, .businessDay)
    /// How many levels that did not react in time are a major finding.
    public var escalationMajorMissed = 2
  }
}
