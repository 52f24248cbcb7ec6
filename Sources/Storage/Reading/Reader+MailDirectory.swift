import GRDB
import Model

/// An address under which a party or somebody there is known.
public struct KnownAddress: Sendable {
  /// The party's number in the store.
  public var party: Int64
  /// The contact's name; nil for the party's own address.
  public var name: String?
  /// The address as it was entered.
  public var address: String
}

extension Reader {
  /// The addresses of parties and of their contacts on the day.
  ///
  /// - Returns: The addresses, those of contacts first.
  /// - Throws: ``StoreError``.
  public func knownAddresses() throws -> [KnownAddress] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT partyId, name, email FROM temp.contactAsOf
        WHERE email IS NOT NULL AND (validFrom IS NULL OR validFrom <= ?1)
          AND (validThrough IS NULL OR validThrough >= ?1)
        UNION ALL
        SELECT partyId, NULL, email FROM temp.partyAsOf WHERE email IS NOT NULL
        """,
      arguments: [asOf.day.description]
    )
    return rows.map { KnownAddress(party: $0[0], name: $0[1], address: $0[2]) }
  }

  /// The domains of parties' websites, in small letters and without `www.`, with the parties'
  /// numbers.
  ///
  /// - Throws: ``StoreError``.
  public func knownSites() throws -> [(domain: String, party: Int64)] {
    let rows = try Row.fetchAll(
      database,
      sql: "SELECT partyId, website FROM temp.partyAsOf WHERE website IS NOT NULL"
    )
    return rows.compactMap { row in Self.domain(of: row[1]).map { (domain: $0, party: row[0]) } }
  }

  /// The host of an address on the web, or nil if it has none.
  private static func domain(of website: String) -> String? {
    var rest = website.lowercased()[...]
    if let mark = rest.firstRange(of: "://") { rest = rest[mark.upperBound...] }
    let host = rest.prefix { !"/:?#".contains($0) }
    let domain = host.hasPrefix("www.") ? host.dropFirst(4) : host
    return domain.contains(".") ? String(domain) : nil
  }
}
