import Model
import Storage

extension Report<Reader> {
  /// Who stands under how many services, also as a sub-supplier of others.
  static let concentration = Report(
    id: "concentration",
    title: "Concentration",
    summary:
      "Which parties many services rest on, and which sub-suppliers several suppliers share.",
    noun: CountNoun("party", "parties"),
    emptySentence: "No service is on record as resting on a party.",
    columns: [
      Column("party", "Party", importance: .essential, overflow: .whole),
      Column("name", "Name", importance: .essential),
      Column("services", "Services", .integer, importance: .essential),
      Column("share", "Of all", .percent, importance: .high),
      Column("critical", "Critical", .integer, importance: .high),
      Column("serviceNames", "Which", .list(of: .text), importance: .medium),
      Column("agreements", "Agreements", .integer, importance: .medium),
      Column("behind", "Behind suppliers", .list(of: .text), importance: .high),
    ],
    notes: [
      "A service rests on a party that runs a part of it, that it depends on, or that is accountable "
        + "for a supply to it. Parties behind suppliers are those of the supply chains on record."
    ],
    rows: { reader, filter, write in
      let concentration = try Concentration(reader)
      for row in concentration.rows(filter) { try write(row) }
    }
  )
}

/// What rests on whom.
private struct Concentration {
  private let graph: ServiceGraph
  private var services: [Int64: Set<Int64>] = [:]
  private var critical: [Int64: Set<Int64>] = [:]
  /// The suppliers that a party stands behind, by its number.
  private var behind: [Int64: Set<String>] = [:]
  private var names: [Int64: (reference: String, name: String)] = [:]
  private var agreements: [Int64: Int] = [:]

  init(_ reader: Reader) throws {
    graph = try reader.serviceGraph()
    for component in graph.records[Component.self] {
      add(component.operatedBy, component.service, isCritical: false)
    }
    for dependency in graph.records[Dependency.self] {
      add(dependency.party, dependency.service, isCritical: dependency.isCritical ?? false)
    }
    for supply in graph.records[SupplyLink.self] {
      add(supply.party, supply.service, isCritical: false)
    }
    agreements = try reader.agreementCounts().mapValues { Int($0) }
    try reader.forEachParty { names[$0.id] = ($0.reference, $0.name) }
    try reader.forEachRelationship { file in
      for link in file.all(SupplyChainLink.self) where link.supplier != file.party.id {
        behind[link.supplier, default: []].insert(file.party.name)
      }
    }
  }

  private mutating func add(_ party: Int64?, _ service: Int64?, isCritical: Bool) {
    guard let party, let service else { return }
    services[party, default: []].insert(service)
    if isCritical { critical[party, default: []].insert(service) }
  }

  /// The most services first, then the most suppliers behind which a party stands.
  func rows(_ filter: ReportFilter) -> [Row] {
    let parties = Set(services.keys).union(behind.keys)
    let sorted = parties.sorted { left, right in
      let one = (-count(left), -(behind[left]?.count ?? 0), names[left]?.reference ?? "")
      let two = (-count(right), -(behind[right]?.count ?? 0), names[right]?.reference ?? "")
      return one < two
    }
    return sorted.compactMap { party in
      guard let found = names[party] else { return nil }
      if let wanted = filter.party, found.reference != wanted,
        !AgreementRow.matches(found.name, wanted)
      {
        return nil
      }
      return row(party, found)
    }
  }

  private func count(_ party: Int64) -> Int { services[party]?.count ?? 0 }

  private func row(_ party: Int64, _ found: (reference: String, name: String)) -> Row {
    let served = graph.services.filter { services[party]?.contains($0.id) ?? false }
    return Row([
      .text(found.reference), .text(found.name), Cell(count(party)),
      .percent(numerator: Int64(count(party)), denominator: Int64(graph.services.count)),
      Cell(critical[party]?.count ?? 0), .list(served.map { .text($0.name) }),
      Cell(agreements[party] ?? 0), .list((behind[party] ?? []).sorted().map(Cell.text)),
    ])
  }
}
