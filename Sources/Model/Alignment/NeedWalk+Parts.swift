extension NeedWalk {
  /// A component, with what is promised for it.
  mutating func element(
    of component: Component,
    _ path: [AgreementFile]
  ) -> AvailabilityElement {
    let agreement = component.agreement.flatMap { graph.agreements[$0] }
    let supplies = graph.records[SupplyLink.self].filter { $0.component == component.id }
    let suppliers = Set(
      [component.operatedBy].compactMap(\.self) + supplies.map(\.party)
        + (agreement?.suppliers ?? [])
    )
    if let agreement {
      add(agreement, component.service, component.id, path)
    } else if component.agreement != nil {
      missing.append("Component \(component.reference) names an agreement that is not known.")
    } else if let party = suppliers.min() {
      missing.append("Component \(component.reference) is run by \(name(party)) without agreement.")
    }
    let answer = answer(for: component, agreement)
    let causes =
      suppliers.map { "supplier \(name($0))" }
      + [component.site.map { "site \($0)" }].compactMap(\.self)
      + [component.network.map { "network \($0)" }].compactMap(\.self)
    return .part(
      AvailabilityPart(
        "component \(component.reference) \(component.name)",
        promised: answer.value,
        reason: answer.reason,
        causes: Set(causes),
        records: [component.reference] + answer.records
      )
    )
  }

  /// What the agreement promises, else what the component states.
  private func answer(
    for component: Component,
    _ agreement: AgreementFile?
  ) -> PromisedAvailability.Answer {
    let found = agreement.map {
      promises.answer(of: $0, component: component.id, service: component.service)
    }
    if let found, found.value != nil || !(agreement?.isActive ?? false) { return found }
    let stated = component.availability.map { Percentage(points: Fraction($0)) }
    if let stated, stated.isPart {
      let reason = "stated for the component: \(stated.exactText)"
      return PromisedAvailability.Answer(
        value: stated,
        reason: reason,
        records: found?.records ?? []
      )
    }
    return found
      ?? PromisedAvailability.Answer(
        value: nil,
        reason: "no availability is stated for it",
        records: []
      )
  }

  /// What a service needs from a party or another service.
  mutating func element(
    of need: Dependency,
    _ service: ServiceGraph.Service,
    _ path: [AgreementFile],
    _ above: [Int64]
  ) -> AvailabilityElement {
    let agreement = need.agreement.flatMap { graph.agreements[$0] }
    if let number = need.onService {
      return element(ofService: number, need, agreement, path, above)
    }
    let party = need.party.map { "supplier \(name($0))" }
    let label = party ?? need.description ?? "dependency \(need.reference)"
    let causes = Set(
      ((agreement?.suppliers ?? []) + [need.party].compactMap(\.self))
        .map { "supplier \(name($0))" }
    )
    let answer = agreement.map {
      promises.answer(of: $0, component: nil, service: service.id)
    }
    return .part(
      AvailabilityPart(
        label,
        promised: answer?.value,
        reason: answer?.reason ?? "dependency \(need.reference) names no agreement",
        causes: causes,
        records: [need.reference] + (answer?.records ?? [])
      )
    )
  }

  /// The other service by its own parts, or by what the agreement on it promises if it has none.
  private mutating func element(
    ofService number: Int64,
    _ need: Dependency,
    _ agreement: AgreementFile?,
    _ path: [AgreementFile],
    _ above: [Int64]
  ) -> AvailabilityElement {
    guard let other = graph.services.first(where: { $0.id == number }) else {
      let reason = "dependency \(need.reference) names a service that is not known"
      return .part(AvailabilityPart("dependency \(need.reference)", promised: nil, reason: reason))
    }
    let below = agreement.map { path + [$0] } ?? path
    let inner = element(of: other, only: nil, path: below, above: above)
    guard case .part(let part) = inner, let agreement, !above.contains(number) else {
      return inner
    }
    let answer = promises.answer(of: agreement, component: nil, service: other.id)
    return .part(
      AvailabilityPart(
        part.name,
        promised: answer.value,
        reason: answer.reason,
        causes: Set(agreement.suppliers.map { "supplier \(name($0))" }),
        records: [need.reference] + answer.records
      )
    )
  }
}
