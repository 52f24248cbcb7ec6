import Model

extension RelationshipFile {
  /// Whether an agreement of the kind is in force.
  func hasActive(_ kind: AgreementKind) -> Bool {
    agreements.contains { $0.kind == kind && $0.isActive }
  }

  /// The party as a message names it: `P-1 (Acme)`.
  var partyWords: String { "\(party.reference) (\(party.name))" }

  /// The parts of the party and the agreements that live services are made of, by what is kept
  /// about the party itself and about services.
  func services(dependingOn context: RuleContext) -> [ServiceUse] {
    guard context.graph.parties[party.id] != nil else { return [] }
    let records = context.graph.records
    let uses =
      records[Dependency.self].filter { $0.party == party.id }.map { ($0.service, $0.agreement) }
      + records[Component.self].filter { $0.operatedBy == party.id }
      .map { ($0.service, $0.agreement) }
      + records[SupplyLink.self].filter { $0.party == party.id }
      .compactMap { link in link.service.map { ($0, nil) } }
    let live = context.graph.services.filter { $0.isLive(on: context.asOf) }
    return live.compactMap { service in
      let own = uses.filter { $0.0 == service.id }
      return own.isEmpty ? nil : ServiceUse(service: service, agreements: own.map(\.1))
    }
  }
}

/// That a live service rests on a party.
struct ServiceUse {
  /// The service.
  let service: ServiceGraph.Service
  /// The agreement of each thing it needs, by number; nil where none is named.
  let agreements: [Int64?]

  /// The service as a message names it: `S-1 (Mail)`.
  var words: String { "\(service.reference) (\(service.name))" }
}
