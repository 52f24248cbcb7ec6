/// What a rule says of a subject: never only yes or no.
public enum Result: String, Sendable, CaseIterable, Codable {
  /// It holds.
  case pass
  /// It holds, and will not for long unless something is done.
  case dueSoon
  /// It does not hold.
  case fail
  /// It cannot be shown, because something is not known; for an auditor no pass.
  case insufficientData
  /// It does not concern the subject.
  case notApplicable
  /// It does not hold, and somebody accepted that for a time.
  case waived
}
