import Model

/// A complaint with all that is kept about it, as far as it is known at the instant judged.
struct ComplaintCase {
  private let file: ComplaintFile
  /// The party or the agreement that it is about, or the organisation if it names no customer.
  let subject: Judgement.Subject
  /// What it is called in messages, such as `Complaint K-1 of P-1 (Acme)`.
  let name: String
  /// All complaints of the same customer.
  let siblings: [Complaint]

  /// The complaint.
  var complaint: Complaint { file.complaint }
  /// What happened, by time.
  var steps: [ComplaintStep] { file.steps }
  /// To whom it was handed, by time.
  var escalations: [Escalation] { file.escalations }
  /// The calendar that its clocks run on; nil if it is not known.
  var calendar: BusinessCalendar? { file.calendar }
  /// The states that it went through, or why its steps cannot be.
  var history: Result<ComplaintHistory, ComplaintFault> { file.history }

  /// The complaints of a party and about its agreements; see ``ComplaintFile``.
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
    let calendars = [calendar, context.organization.calendar].compactMap { $0 }
    return ComplaintFile.all(in: shelf, at: context.now, calendars: calendars).map { file in
      let name = "Complaint \(file.complaint.reference)\(customer.map { " of \($0)" } ?? "")"
      return Self(file: file, subject: subject, name: name, siblings: siblings)
    }
  }
}
