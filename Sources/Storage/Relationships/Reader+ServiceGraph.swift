import GRDB
public import Model

extension Reader {
  /// The services with their parts, and the parties and agreements that they name.
  ///
  /// Of the agreements those are here that cover a service or that a record of the graph names.
  ///
  /// - Returns: The graph as of the day.
  /// - Throws: ``StoreError``.
  public func serviceGraph() throws -> ServiceGraph {
    try makeAgreementOwners()
    var graph = ServiceGraph()
    graph.services = try graphServices()
    graph.records[Component.self] = try records(Component.self)
    graph.records[DependencyGroup.self] = try records(DependencyGroup.self)
    graph.records[Dependency.self] = try records(Dependency.self)
    graph.records[SupplyLink.self] = try records(SupplyLink.self)
    graph.records[ServiceAcceptance.self] = try records(ServiceAcceptance.self)
    graph.records[UserGroup.self] = try records(UserGroup.self)
    try addAgreements(to: &graph)
    try addParties(to: &graph)
    return graph
  }

  private func graphServices() throws -> [ServiceGraph.Service] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT serviceId, reference, name, liveFrom, liveThrough FROM temp.serviceAsOf
        ORDER BY reference
        """
    ).map { row in
      var service = ServiceGraph.Service(id: row[0], reference: row[1], name: row[2])
      service.liveFrom = (row[3] as String?).flatMap { CivilDay($0) }
      service.liveThrough = (row[4] as String?).flatMap { CivilDay($0) }
      return service
    }
  }

  private func addAgreements(to graph: inout ServiceGraph) throws {
    var ids = Set(graph.records[Component.self].compactMap(\.agreement))
    ids.formUnion(graph.records[Dependency.self].compactMap(\.agreement))
    ids.formUnion(
      try Int64.fetchAll(
        database,
        sql: "SELECT DISTINCT agreementId FROM temp.agreementMentionAsOf WHERE kind = 'service'"
      )
    )
    let parts = try AgreementStream(self)
    let targets = Dictionary(grouping: try records(ServiceLevelTarget.self), by: \.agreement)
    let limits = Dictionary(grouping: try records(WorkloadLimit.self), by: \.agreement)
    for id in ids.sorted() {
      guard var file = try agreementFile(id, parts) else { continue }
      file.records[ServiceLevelTarget.self] = targets[id] ?? []
      file.records[WorkloadLimit.self] = limits[id] ?? []
      graph.agreements[id] = file
    }
  }

  private func addParties(to graph: inout ServiceGraph) throws {
    var ids = Set(graph.agreements.values.flatMap(\.members).map(\.party))
    ids.formUnion(graph.records[Component.self].compactMap(\.operatedBy))
    ids.formUnion(graph.records[Dependency.self].compactMap(\.party))
    ids.formUnion(graph.records[SupplyLink.self].map(\.party))
    ids.formUnion(graph.records[ServiceAcceptance.self].map(\.party))
    ids.formUnion(graph.records[UserGroup.self].map(\.party))
    let details = try PartyDetailsReading(database)
    for id in ids.sorted() {
      let party = try details.facts(id)
      guard !party.reference.isEmpty else { continue }
      let roles = PartyRole.allCases.map(\.rawValue).filter { party.plays($0, on: asOf.day) }
      graph.parties[id] = ServiceGraph.Party(
        id: id,
        reference: party.reference,
        name: party.name,
        roles: roles
      )
    }
  }
}
