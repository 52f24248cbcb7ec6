/// How closely the domain that was authenticated must fit the domain of the sender.
public enum DomainAlignment: String, Sendable, CaseIterable {
  /// One of the two is the other, or lies below it (after RFC 7489, 3.1.1).
  ///
  /// Two domains side by side below one registered domain do not fit: that would take a list of
  /// the registries of the world, and a DMARC result of the own server covers the case.
  case relaxed
  /// The two are the same.
  case strict

  /// Whether an authenticated domain stands for a sender's domain; case and a last dot do not
  /// matter.
  public func fits(_ authenticated: String, sender: String) -> Bool {
    let authenticated = Self.normalized(authenticated)
    let sender = Self.normalized(sender)
    guard !authenticated.isEmpty, !sender.isEmpty else { return false }
    if authenticated == sender { return true }
    guard self == .relaxed else { return false }
    let (upper, lower) =
      authenticated.utf8.count < sender.utf8.count
      ? (authenticated, sender) : (sender, authenticated)
    return lower.hasSuffix("." + upper) && !Self.isRegistry(upper)
  }

  private static func normalized(_ domain: String) -> String {
    let lowered = domain.lowercased()
    return lowered.hasSuffix(".") ? String(lowered.dropLast()) : lowered
  }

  /// Whether domains below this one belong to different owners: a top-level domain, or one like
  /// `co.uk`.
  private static func isRegistry(_ domain: String) -> Bool {
    let labels = domain.split(separator: ".")
    guard labels.count > 1 else { return true }
    guard labels.count == 2, let country = labels.last, country.utf8.count == 2 else {
      return sharedHosts.contains(domain)
    }
    return secondLevels.contains(String(labels[0])) || sharedHosts.contains(domain)
  }

  /// What stands before a country in the names of registries.
  private static let secondLevels: Set<String> = [
    "ac", "asn", "co", "com", "ed", "edu", "ernet", "firm", "gc", "gen", "go", "gob", "gouv",
    "gov", "govt", "gv", "id", "ind", "info", "lg", "ltd", "me", "mil", "muni", "name", "ne",
    "net", "nhs", "nic", "nom", "or", "org", "plc", "police", "pro", "res", "sch", "school",
    "web",
  ]

  /// Domains that are no registry but give names below them to anyone.
  private static let sharedHosts: Set<String> = [
    "blogspot.com", "github.io", "herokuapp.com", "azurewebsites.net", "cloudfront.net",
    "onmicrosoft.com", "amazonaws.com", "web.app", "pages.dev",
  ]
}
