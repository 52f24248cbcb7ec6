import Mail
import Testing

@Suite struct OwnAddressTests {
  private func key(_ byte: UInt8) throws -> MailKey {
    try #require(MailKey(secret: Array(repeating: byte, count: 32)))
  }

  @Test(arguments: ["C-2026-0007", "ü", "a", "12345678901234567890"])
  func `an address gives its subject back, also in capital letters`(subject: String) throws {
    let key = try key(1)
    let address = try #require(
      OwnAddress(subject: subject).written(localPart: "mail", domain: "example.org", key: key)
    )
    #expect(OwnAddress(address, key: key)?.subject == subject)
    let capital = MailAddress(localPart: address.localPart.uppercased(), domain: "EXAMPLE.ORG")
    #expect(OwnAddress(capital, key: key)?.subject == subject)
    #expect(address.localPart.hasPrefix("mail+"))
  }

  @Test func `another key, another subject and a cut address are not ours`() throws {
    let key = try key(1)
    let address = try #require(
      OwnAddress(subject: "C-1").written(localPart: "mail", domain: "example.org", key: key)
    )
    #expect(try OwnAddress(address, key: self.key(2)) == nil)
    let cut = MailAddress(localPart: String(address.localPart.dropLast()), domain: "example.org")
    #expect(OwnAddress(cut, key: key) == nil)
    let other = try #require(
      OwnAddress(subject: "C-2").written(localPart: "mail", domain: "example.org", key: key)
    )
    let parts = (address.localPart.split(separator: "-"), other.localPart.split(separator: "-"))
    let mixed = MailAddress(localPart: "\(parts.0[0])-\(parts.1[1])", domain: "example.org")
    #expect(OwnAddress(mixed, key: key) == nil)
  }

  @Test(arguments: ["mail", "mail+", "mail+x", "mail+x-y-z", "mail+-", "mail+!-aaaaaaaaaaaaaaaa"])
  func `other addresses are not ours`(localPart: String) throws {
    #expect(
      try OwnAddress(MailAddress(localPart: localPart, domain: "example.org"), key: key(1)) == nil
    )
  }

  @Test func `a local part never has more than 64 bytes`() throws {
    let long = OwnAddress(subject: String(repeating: "x", count: 40))
    #expect(try long.written(localPart: "mail", domain: "example.org", key: key(1)) == nil)
    #expect(
      try OwnAddress(subject: "").written(localPart: "m", domain: "e.org", key: key(1)) == nil
    )
  }
}
