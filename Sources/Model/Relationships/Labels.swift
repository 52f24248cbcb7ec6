extension PartyFacts {
  /// The party as a message names it: `P-1 (Acme)`.
  public var label: String { "\(reference) (\(name))" }
}

extension ServiceGraph.Party {
  /// The party as a message names it: `P-1 (Acme)`.
  public var label: String { "\(reference) (\(name))" }
}

extension ServiceGraph.Service {
  /// The service as a message names it: `S-1 (Mail)`.
  public var label: String { "\(reference) (\(name))" }
}

extension AgreementFile {
  /// The agreement as a message names it: `SLA A-1 with Acme`.
  public func label(with party: PartyFacts) -> String {
    "\(kind.label) \(reference) with \(party.name)"
  }
}

extension AgreementKind {
  /// The kind at the beginning of a sentence.
  public var label: String {
    switch self {
    case .contract: "Contract"
    case .sla: "SLA"
    case .ola: "OLA"
    case .customerSupply: "Customer supply"
    }
  }
}
