import Model
import Policies

/// What an agreement must state, by edition and by law.
///
/// The items are those of ISO/IEC 20000-1, 7.3 (2005), 7.2 (2011) and 8.3.4.1 (2018), and of
/// Regulation (EU) 2022/2554, article 30(2) for all ICT services and 30(3) for those that support
/// critical or important functions.
enum ContentChecklist {
  /// The keys that an agreement needs, in the order of the list.
  static func required(_ edition: Edition, _ assessment: TierAssessment?) -> [String] {
    var keys = of(edition)
    if assessment?.underDora == true {
      keys += ofDora
      if assessment?.isCritical == true { keys += ofDoraIfCritical }
    }
    return all.filter(keys.contains)
  }

  private static let all = [
    "scope", "requirements", "targets", "authorities", "dependencies", "interfaces", "integration",
    "workload", "exceptions", "reporting", "charging", "ending", "subcontracting", "locations",
    "dataProtection", "dataReturn", "incidentHelp", "authoritiesCoop", "training", "continuity",
    "auditRights", "tlpt",
  ]

  private static func of(_ edition: Edition) -> [String] {
    switch edition {
    case .of2005:
      [
        "scope", "requirements", "targets", "interfaces", "reporting", "ending", "subcontracting",
      ]
    case .of2011: Array(all.prefix(12))
    case .of2018: ["scope", "requirements", "targets", "authorities"]
    }
  }

  private static let ofDora = [
    "scope", "targets", "authorities", "ending", "subcontracting", "locations", "dataProtection",
    "dataReturn", "incidentHelp", "authoritiesCoop", "training",
  ]

  private static let ofDoraIfCritical = ["reporting", "continuity", "auditRights", "tlpt"]
}
