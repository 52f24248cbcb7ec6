import Model

extension PartyFacts {
  /// The party as a message names it: `P-1 (Acme)`.
  var label: String { "\(reference) (\(name))" }
}

extension ServiceGraph.Party {
  /// The party as a message names it: `P-1 (Acme)`.
  var label: String { "\(reference) (\(name))" }
}

extension ServiceGraph.Service {
  /// The service as a message names it: `S-1 (Mail)`.
  var label: String { "\(reference) (\(name))" }
}

extension AgreementFile {
  /// The agreement as a message names it: `SLA A-1 with Acme`.
  func label(with party: PartyFacts) -> String {
    "\(kind.label) \(reference) with \(party.name)"
  }
}

extension AgreementKind {
  /// The kind at the beginning of a sentence.
  var label: String {
    switch self {
    case .contract: "Contract"
    case .sla: "SLA"
    case .ola: "OLA"
    case .customerSupply: "Customer supply"
    }
  }
}

extension [String] {
  /// The words as one list: `a`, `a and b`, `a, b and c`.
  var listed: String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " and " + last
  }
}
