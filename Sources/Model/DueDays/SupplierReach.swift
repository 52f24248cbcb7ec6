/// The suppliers and contracts behind services, by way of other services too.
public struct SupplierReach: Sendable {
  /// The contracts, in order of reference.
  public let contracts: [AgreementFile]
  /// Whether anything from outside is needed.
  public let isNeeded: Bool
  /// The references that no service has, in their order.
  public let unknown: [String]

  /// Follows what the services with the references need.
  public init(behind references: [String], _ graph: ServiceGraph) {
    let dependencies = graph.records[Dependency.self]
    let components = graph.records[Component.self]
    let first = graph.services.filter { references.contains($0.reference) }.map(\.id)
    var services = Set(first)
    var open = first
    while let service = open.popLast() {
      for need in dependencies where need.service == service {
        if let other = need.onService, services.insert(other).inserted { open.append(other) }
      }
    }
    let parts =
      dependencies.filter { services.contains($0.service) }.map { ($0.party, $0.agreement) }
      + components.filter { services.contains($0.service) }
      .map { ($0.operatedBy, $0.agreement) }
    let agreements = Set(parts.compactMap(\.1)).compactMap { graph.agreements[$0] }
    contracts = agreements.filter { $0.kind != .sla }.sorted { $0.reference < $1.reference }
    let links = graph.records[SupplyLink.self].contains { link in
      link.service.map(services.contains) ?? false
    }
    isNeeded = links || !contracts.isEmpty || parts.contains { $0.0 != nil }
    unknown = references.filter { name in !graph.services.contains { $0.reference == name } }
  }
}
