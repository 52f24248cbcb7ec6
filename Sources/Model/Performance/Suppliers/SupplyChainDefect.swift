/// What is wrong with a chain of suppliers.
public enum SupplyChainDefect: Hashable, Sendable {
  /// Nobody in the chain signs with us.
  case noLead
  /// The same supplier has the same place twice.
  case twice(SupplyChain.Entry)
  /// A rank is below 1.
  case noRank(SupplyChain.Entry)
  /// One that signs with us works for another supplier.
  case recipientOfLead(SupplyChain.Entry)
  /// One of a rank above 1 works for nobody that is named.
  case noRecipient(SupplyChain.Entry)
  /// The one it works for has not the rank before.
  case recipientOfWrongRank(SupplyChain.Entry)
  /// Suppliers that work for themselves by way of the others.
  case cycle([String])

  /// The defect as a sentence.
  public var sentence: String {
    switch self {
    case .noLead: "Nobody in the chain has rank 1."
    case .twice(let entry): "\(entry.supplier) is listed twice with rank \(entry.rank)."
    case .noRank(let entry): "\(entry.supplier) has rank \(entry.rank); ranks begin with 1."
    case .recipientOfLead(let entry):
      "\(entry.supplier) has rank 1 and cannot work for \(entry.recipient ?? "nobody")."
    case .noRecipient(let entry):
      "\(entry.supplier) has rank \(entry.rank) and names nobody of rank \(entry.rank - 1)."
    case .recipientOfWrongRank(let entry):
      "\(entry.supplier) has rank \(entry.rank), but \(entry.recipient ?? "nobody") "
        + "has not rank \(entry.rank - 1)."
    case .cycle(let suppliers):
      "\((suppliers + suppliers.prefix(1)).joined(separator: " works for "))."
    }
  }
}

/// Why the approval of a sub-contracted supplier is not in order.
public enum SubcontractorDefect: Hashable, Sendable {
  /// It was never approved.
  case notApproved
  /// It is not known since when it works, so that no approval can be judged.
  case unknownStart
  /// It was approved so many days after the last day for it, the day before its first one.
  case approvedLate(days: Int)

  /// Judges an approval where the agreement wants one before the first day.
  ///
  /// The result is nil if it is in order.
  public init?(startsOn: CivilDay?, approvedOn: CivilDay?) {
    guard let approvedOn else {
      self = .notApproved
      return
    }
    guard let startsOn else {
      self = .unknownStart
      return
    }
    let late = startsOn.adding(days: -1).days(to: approvedOn)
    guard late > 0 else { return nil }
    self = .approvedLate(days: late)
  }

  /// The defect as a sentence.
  public var sentence: String {
    switch self {
    case .notApproved: "The sub-contracted supplier was not approved."
    case .unknownStart: "It is not known since when the sub-contracted supplier works."
    case .approvedLate(let days):
      "The sub-contracted supplier was approved \(days) day\(days == 1 ? "" : "s") too late."
    }
  }
}
