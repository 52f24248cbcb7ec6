/// A party as a procurement notice describes it.
public struct NoticeParty: Sendable {
  /// The name; a party without one is not added.
  public var name: String
  /// ISO 3166-1 alpha-2, or nil.
  public var country: String?
  /// Street and house, lines joined by `, `.
  public var address: String?
  /// Postal code.
  public var postalCode: String?
  /// Town.
  public var city: String?
  /// Electronic mail address.
  public var email: String?
  /// Telephone number as written.
  public var phone: String?
  /// Address of the site.
  public var website: String?
  /// Identifiers as written, each with its scheme.
  public var identifiers: [(scheme: String, value: String)] = []

  /// Makes a party with a name.
  public init(name: String) { self.name = name }

  /// Adds an identifier of the country's own registers.
  ///
  /// The scheme is the country and `NATIONALID`, or the country and the name that the source
  /// gives, such as `PL-NIP`; names of schemes without a country stay as they are.
  public mutating func addIdentifier(_ value: String, scheme: String?) {
    let name = scheme.map { $0.uppercased() } ?? ""
    if Self.worldwide.contains(name) {
      identifiers.append((name, value))
    } else if let country, name.hasPrefix(country + "-") {
      identifiers.append((name, value))
    } else {
      let rest = name.isEmpty ? "NATIONALID" : name
      identifiers.append((country.map { "\($0)-\(rest)" } ?? rest, value))
    }
  }

  private static let worldwide: Set<String> = ["LEI", "DUNS", "GLN", "EORI", "VAT"]
}

extension Draft {
  /// Adds a party of a notice with its identifiers.
  public mutating func add(_ party: NoticeParty, role: DraftParty.Role, isOwn: Bool) {
    var entry = DraftParty(role: role, name: append(party.name), isOwn: isOwn)
    entry.country = party.country.map { append($0) }
    entry.address = party.address.map { append($0) }
    entry.postalCode = party.postalCode.map { append($0) }
    entry.city = party.city.map { append($0) }
    entry.email = party.email.map { append($0) }
    entry.phone = party.phone.map { append($0) }
    entry.website = party.website.map { append($0) }
    let number = addParty(entry)
    for (scheme, value) in party.identifiers {
      addPartyIdentifier(party: number, scheme: scheme, value: append(value))
    }
  }
}
