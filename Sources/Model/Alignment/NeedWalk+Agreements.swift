extension NeedWalk {
  /// Takes down the agreement of a dependency, or that there is none.
  mutating func note(_ need: Dependency, _ path: [AgreementFile]) {
    if let agreement = need.agreement.flatMap({ graph.agreements[$0] }) {
      add(agreement, need.onService ?? need.service, nil, path)
    } else if let party = need.party, need.agreement == nil {
      missing.append(
        "Dependency \(need.reference) on \(name(party)) names no agreement."
      )
    } else if need.agreement != nil {
      missing.append("Dependency \(need.reference) names an agreement that is not known.")
    }
  }

  /// Takes down an agreement once, with the components delivered under it.
  mutating func add(
    _ agreement: AgreementFile,
    _ service: Int64,
    _ component: Int64?,
    _ path: [AgreementFile]
  ) {
    guard agreement.kind != .sla else { return }
    if let index = sources.firstIndex(where: { $0.agreement.id == agreement.id }) {
      if let component { sources[index].components.insert(component) }
      return
    }
    let suppliers = agreement.suppliers.map(name).joined(separator: ", ")
    sources.append(
      ServiceNeeds.Source(
        agreement: agreement,
        service: service,
        components: component.map { [$0] } ?? [],
        path: path,
        supplier: suppliers
      )
    )
  }

  /// Whether a component is the same need: under the same agreement or, without one, run by the
  /// same party.
  func isCovered(_ need: Dependency, by components: [Component]) -> Bool {
    guard need.onService == nil else { return false }
    if let agreement = need.agreement {
      return components.contains { $0.agreement == agreement }
    }
    return need.party != nil && components.contains { $0.operatedBy == need.party }
  }

  /// The reference of a party.
  func name(_ party: Int64) -> String { graph.parties[party]?.reference ?? "\(party)" }
}
