/// Who works for whom behind one agreement and service.
///
/// Rank 1 signs with us; each supplier of rank n above 1 works for one of rank n − 1. Source: the
/// rank of template B_05.02 of Commission Implementing Regulation (EU) 2024/2956.
public struct SupplyChain: Hashable, Sendable {
  /// One supplier at one place of a chain.
  public struct Entry: Hashable, Sendable {
    /// The supplier, by a reference that is the same everywhere.
    public let supplier: String
    /// The place in the chain; 1 signs with us.
    public let rank: Int
    /// The supplier that it works for; nil for rank 1, and where nobody said.
    public let recipient: String?

    /// Makes an entry.
    public init(_ supplier: String, rank: Int, recipient: String? = nil) {
      self.supplier = supplier
      self.rank = rank
      self.recipient = recipient
    }
  }

  /// What the chain is called in results, such as the reference of the agreement.
  public let name: String
  /// The entries that are valid on the same day.
  public let entries: [Entry]

  /// Makes a chain.
  public init(_ name: String, _ entries: [Entry]) {
    self.name = name
    self.entries = entries
  }

  /// What is wrong with the chain: entries in their order, then cycles by their first supplier.
  ///
  /// An empty chain has no defects; whether one is needed is another question.
  public func defects() -> [SupplyChainDefect] {
    var defects: [SupplyChainDefect] = []
    if !entries.isEmpty, !entries.contains(where: { $0.rank == 1 }) { defects.append(.noLead) }
    let places = Set(entries.map { Entry($0.supplier, rank: $0.rank) })
    var seen: Set<Entry> = []
    for entry in entries {
      let isNew = seen.insert(entry).inserted
      if let defect = isNew ? Self.defect(of: entry, places) : .twice(entry) {
        defects.append(defect)
      }
    }
    return defects + cycles().map { .cycle($0) }
  }

  private static func defect(of entry: Entry, _ places: Set<Entry>) -> SupplyChainDefect? {
    guard entry.rank >= 1 else { return .noRank(entry) }
    guard let recipient = entry.recipient else {
      return entry.rank == 1 ? nil : .noRecipient(entry)
    }
    if entry.rank == 1 { return .recipientOfLead(entry) }
    let isThere = places.contains(Entry(recipient, rank: entry.rank - 1))
    return isThere ? nil : .recipientOfWrongRank(entry)
  }

  /// The suppliers that work for themselves by way of others, each cycle once.
  private func cycles() -> [[String]] {
    var recipients: [String: [String]] = [:]
    for entry in entries {
      if let recipient = entry.recipient {
        recipients[entry.supplier, default: []].append(recipient)
      }
    }
    var search = CycleSearch(edges: recipients.mapValues { Set($0).sorted() })
    return search.cycles()
  }
}
