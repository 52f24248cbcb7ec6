/// A complaint with its steps and escalations, as far as they are known at an instant.
public struct ComplaintFile: Sendable {
  /// The complaint.
  public let complaint: Complaint
  /// What happened, by time.
  public let steps: [ComplaintStep]
  /// To whom it was handed, by time.
  public let escalations: [Escalation]
  /// The calendar that its clocks run on; nil if it is not known.
  public let calendar: BusinessCalendar?
  /// The states that it went through, or why its steps cannot be.
  public let history: Result<ComplaintHistory, ComplaintFault>

  /// The complaints of a shelf, those left out that are none and those that do not meet the agreed
  /// definition of a formal complaint; in order of reference.
  ///
  /// A complaint of which nobody said whether it is formal is here as if it were. The first of the
  /// calendars holds where the complaint names none.
  public static func all(
    in shelf: RecordShelf,
    at now: Instant,
    calendars: [BusinessCalendar]
  ) -> [Self] {
    let complaints = shelf[Complaint.self]
    guard !complaints.isEmpty else { return [] }
    let steps = Dictionary(grouping: shelf[ComplaintStep.self], by: \.complaint)
    let escalations = Dictionary(grouping: shelf[Escalation.self], by: \.complaint)
    return complaints.compactMap { complaint in
      guard complaint.receivedAt <= now, complaint.isFormal != false else { return nil }
      let file = Self(
        complaint,
        steps: (steps[complaint.id] ?? []).filter { $0.at <= now },
        escalations: (escalations[complaint.id] ?? []).filter { $0.raisedAt <= now },
        calendars: calendars
      )
      if case .success(let history) = file.history, history.state == .notAComplaint { return nil }
      return file
    }
  }

  private init(
    _ complaint: Complaint,
    steps: [ComplaintStep],
    escalations: [Escalation],
    calendars: [BusinessCalendar]
  ) {
    self.complaint = complaint
    self.steps = steps.sorted { ($0.at, $0.id) < ($1.at, $1.id) }
    self.escalations = escalations.sorted {
      ($0.raisedAt, $0.reference) < ($1.raisedAt, $1.reference)
    }
    history = Self.history(complaint, self.steps)
    if let name = complaint.calendar {
      calendar = calendars.first { $0.reference == name }
    } else {
      calendar = calendars.first
    }
  }

  /// The way of closing is left to the rule about closing, so that a wrong one is a finding and
  /// no gap.
  private static func history(
    _ complaint: Complaint,
    _ steps: [ComplaintStep]
  ) -> Result<ComplaintHistory, ComplaintFault> {
    Result { () throws(ComplaintFault) in
      try ComplaintHistory(
        receivedAt: complaint.receivedAt,
        events: steps.compactMap { ComplaintEvent($0) }
      )
    }
  }
}
