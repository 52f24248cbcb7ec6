import Model

extension RelationshipFile {
  /// Whether the party is a customer on the day: by its role, by an SLA in force, or because it
  /// agreed to a service that is offered.
  func isCustomer(_ context: RuleContext) -> Bool {
    isCustomer(on: context.asOf, context.graph)
  }

  /// The reference and the name, such as `P-1 (Acme)`.
  var customerName: String { "\(party.reference) (\(party.name))" }

  /// What is kept about the party as a customer, agreement by agreement.
  var customerParts: [CustomerPart] {
    [CustomerPart(subject: .party(party), name: customerName, records: records)]
      + customerAgreements.map { agreement in
        CustomerPart(
          subject: .agreement(agreement),
          name: "\(agreement.reference) with \(party.name)",
          records: agreement.records,
          agreement: agreement
        )
      }
  }
}

/// The records about a customer that are about no agreement, or those about one of its SLAs.
struct CustomerPart {
  /// The party or the agreement.
  let subject: Judgement.Subject
  /// What it is called in messages.
  let name: String
  let records: RecordShelf
  /// The agreement, or nil.
  var agreement: AgreementFile?

  /// The calendar of the agreement; nil if that of the organisation holds.
  var calendar: BusinessCalendar? { agreement?.calendar }
}
