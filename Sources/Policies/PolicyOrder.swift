import Model

/// Looks whether values of a policy fit each other.
struct PolicyOrder {
  /// Values that do not fit each other.
  struct Fault {
    /// The keys concerned, the one to be blamed last.
    let keys: [String]
    let message: String
    let remedy: String
  }

  /// Hands over each fault, in the order of the keys.
  static func check(_ policy: Policy, _ take: (Fault) -> Void) {
    for chain in targetChains + [["escalation.level2", "escalation.level3"]] {
      notShorter(chain, policy, take)
    }
    falling(
      ["scorecard.gradeA", "scorecard.gradeB", "scorecard.gradeC", "scorecard.gradeD"],
      policy
    ) {
      take($0)
    }
    notShorter(["reminder.toDeputy", "reminder.toLead", "reminder.toHead"], policy, take)
    notShorter(["dispute.level1", "dispute.level2", "dispute.level3"], policy, take)
    falling(["renewal.observe", "renewal.decide", "renewal.protect"], policy, take)
  }

  private static let targetChains = Policy.Severity.allCases.map { severity in
    ["acknowledge", "assess", "respond", "resolve"].map {
      "complaint.targets.\(severity.rawValue).\($0)"
    }
  }

  /// Each length of time is at least the one before; those in different units do not compare.
  private static func notShorter(
    _ chain: [String],
    _ policy: Policy,
    _ take: (Fault) -> Void
  ) {
    let stated = values(of: chain, in: policy).compactMap { name, text in
      Period(text).map { (name, $0) }
    }
    for ((earlier, before), (later, after)) in zip(stated, stated.dropFirst())
    where before.unit == after.unit && after.count < before.count {
      take(
        Fault(
          keys: [earlier, later],
          message: "“\(later)” (\(after)) is shorter than “\(earlier)” (\(before)).",
          remedy: "Give a later step at least as much time as the one before."
        )
      )
    }
  }

  /// Each number is less than the one before.
  private static func falling(
    _ chain: [String],
    _ policy: Policy,
    _ take: (Fault) -> Void
  ) {
    let stated = values(of: chain, in: policy).compactMap { name, text in
      Int(text.prefix { $0.isNumber }).map { (name, text, $0) }
    }
    for (earlier, later) in zip(stated, stated.dropFirst()) where later.2 >= earlier.2 {
      take(
        Fault(
          keys: [earlier.0, later.0],
          message: "“\(later.0)” (\(later.1)) is not less than “\(earlier.0)” (\(earlier.1)).",
          remedy: "Make each of these values less than the one before."
        )
      )
    }
  }

  private static func values(of chain: [String], in policy: Policy) -> [(String, String)] {
    chain.compactMap { name in PolicyKey.byName[name].map { (name, $0.text(in: policy)) } }
  }
}
