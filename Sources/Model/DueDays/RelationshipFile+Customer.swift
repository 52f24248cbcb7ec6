extension RelationshipFile {
  /// Whether the party is a customer on the day: by its role, by an SLA in force, or because it
  /// agreed to a service that is offered.
  public func isCustomer(on day: CivilDay, _ graph: ServiceGraph) -> Bool {
    party.plays("customer", on: day) || party.plays("customerActingAsSupplier", on: day)
      || agreements.contains { $0.kind == .sla && $0.isActive }
      || records[ServiceAcceptance.self].contains { acceptance in
        acceptance.agreedOn <= day
          && graph.services.contains { $0.id == acceptance.service && $0.isLive(on: day) }
      }
  }

  /// The agreements under which the party is a customer.
  public var customerAgreements: [AgreementFile] {
    agreements.filter { $0.kind == .sla || $0.kind == .customerSupply }
  }

  /// The first day of the SLAs in force, those included that went before without a break; nil
  /// without an SLA in force whose start is known.
  public var firstServiceDay: CivilDay? {
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
  public func customerSince(on day: CivilDay) -> CivilDay? {
    firstServiceDay
      ?? party.roles.filter {
        ["customer", "customerActingAsSupplier"].contains($0.role)
          && covers(day, from: $0.validFrom, through: $0.validThrough)
      }.compactMap(\.validFrom).min()
      ?? records[ServiceAcceptance.self].map(\.agreedOn).filter { $0 <= day }.min()
  }

  /// The reviews with the customer and who was there.
  var customerReviews: RecordShelf {
    reviews(in: [records] + customerAgreements.map(\.records))
  }

  /// The reviews of some shelves and who was there.
  func reviews(in shelves: [RecordShelf]) -> RecordShelf {
    var all = RecordShelf()
    for shelf in shelves {
      all[Review.self] += shelf[Review.self]
      all[Attendance.self] += shelf[Attendance.self]
    }
    return all
  }
}

extension OrganizationFile {
  /// How many parties are customers by their role; a party that plays both roles counts twice.
  public var customerCount: Int {
    partyCounts["customer", default: 0] + partyCounts["customerActingAsSupplier", default: 0]
  }
}
