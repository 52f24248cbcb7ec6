/// What is known of the own mail when a message comes in.
public struct OwnMail: Sendable {
  /// The key with which own messages are signed; nil if none is configured, and then no message
  /// is known as an own one.
  public var key: MailKey?
  /// The own addresses in small letters, without details behind a plus.
  public var addresses: Set<String>

  /// Makes the knowledge; the addresses in any case.
  public init(key: MailKey?, addresses: some Sequence<String>) {
    self.key = key
    self.addresses = Set(addresses.map { $0.lowercased() })
  }

  /// Whether an address is an own one, whatever stands behind a plus.
  func owns(_ address: MailAddress) -> Bool {
    let local = address.localPart.prefix { $0 != "+" }
    return addresses.contains("\(local)@\(address.domain)".lowercased())
      || addresses.contains(address.address.lowercased())
  }
}
