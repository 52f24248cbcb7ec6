import Mail
import Model
import Storage

/// Who is behind an address: our people, contacts, and parties by their domains.
struct SenderDirectory {
  /// To whom an address belongs.
  struct Match: Sendable, Equatable {
    /// The party's number in the store.
    var party: Int64
    /// Why it is that one, as a sentence.
    var reason: String
  }

  private var byAddress: [String: (party: Int64, name: String?)] = [:]
  private var byDomain: [String: Set<Int64>] = [:]
  private var people: Set<String> = []

  /// Reads the addresses that are known on the day of the reader.
  ///
  /// - Throws: `StoreError`.
  init(_ reader: Reader) throws {
    for known in try reader.knownAddresses() {
      let address = known.address.lowercased()
      if byAddress[address] == nil { byAddress[address] = (known.party, known.name) }
      if let mark = address.lastIndex(of: "@") {
        let domain = String(address[address.index(after: mark)...])
        if !SharedDomains.contains(domain) { byDomain[domain, default: []].insert(known.party) }
      }
    }
    for site in try reader.knownSites() { byDomain[site.domain, default: []].insert(site.party) }
    people = Set(try reader.organizationFile().people.compactMap { $0.email?.lowercased() })
  }

  /// Whether the address is one of our people's.
  func isOurs(_ address: MailAddress) -> Bool { people.contains(address.address.lowercased()) }

  /// To which party an address belongs; nil if to none, or if it could be several.
  func match(_ address: MailAddress) -> Match? {
    if let known = byAddress[address.address.lowercased()] {
      let whose = known.name.map { "the address of \($0)" } ?? "the party’s own address"
      return Match(party: known.party, reason: "\(address.address) is \(whose).")
    }
    let domain = address.domain.lowercased()
    guard let parties = byDomain[domain], parties.count == 1, let party = parties.first else {
      return nil
    }
    return Match(party: party, reason: "The party has other addresses or its website at \(domain).")
  }
}

/// Domains at which anybody can have an address, so that they say nothing about a party.
enum SharedDomains {
  /// Whether a domain, in small letters, is one of them.
  static func contains(_ domain: String) -> Bool { known.contains(domain) }

  /// The large providers of free mail, by their own sites.
  private static let known: Set<String> = [
    "aol.com", "bigpond.com", "btinternet.com", "fastmail.com", "free.fr", "freenet.de",
    "gmail.com", "gmx.at", "gmx.ch", "gmx.com", "gmx.de", "gmx.net", "googlemail.com",
    "hotmail.co.uk", "hotmail.com", "hotmail.de", "hotmail.fr", "icloud.com", "laposte.net",
    "libero.it", "live.com", "mac.com", "mail.com", "mail.ru", "mailbox.org", "me.com", "msn.com",
    "naver.com", "o2.pl", "online.de", "orange.fr", "outlook.com", "outlook.de", "posteo.de",
    "proton.me", "protonmail.com", "qq.com", "seznam.cz", "sfr.fr", "t-online.de", "tutanota.com",
    "uol.com.br", "wanadoo.fr", "web.de", "wp.pl", "yahoo.co.uk", "yahoo.com", "yahoo.com.br",
    "yahoo.de", "yahoo.fr", "yandex.ru", "ymail.com", "163.com", "126.com",
  ]
}
