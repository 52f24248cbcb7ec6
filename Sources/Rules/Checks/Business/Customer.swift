import Model

extension RelationshipFile {
  /// Whether the party is a customer on the day: by its role, by an SLA in force, or because it
  /// agreed to a service that is offered.
  func isCustomer(_ context: RuleContext) -> Bool {
    let day = context.asOf
    return party.plays("customer", on: day) || party.plays("customerActingAsSupplier", on: day)
      || agreements.contains { $0.kind == .sla && $0.isActive }
      || records[ServiceAcceptance.self].contains { acceptance in
        acceptance.agreedOn <= day
          && context.graph.services.contains { $0.id == acceptance.service && $0.isLive(on: day) }
      }
  }

  /// The reference and the name, such as `P-1 (Acme)`.
  var customerName: String { "\(party.reference) (\(party.name))" }

  /// The first day of the SLAs in force, those included that went before without a break; nil
  /// without an SLA in force whose start is known.
  func firstServiceDay(on day: CivilDay) -> CivilDay? {
    let agreements = agreements.filter { $0.kind == .sla }
    guard var first = agreements.filter(\.isActive).compactMap(\.terms.startsOn).min() else {
      return nil
    }
    let past = agreements.filter { !$0.isActive }.compactMap { agreement in
      agreement.terms.startsOn.map { (from: $0, through: agreement.standing.termEnd) }
    }
    for span in past.sorted(by: { $0.from > $1.from }) where span.from < first {
      if let last = span.through, last.adding(days: 1) >= first { first = span.from }
    }
    return first
  }

  /// Since when the party is a customer: by its SLAs, else its role, else its first service.
  func customerSince(on day: CivilDay) -> CivilDay? {
    firstServiceDay(on: day)
      ?? party.roles.filter {
        ["customer", "customerActingAsSupplier"].contains($0.role)
          && covers(day, from: $0.validFrom, through: $0.validThrough)
      }.compactMap(\.validFrom).min()
      ?? records[ServiceAcceptance.self].map(\.agreedOn).filter { $0 <= day }.min()
  }

  /// What is kept about the party as a customer, agreement by agreement.
  var customerParts: [CustomerPart] {
    [CustomerPart(subject: .party(party), name: customerName, records: records)]
      + agreements.filter { $0.kind == .sla || $0.kind == .customerSupply }.map { agreement in
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

extension OrganizationFile {
  /// How many parties are customers by their role.
  var customerCount: Int {
    partyCounts["customer", default: 0] + partyCounts["customerActingAsSupplier", default: 0]
  }
}
