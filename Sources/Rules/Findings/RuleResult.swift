public import Model

/// What came of one rule for one subject as of a day.
///
/// The raw values stand in outputs. There are more than two results, because data that is missing
/// must never read as a pass.
public enum RuleResult: String, Sendable, CaseIterable, Codable {
  /// The records show that the rule is met.
  case pass
  /// The rule is met, and something falls due within the lead or grace time.
  case dueSoon
  /// The records show that the rule is not met.
  case fail
  /// The records do not suffice for a judgement; for an auditor it cannot be demonstrated.
  case insufficientData
  /// The rule does not concern the subject.
  case notApplicable
  /// The rule is not met, or cannot be judged, and an unexpired waiver covers that.
  case waived

  /// Whether the records demonstrate that the rule is met.
  public var isDemonstrated: Bool { self == .pass || self == .dueSoon }

  /// Whether the result is shown among those that somebody has to act on now.
  public var isShownAsFailure: Bool { self == .fail || self == .insufficientData }

  /// The grade of the finding of a rule that has no grade of its own for this result.
  ///
  /// Nil means that there is no finding or, for ``fail``, that the rule itself must say the grade.
  public var usualGrade: Grade? {
    switch self {
    case .dueSoon: .observation
    case .insufficientData: .minor
    case .pass, .fail, .notApplicable, .waived: nil
    }
  }

  /// All results, the worst first: what is not met, not shown, soon due, waived, met, no concern.
  public static let byGravity: [Self] = [
    .fail, .insufficientData, .dueSoon, .waived, .pass, .notApplicable,
  ]

  /// The worst of some results, such as those of all subjects for one clause.
  ///
  /// Of none the worst is nil, which is not a pass.
  public static func worst(of results: some Sequence<Self>) -> Self? {
    let found = Set(results)
    return byGravity.first(where: found.contains)
  }

  /// The result in words, such as `Cannot be shown`.
  public var words: String {
    switch self {
    case .pass: "Holds"
    case .dueSoon: "Due soon"
    case .fail: "Fails"
    case .insufficientData: "Cannot be shown"
    case .notApplicable: "Not concerned"
    case .waived: "Waived"
    }
  }
}
