import Model

/// A complaint with all that is kept about it, as far as it is known at the instant judged.
struct ComplaintCase {
  let complaint: Complaint
  /// The party or the agreement that it is about, or the organisation if it names no customer.
  let subject: Judgement.Subject
  /// What it is called in messages, such as `Complaint K-1 of P-1 (Acme)`.
  let name: String
  /// What happened, by time.
  let steps: [ComplaintStep]
  /// To whom it was handed, by time.
  let escalations: [Escalation]
  /// The calendar that its clocks run on; nil if it is not known.
  let calendar: BusinessCalendar?
  /// All complaints of the same customer.
  let siblings: [Complaint]
  /// The states that it went through, or why its steps cannot be.
  let history: Result<ComplaintHistory, ComplaintFault>

  /// The complaints of a party and about its agreements, those left out that are none and those
  /// that do not meet the agreed definition of a formal complaint.
  ///
  /// A complaint of which nobody said whether it is formal is judged as if it were.
  static func all(in file: RelationshipFile, _ context: RuleContext) -> [Self] {
    let siblings = file.all(Complaint.self)
    guard !siblings.isEmpty else { return [] }
    let parts: [(Judgement.Subject, RecordShelf, AgreementFile?)] =
      [(.party(file.party), file.records, nil)]
      + file.agreements.map { (.agreement($0), $0.records, $0) }
    return parts.flatMap { subject, shelf, agreement in
      cases(shelf, subject, file.customerName, agreement?.calendar, siblings, context)
    }
  }

  /// The complaints that name no customer.
  static func all(in organization: OrganizationFile, _ context: RuleContext) -> [Self] {
    let siblings = organization.records[Complaint.self]
    let subject = Judgement.Subject.organization(organization)
    return cases(organization.records, subject, nil, nil, siblings, context)
  }

  private static func cases(
    _ shelf: RecordShelf,
    _ subject: Judgement.Subject,
    _ customer: String?,
    _ calendar: BusinessCalendar?,
    _ siblings: [Complaint],
    _ context: RuleContext
  ) -> [Self] {
    let steps = Dictionary(grouping: shelf[ComplaintStep.self], by: \.complaint)
    let escalations = Dictionary(grouping: shelf[Escalation.self], by: \.complaint)
    let known = [calendar, context.organization.calendar].compactMap { $0 }
    return shelf[Complaint.self].compactMap { complaint in
      guard complaint.receivedAt <= context.now, complaint.isFormal != false else { return nil }
      let item = Self(
        complaint,
        subject,
        customer,
        steps: (steps[complaint.id] ?? []).filter { $0.at <= context.now },
        escalations: (escalations[complaint.id] ?? []).filter { $0.raisedAt <= context.now },
        calendars: known,
        siblings: siblings
      )
      if case .success(let history) = item.history, history.state == .notAComplaint { return nil }
      return item
    }
  }

  private init(
    _ complaint: Complaint,
    _ subject: Judgement.Subject,
    _ customer: String?,
    steps: [ComplaintStep],
    escalations: [Escalation],
    calendars: [BusinessCalendar],
    siblings: [Complaint]
  ) {
    self.complaint = complaint
    self.subject = subject
    self.siblings = siblings
    name = "Complaint \(complaint.reference)\(customer.map { " of \($0)" } ?? "")"
    self.steps = steps.sorted { ($0.at, $0.reference) < ($1.at, $1.reference) }
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
