import Model

extension Policy {
  static let complaintKeys: [PolicyKey] = intakeKeys + figureKeys + consentKeys + escalationKeys

  private static let intakeKeys: [PolicyKey] = [
    PolicyKey(
      "complaint.procedureReview",
      \.complaints.procedureReview,
      PeriodForm.interval,
      "How often the complaint procedure is reviewed."
    ),
    PolicyKey(
      "intake.triage",
      \.complaints.triage,
      PeriodForm([.businessHour, .businessDay], least: 1),
      "How long a message that may be a complaint waits for a decision at most."
    ),
    PolicyKey(
      "intake.triageMajor",
      \.complaints.triageMajor,
      PeriodForm([.businessHour, .businessDay], least: 1),
      "A message that waits for longer than this is a major finding."
    ),
    PolicyKey(
      "complaint.complete",
      \.complaints.complete,
      PeriodForm.limit,
      "How long a complaint may lack a mandatory field."
    ),
    PolicyKey(
      "complaint.idle",
      \.complaints.idle,
      PeriodForm.limit,
      "How long an investigation may stand without a new entry."
    ),
    PolicyKey(
      "complaint.warning",
      \.complaints.warning,
      ShareForm(),
      "Share of a target after which a warning is given."
    ),
    PolicyKey(
      "complaint.majorFactor",
      \.complaints.majorFactor,
      CountForm(1...100),
      "A complaint that takes more than this many times its time to resolve is a major finding."
    ),
    PolicyKey(
      "complaint.pauseCap",
      \.complaints.pauseCap,
      PeriodForm([.businessDay]),
      "How long the clock rests in all while the complainant is asked."
    ),
  ]

  private static let figureKeys: [PolicyKey] = [
    PolicyKey(
      "complaint.report",
      \.complaints.report,
      ChoiceForm(),
      "How often complaints are reported, also when there were none."
    ),
    PolicyKey(
      "complaint.reportLag",
      \.complaints.reportLag,
      PeriodForm.limit,
      "How long after the end of its period the report is issued."
    ),
    PolicyKey(
      "complaint.reopenWindow",
      \.complaints.reopenWindow,
      PeriodForm([.day]),
      "How long after its end a complaint of the same cause is opened again."
    ),
    PolicyKey(
      "complaint.repeatWindow",
      \.complaints.repeatWindow,
      PeriodForm([.day]),
      "Within what time the same cause at the same customer counts as a repeat."
    ),
  ]

  private static let consentKeys: [PolicyKey] = [
    PolicyKey(
      "consent.wait",
      \.complaints.consentWait,
      PeriodForm.limit,
      """
      How long after the question whether to close a case it stays open without an answer. A \
      severity can have its own time, see complaint.targets.
      """
    ),
    PolicyKey(
      "consent.reminders",
      \.complaints.consentReminders,
      CountForm(0...20),
      "How many reminders come before the case counts as closed without an answer."
    ),
    PolicyKey(
      "consent.reminderGap",
      \.complaints.consentReminderGap,
      PeriodForm.limit,
      "How long two of these reminders are apart at least."
    ),
  ]

  private static let escalationKeys: [PolicyKey] = [
    PolicyKey(
      "escalation.after",
      \.complaints.escalationAfter,
      PeriodForm.limit,
      "How long after a missed target or a rejected decision a complaint is escalated."
    ),
    PolicyKey(
      "escalation.level2",
      \.complaints.escalationLevel2,
      PeriodForm.limit,
      "How long the relationship manager has before the head of service management takes over."
    ),
    PolicyKey(
      "escalation.level3",
      \.complaints.escalationLevel3,
      PeriodForm.limit,
      "How long the head of service management has before top management takes over."
    ),
    PolicyKey(
      "escalation.majorMissed",
      \.complaints.escalationMajorMissed,
      CountForm(1...4),
      "If this many levels did not react in time, that is a major finding."
    ),
  ]
}
