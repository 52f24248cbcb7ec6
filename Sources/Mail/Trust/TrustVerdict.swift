/// Weighs the outcomes in the field of the own server.
struct TrustVerdict {
  private let outcomes: AuthenticationResults
  private let sender: String
  private let alignment: DomainAlignment

  init(_ outcomes: AuthenticationResults, sender: String, _ alignment: DomainAlignment) {
    self.outcomes = outcomes
    self.sender = sender
    self.alignment = alignment
  }

  var trust: SenderTrust {
    let dmarc = outcomes.outcomes(of: "dmarc").map { reason($0, domain: Self.dmarcDomain($0)) }
    let dkim = outcomes.outcomes(of: "dkim").map { reason($0, domain: Self.dkimDomain($0)) }
    let spf = outcomes.outcomes(of: "spf").map { reason($0, domain: Self.spfDomain($0)) }
    let all = dmarc + dkim + spf
    if let failed = outcomes.outcomes(of: "dmarc").firstIndex(where: { $0.result == "fail" }) {
      return SenderTrust(.contradicted, Self.first(dmarc[failed], of: all))
    }
    if let passed = (dmarc + dkim).first(where: Self.isAlignedPass) {
      return SenderTrust(.confirmed, Self.first(passed, of: all))
    }
    if !spf.contains(where: Self.isAlignedPass),
      let failed = (dkim + spf).first(where: Self.isAlignedFail)
    {
      return SenderTrust(.contradicted, Self.first(failed, of: all))
    }
    return SenderTrust(.claimed, all.isEmpty ? [.nothingChecked] : all)
  }

  private func reason(_ outcome: AuthenticationResults.Outcome, domain: String?) -> TrustReason {
    guard let domain, !domain.isEmpty else {
      return .noDomain(method: outcome.method, result: outcome.result)
    }
    let alignment = outcome.method == "dmarc" ? .strict : alignment
    return alignment.fits(domain, sender: sender)
      ? .aligned(method: outcome.method, result: outcome.result, domain: domain)
      : .notAligned(method: outcome.method, result: outcome.result, domain: domain)
  }

  private static func isAlignedPass(_ reason: TrustReason) -> Bool {
    if case .aligned(_, "pass", _) = reason { true } else { false }
  }

  private static func isAlignedFail(_ reason: TrustReason) -> Bool {
    if case .aligned(_, "fail", _) = reason { true } else { false }
  }

  /// The reasons with the deciding one first.
  private static func first(_ reason: TrustReason, of all: [TrustReason]) -> [TrustReason] {
    [reason] + all.filter { $0 != reason }
  }

  // MARK: Domains

  /// DMARC speaks of the domain in `From` (RFC 7489, 11.2).
  private static func dmarcDomain(_ outcome: AuthenticationResults.Outcome) -> String? {
    outcome.properties["header.from"].map { domain(of: $0) }
  }

  /// The signing domain, or the one of the agent, which lies in or below it (RFC 6376, 3.5).
  private static func dkimDomain(_ outcome: AuthenticationResults.Outcome) -> String? {
    (outcome.properties["header.d"] ?? outcome.properties["header.i"]).map { domain(of: $0) }
  }

  /// The domain of the envelope's sender, or of the greeting (RFC 7208, 2.4).
  private static func spfDomain(_ outcome: AuthenticationResults.Outcome) -> String? {
    (outcome.properties["smtp.mailfrom"] ?? outcome.properties["smtp.helo"]).map { domain(of: $0) }
  }

  private static func domain(of value: String) -> String {
    value.split(separator: "@", omittingEmptySubsequences: false).last.map(String.init) ?? value
  }
}
