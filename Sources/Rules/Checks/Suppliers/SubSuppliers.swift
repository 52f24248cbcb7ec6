import Model

/// Who stands behind the contracts with a supplier, as known on a day.
struct SubSuppliers {
  private let file: RelationshipFile
  private let context: RuleContext

  init(_ file: RelationshipFile, _ context: RuleContext) {
    self.file = file
    self.context = context
  }

  /// The places of the chain behind a contract that hold on the day, by rank.
  func links(_ contract: AgreementFile) -> [SupplyChainLink] {
    contract.records[SupplyChainLink.self].filter { link in
      covers(context.asOf, from: link.validFrom, through: link.validThrough)
    }.sorted { ($0.rank, $0.reference) < ($1.rank, $1.reference) }
  }

  /// Those who work for the supplier behind contracts in force, by rank.
  var all: [SupplyChainLink] { file.activeContracts.flatMap(links).filter { $0.rank > 1 } }

  /// What is wrong with the chains behind a contract, one for each service.
  func defects(_ links: [SupplyChainLink]) -> [SupplyChainDefect] {
    let services = Set(links.map { $0.service ?? 0 }).sorted()
    return services.flatMap { service in
      let entries = links.filter { ($0.service ?? 0) == service }.map { entry($0, links) }
      return SupplyChain("", entries).defects()
    }
  }

  /// When somebody last knew that a place of a chain is right; nil if that was never said.
  func known(_ link: SupplyChainLink) -> CivilDay? {
    [link.confirmedOn, link.approvedOn, link.validFrom].compactMap { $0 }
      .filter { $0 <= context.asOf }.max()
  }

  /// The parties of the links as a message names them.
  func words(_ links: [SupplyChainLink]) -> String {
    var seen: Set<Int64> = []
    return links.filter { seen.insert($0.supplier).inserted }.map { name($0.supplier, links) }
      .joined(separator: ", ")
  }

  private func entry(_ link: SupplyChainLink, _ links: [SupplyChainLink]) -> SupplyChain.Entry {
    SupplyChain.Entry(
      name(link.supplier, links),
      rank: Int(link.rank),
      recipient: link.recipient.map { name($0, links) }
    )
  }

  /// The reference of a party where it is known here, else the link that names it.
  private func name(_ party: Int64, _ links: [SupplyChainLink]) -> String {
    if party == file.party.id { return file.party.reference }
    if let known = context.graph.parties[party] { return known.reference }
    guard let link = links.first(where: { $0.supplier == party }) else { return "somebody else" }
    return "\(link.reference)'s supplier"
  }
}
