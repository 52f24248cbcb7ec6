public import Model

extension Policy {
  /// How obligations and their evidence are judged.
  public struct Obligations: Hashable, Sendable {
    /// How long after its period an obligation is due.
    public var dueOffset = Period(known: 10, .businessDay)
    /// How long there is to submit rejected evidence again.
    public var resubmit = Period(known: 5, .businessDay)
    /// How many missed instances in a row are a major finding.
    public var majorInARow = 3
    /// How long after the end of its period a SOC 2 report is valid.
    public var soc2LargestAge = Period(known: 12, .month)
    /// How long after that the next report may take to be issued, in calendar days.
    public var soc2IssueGrace = Period(known: 90, .day)
    /// How long a gap between two reports a letter can bridge.
    public var soc2LongestBridge = Period(known: 3, .month)
    /// How long before its end a new certificate is asked for, in calendar days.
    public var certificateChase = Period(known: 60, .day)
    /// How often each clause is assessed.
    public var assessmentInterval = Period(known: 12, .month)
    /// Whether a finding must be verified by another person than did it.
    public var verifierIsNotDoer = true
  }

  static let obligationKeys: [PolicyKey] = instanceKeys + evidenceKeys

  private static let instanceKeys: [PolicyKey] = [
    PolicyKey(
      "obligation.dueOffset",
      \.obligations.dueOffset,
      PeriodForm([.day, .businessDay, .month]),
      "How long after the end of its period an obligation is due, if it says nothing itself."
    ),
    PolicyKey(
      "obligation.resubmit",
      \.obligations.resubmit,
      PeriodForm.limit,
      "How long there is to submit rejected evidence again."
    ),
    PolicyKey(
      "obligation.majorInARow",
      \.obligations.majorInARow,
      CountForm(1...120),
      "If this many instances in a row were missed, that is a major finding."
    ),
  ]

  private static let evidenceKeys: [PolicyKey] = [
    PolicyKey(
      "soc2.maxAge",
      \.obligations.soc2LargestAge,
      PeriodForm([.month], least: 1),
      "How long after the end of its period a SOC 2 report is valid."
    ),
    PolicyKey(
      "soc2.issueGrace",
      \.obligations.soc2IssueGrace,
      PeriodForm([.day]),
      "How long after that the next report may still be on its way."
    ),
    PolicyKey(
      "soc2.bridgeMax",
      \.obligations.soc2LongestBridge,
      PeriodForm([.month]),
      "How long a gap between two reports may be if a letter bridges it."
    ),
    PolicyKey(
      "certificate.chase",
      \.obligations.certificateChase,
      PeriodForm([.day]),
      "How long before its end a new certificate is asked for."
    ),
    PolicyKey(
      "assessment.interval",
      \.obligations.assessmentInterval,
      PeriodForm.interval,
      "How often each clause is assessed."
    ),
    PolicyKey(
      "finding.verifierNotDoer",
      \.obligations.verifierIsNotDoer,
      FlagForm(),
      "Whether the person who verifies a finding must be another than the one who did the work."
    ),
  ]
}
