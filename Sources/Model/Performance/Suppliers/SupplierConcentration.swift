/// A sub-contracted supplier that several chains rest on.
public struct SupplierConcentration: Hashable, Sendable {
  /// The supplier.
  public let supplier: String
  /// The names of the chains, sorted.
  public let chains: [String]

  /// The suppliers that occur in at least two chains and are sub-contracted in one of them, those
  /// in most chains first, then by name.
  public static func all(in chains: [SupplyChain]) -> [Self] {
    var names: [String: Set<String>] = [:]
    var subcontracted: Set<String> = []
    for chain in chains {
      for entry in chain.entries {
        names[entry.supplier, default: []].insert(chain.name)
        if entry.rank > 1 { subcontracted.insert(entry.supplier) }
      }
    }
    return
      subcontracted.compactMap { supplier -> Self? in
        guard let chains = names[supplier], chains.count > 1 else { return nil }
        return Self(supplier: supplier, chains: chains.sorted())
      }
      .sorted { ($1.chains.count, $0.supplier) < ($0.chains.count, $1.supplier) }
  }
}
