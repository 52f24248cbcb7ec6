/// The tier of a supplier: by its latest assessment, else as entered.
public enum SupplierTier {
  /// The tier for an agreement: its own, else that of the party; nil if nobody said any.
  public static func of(_ file: RelationshipFile, _ agreement: AgreementFile? = nil) -> Tier? {
    let entered = agreement?.tier ?? file.party.tier
    guard let latest = latest(file) else { return entered.flatMap { Tier(rawValue: $0) } }
    if latest.isCritical == true || latest.underDora == true && latest.isCritical != false {
      return .strategic
    }
    if let tier = latest.overrideTier { return Tier(rawValue: tier.rawValue) }
    return byAxes(latest)
  }

  /// The latest assessment of the party, or nil.
  public static func latest(_ file: RelationshipFile) -> TierAssessment? {
    file.records[TierAssessment.self].max {
      ($0.assessedOn, $0.reference) < ($1.assessedOn, $1.reference)
    }
  }

  /// The tier by value and importance against supply risk, or nil for axes outside 1 to 5.
  private static func byAxes(_ assessment: TierAssessment) -> Tier? {
    guard let impact = Int(exactly: assessment.impact), let risk = Int(exactly: assessment.risk)
    else { return nil }
    return try? TierClassification(impact: impact, risk: risk).tier
  }
}
