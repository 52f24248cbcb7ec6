import Model

extension Policy {
  /// The keys `complaint.targets`, severity by severity.
  static let targetKeys: [PolicyKey] = Severity.allCases.flatMap(targetKeys)

  private static let form = OptionalForm(
    PeriodForm([.businessHour, .businessDay, .day, .month])
  )

  private static func targetKeys(_ severity: Severity) -> [PolicyKey] {
    [
      key(
        severity,
        "receipt",
        \.complaintTargets[severity].receipt,
        "until the automatic receipt is sent; 0bh is at once"
      ),
      key(
        severity,
        "acknowledge",
        \.complaintTargets[severity].acknowledge,
        "until a person has acknowledged it with a case number and a name"
      ),
      key(
        severity,
        "assess",
        \.complaintTargets[severity].assess,
        "until the first assessment is recorded"
      ),
      key(
        severity,
        "respond",
        \.complaintTargets[severity].respond,
        "until the decision is sent"
      ),
      key(
        severity,
        "extension",
        \.complaintTargets[severity].furtherTime,
        "that may be added to this once the complainant was told why"
      ),
      key(
        severity,
        "resolve",
        \.complaintTargets[severity].resolve,
        "until the remedy is done and closing is asked for"
      ),
      key(
        severity,
        "update",
        \.complaintTargets[severity].update,
        "between two messages to the complainant"
      ),
      key(
        severity,
        "consent",
        \.complaintTargets[severity].consent,
        "for the answer whether to close it; with none consent.wait applies"
      ),
    ]
  }

  private static func key(
    _ severity: Severity,
    _ column: String,
    _ path: any WritableKeyPath<Policy, Period?> & Sendable,
    _ sentence: String
  ) -> PolicyKey {
    PolicyKey(
      "complaint.targets.\(severity.rawValue).\(column)",
      path,
      form,
      "Time of a \(severity.rawValue) complaint \(sentence)."
    )
  }
}
