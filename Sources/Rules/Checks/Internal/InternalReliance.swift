import Model

/// That a live service relies on a party.
struct InternalReliance {
  /// The service.
  let service: ServiceGraph.Service
  /// The agreements named for what it needs, by number.
  let agreements: Set<Int64>
  /// Whether the service stops without the party.
  let isCritical: Bool

  /// What live services need of a party: dependencies, components that it runs, supplies; in order
  /// of service.
  static func of(_ party: PartyFacts, _ context: RuleContext) -> [Self] {
    let records = context.graph.records
    let needs = records[Dependency.self].filter { $0.party == party.id }
    let components = records[Component.self].filter { $0.operatedBy == party.id }
    let supplies = records[SupplyLink.self].filter { $0.party == party.id }
    return context.graph.services.filter { $0.isLive(on: context.asOf) }.compactMap { service in
      let own = needs.filter { $0.service == service.id }
      let parts = components.filter { $0.service == service.id }
      guard !own.isEmpty || !parts.isEmpty || supplies.contains(where: { $0.service == service.id })
      else { return nil }
      return Self(
        service: service,
        agreements: Set(own.compactMap(\.agreement) + parts.compactMap(\.agreement)),
        isCritical: own.contains { $0.isCritical == true }
      )
    }
  }
}

extension RelationshipFile {
  /// Whether the party delivers from within our larger organisation or as a customer.
  func isInternalSupplier(on day: CivilDay) -> Bool {
    let roles: [PartyRole] = [.internalSupplier, .customerActingAsSupplier]
    return roles.contains { party.plays($0.rawValue, on: day) } || isCustomerOnly(on: day)
      || agreements.contains { AgreementKind.internalKinds.contains($0.kind) && $0.isActive }
  }

  /// A customer that is no external supplier; what services need of it, it gives as a customer.
  private func isCustomerOnly(on day: CivilDay) -> Bool {
    party.plays(PartyRole.customer.rawValue, on: day)
      && !party.plays(PartyRole.supplier.rawValue, on: day)
  }
}

extension AgreementKind {
  /// The kinds with internal suppliers and with customers that act as suppliers.
  static let internalKinds: [Self] = [.ola, .customerSupply]
}
