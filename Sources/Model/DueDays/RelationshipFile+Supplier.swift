extension RelationshipFile {
  /// Whether the party delivers to us from outside: by its role, or by a contract in force.
  public func isSupplier(on day: CivilDay) -> Bool {
    party.plays("supplier", on: day) || agreements.contains { $0.kind == .contract && $0.isActive }
  }

  /// The contracts with the party, in force or not.
  public var contracts: [AgreementFile] { agreements.filter { $0.kind == .contract } }

  /// The contracts in force.
  public var activeContracts: [AgreementFile] { contracts.filter(\.isActive) }
}
