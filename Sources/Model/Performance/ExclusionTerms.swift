/// What decides whether time is left out of a measurement.
///
/// An exclusion needs a reason and an approver, and maintenance needs notice in time; without them
/// it does not count, see ``defects(noticeDays:)``. ``Exclusion`` is the record of it.
public struct ExclusionTerms: Hashable, Sendable {
  /// What sort of time it is.
  public let kind: Exclusion.Kind
  /// The reason in words; nil or blank if nobody gave one.
  public let reason: String?
  /// Who approved it; nil or blank if nobody did.
  public let approver: String?
  /// The first day of the excluded time; nil if it is not known.
  public let beganOn: CivilDay?
  /// When notice was given; only matters for maintenance, nil if none was.
  public let noticeGivenOn: CivilDay?

  /// Makes the terms.
  public init(
    kind: Exclusion.Kind,
    reason: String?,
    approver: String?,
    beganOn: CivilDay? = nil,
    noticeGivenOn: CivilDay? = nil
  ) {
    self.kind = kind
    self.reason = reason
    self.approver = approver
    self.beganOn = beganOn
    self.noticeGivenOn = noticeGivenOn
  }

  /// What the exclusion lacks to count; it counts if there is nothing.
  ///
  /// `noticeDays` are the calendar days that maintenance must be announced ahead.
  public func defects(noticeDays: Int) -> [Defect] {
    var defects: [Defect] = []
    if Self.isBlank(reason) { defects.append(.noReason) }
    if Self.isBlank(approver) { defects.append(.noApprover) }
    guard kind == .maintenance else { return defects }
    guard let noticeGivenOn else { return defects + [.noNotice] }
    guard let beganOn else { return defects + [.unknownBeginning] }
    let days = noticeGivenOn.days(to: beganOn)
    return days < noticeDays ? defects + [.lateNotice(days: days, wanted: noticeDays)] : defects
  }

  private static func isBlank(_ text: String?) -> Bool {
    text?.allSatisfy(\.isWhitespace) ?? true
  }
}

extension ExclusionTerms {
  /// What an exclusion lacks to count.
  public enum Defect: Hashable, Sendable {
    /// No reason is given.
    case noReason
    /// Nobody approved it.
    case noApprover
    /// No notice was given.
    case noNotice
    /// Nobody said when the maintenance began, so that no notice can be judged.
    case unknownBeginning
    /// Notice was given that many days before; negative if afterwards.
    case lateNotice(days: Int, wanted: Int)

    /// The defect as a sentence.
    public var sentence: String {
      switch self {
      case .noReason: "The exclusion has no reason."
      case .noApprover: "Nobody approved the exclusion."
      case .noNotice: "No notice of the maintenance was given."
      case .unknownBeginning: "It is not known when the maintenance began."
      case .lateNotice(let days, let wanted):
        "Notice of the maintenance was given "
          + (days < 0 ? "after it began" : "\(ExclusionTerms.words(days)) before")
          + "; \(ExclusionTerms.words(wanted)) before \(wanted == 1 ? "is" : "are") agreed."
      }
    }
  }

  private static func words(_ days: Int) -> String { "\(days) day\(days == 1 ? "" : "s")" }
}
