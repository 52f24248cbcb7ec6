import Model
import Policies

/// How a complaint was closed, and what proves it.
struct ComplaintClosing {
  private let item: ComplaintCase
  private let history: ComplaintHistory
  private let context: RuleContext
  /// When it was closed.
  private let closedAt: Instant

  /// Takes a complaint that is closed.
  init(_ item: ComplaintCase, _ history: ComplaintHistory, _ context: RuleContext) {
    self.item = item
    self.history = history
    self.context = context
    closedAt = history.stateSince
  }

  /// What is missing for closing it that way, in words.
  ///
  /// - Throws: ``ComplaintGap`` without a calendar; ``CalendarGap`` for a day that is not known.
  func missing(_ kind: Complaint.ClosureKind) throws -> [String] {
    let rule = try rule()
    let missing = try proof(kind).missing(
      at: closedAt,
      rule: rule,
      calendar: kind == .deemed ? item.knownCalendar() : item.calendar ?? Self.none(context)
    )
    let before = history.events.last {
      $0.at <= closedAt && $0.state.map { $0 != .closed } ?? false
    }
    let state = before?.state ?? .received
    guard missing.isEmpty, !state.closures.contains(kind) else { return missing }
    return ["a request to close, as it was \(state.words) before"]
  }

  /// The record has no time of the consent, so the time of closing stands for it; where a way of
  /// closing needs something in writing, the note of the closing step will do as well.
  private func proof(_ kind: Complaint.ClosureKind) -> ClosureProof {
    let complaint = item.complaint
    let step = item.steps.last { $0.kind == .closed }
    let written = complaint.closureProof ?? step?.messageId
    switch kind {
    case .agreed: return .agreed(by: complaint.consentBy, at: closedAt, proof: written)
    case .deemed:
      return .deemed(
        requestedAt: requestedAt,
        reminders: item.steps.filter { $0.kind == .reminder }.map(\.at),
        ruleIsAgreed: hasProcedure
      )
    case .exhausted:
      return .exhausted(
        level: Int(item.escalations.map(\.level).max() ?? 0),
        highestLevel: EscalationLadder.highest,
        outsideRoute: complaint.closureProof
      )
    case .withdrawn: return .withdrawn(proof: written)
    case .duplicate: return .duplicate(of: complaint.leading, sameComplainant: repeatsOwn)
    case .reclassified:
      let isTold = step?.messageId != nil || tells
      return .reclassified(reason: complaint.closureProof ?? step?.note, complainantTold: isTold)
    }
  }

  /// When we first asked to close since it was last reopened.
  private var requestedAt: Instant? {
    let reopenedAt = history.events.last { $0.state == .reopened }?.at ?? history.receivedAt
    return history.spans(of: .awaitingConsent).first { $0.from >= reopenedAt }?.from
  }

  /// No record says what a procedure contains, so an approved one counts as having the rule.
  private var hasProcedure: Bool {
    context.organization.complaintProcedure(on: item.day(closedAt, context)) != nil
  }

  /// Whether the leading complaint is of the same customer and, if both name one, complainant.
  private var repeatsOwn: Bool {
    item.siblings.contains { other in
      guard other.id == item.complaint.leading, other.id != item.complaint.id else { return false }
      guard let left = other.complainant, let right = item.complaint.complainant else {
        return true
      }
      return NameKey.normalized(left) == NameKey.normalized(right)
    }
  }

  /// Whether we wrote to the complainant on the day of closing or later.
  private var tells: Bool {
    let closedOn = item.day(closedAt, context)
    return item.steps.contains { $0.kind == .update && item.day($0.at, context) >= closedOn }
  }

  private func rule() throws -> DeemedClosure {
    let policy = context.policy
    var rule = DeemedClosure()
    rule.reminders = policy.complaints.consentReminders
    rule.wait = policy.complaints.consentWait
    if let severity = item.complaint.severity.flatMap({ Policy.Severity(rawValue: $0.rawValue) }) {
      rule.wait = policy.consentWait(for: severity)
    }
    let gap = policy.complaints.consentReminderGap
    if gap.unit == .businessDay { rule.reminderGap = Int(gap.count) }
    return rule
  }

  /// A calendar that knows no day, for proofs that need none.
  private static func none(_ context: RuleContext) -> BusinessCalendar {
    BusinessCalendar(
      reference: "",
      zone: context.zone,
      weekly: [:],
      exceptions: [:],
      holidayYears: []
    )
  }
}
