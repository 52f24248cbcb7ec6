extension Rule {
  /// All rules, in the order in which they are reported.
  public static let all: [Rule] = businessRules + serviceLevelRules + supplierRules + internalRules

  /// The rule with the id, or nil.
  public static func named(_ id: String) -> Rule? { all.first { $0.id == id } }
}
