/// Goes down from a service to all that it rests on.
struct NeedWalk {
  /// The services with their parts.
  let graph: ServiceGraph
  /// How the promise of an agreement is found.
  let promises: PromisedAvailability
  /// The agreements met so far.
  var sources: [ServiceNeeds.Source] = []
  /// What is needed without an agreement.
  var missing: [String] = []

  /// A service as one element; the path holds the agreements on the way to it.
  mutating func element(
    of service: ServiceGraph.Service,
    only component: Int64?,
    path: [AgreementFile],
    above: [Int64]
  ) -> AvailabilityElement {
    let label = "service \(service.reference)"
    guard !above.contains(service.id) else {
      return .part(AvailabilityPart(label, promised: nil, reason: "it depends on itself"))
    }
    let parts = members(of: service, only: component, path, above + [service.id])
    guard !parts.isEmpty else {
      let reason = "nothing that it rests on is on record"
      return .part(
        AvailabilityPart(label, promised: nil, reason: reason, records: [service.reference])
      )
    }
    let groups = graph.records[DependencyGroup.self].filter { $0.service == service.id }
    let members = component == nil ? grouped(nil, groups, parts) : parts.map(\.element)
    return .group(AvailabilityGroup(label, .all, members, records: [service.reference]))
  }

  private typealias Member = (group: Int64?, element: AvailabilityElement)

  private mutating func members(
    of service: ServiceGraph.Service,
    only wanted: Int64?,
    _ path: [AgreementFile],
    _ above: [Int64]
  ) -> [Member] {
    let components = graph.records[Component.self].filter { $0.service == service.id }
    var members: [Member] = []
    for component in components where wanted == nil || component.id == wanted {
      members.append((component.dependencyGroup, element(of: component, path)))
    }
    guard wanted == nil else { return members }
    for need in graph.records[Dependency.self] where need.service == service.id {
      note(need, path)
      guard need.isCritical != false, !isCovered(need, by: components) else { continue }
      members.append((need.dependencyGroup, element(of: need, service, path, above)))
    }
    return members
  }

  /// Puts members into their groups; those of groups that are not known stay outside.
  ///
  /// Of groups that lie within each other in a circle each counts as lying in none.
  private func grouped(
    _ parent: Int64?,
    _ groups: [DependencyGroup],
    _ members: [Member]
  ) -> [AvailabilityElement] {
    let known = Dictionary(groups.map { ($0.id, $0.within) }) { first, _ in first }
    func place(_ group: Int64?) -> Int64? { group.flatMap { known[$0] == nil ? nil : $0 } }
    func outer(_ group: DependencyGroup) -> Int64? {
      var next = place(group.within)
      for _ in groups {
        guard let number = next, number != group.id else { break }
        next = place(known[number] ?? nil)
      }
      return next == nil ? place(group.within) : nil
    }
    let own = members.filter { place($0.group) == parent }.map(\.element)
    return own
      + groups.filter { outer($0) == parent }.compactMap { group in
        group.element(of: grouped(group.id, groups, members))
      }
  }
}

extension DependencyGroup {
  /// The group of members; nil without any, and a part of unknown availability where it is not
  /// known how many must work.
  fileprivate func element(of members: [AvailabilityElement]) -> AvailabilityElement? {
    let label = "group \(name ?? reference)"
    switch rule {
    case .allOf where members.isEmpty: return nil
    case .allOf: return .group(AvailabilityGroup(label, .all, members, records: [reference]))
    case .anyOf:
      return members.isEmpty
        ? unknown(label, "it has no members")
        : .group(AvailabilityGroup(label, .atLeast(1), members, records: [reference]))
    case .kOf:
      guard let required, required >= 1, required <= members.count else {
        let wanted = required.map { "\($0)" } ?? "an unknown number"
        return unknown(label, "it needs \(wanted) of its \(members.count) members")
      }
      return .group(
        AvailabilityGroup(label, .atLeast(Int(required)), members, records: [reference])
      )
    }
  }

  private func unknown(_ label: String, _ reason: String) -> AvailabilityElement {
    .part(AvailabilityPart(label, promised: nil, reason: reason, records: [reference]))
  }
}
