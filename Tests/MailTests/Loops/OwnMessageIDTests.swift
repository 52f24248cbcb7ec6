import Mail
import Testing

@Suite struct OwnMessageIDTests {
  private func key(_ byte: UInt8) throws -> MailKey {
    try #require(MailKey(secret: Array(repeating: byte, count: 32)))
  }

  @Test func `an id gives subject and serial back, whatever the domain`() throws {
    let own = OwnMessageID(subject: "C-2026-0007", serial: "42")
    let id = try #require(own.written(domain: "example.org", key: key(1)))
    #expect(try OwnMessageID(id, key: key(1)) == own)
    let moved = try #require(MessageID(id.value.replacing("example.org", with: "new.example")))
    #expect(try OwnMessageID(moved, key: key(1)) == own)
  }

  @Test func `an id of another key or another serial is not ours`() throws {
    let id = try #require(
      OwnMessageID(subject: "C", serial: "1").written(domain: "e.org", key: key(1))
    )
    let other = try #require(
      OwnMessageID(subject: "C", serial: "2").written(domain: "e.org", key: key(1))
    )
    #expect(try OwnMessageID(id, key: key(2)) == nil)
    let signature = try #require(
      other.value.split(separator: "@").first?.split(separator: ".").last
    )
    let own = try #require(id.value.split(separator: "@").first?.split(separator: "."))
    let mixed = try #require(MessageID("\(own[0]).\(own[1]).\(own[2]).\(signature)@e.org"))
    #expect(try OwnMessageID(mixed, key: key(1)) == nil)
  }

  @Test(arguments: ["a@b", "liaison.a.b.c@d", "liaison....@d", "x.ge.ge.aaaaaaaaaaaaaaaa@d"])
  func `other ids are not ours`(text: String) throws {
    let id = try #require(MessageID(text))
    #expect(try OwnMessageID(id, key: key(1)) == nil)
  }

  @Test func `an id needs a subject, a serial and a domain that ids can have`() throws {
    #expect(try OwnMessageID(subject: "", serial: "1").written(domain: "e.org", key: key(1)) == nil)
    #expect(try OwnMessageID(subject: "C", serial: "").written(domain: "e.org", key: key(1)) == nil)
    #expect(try OwnMessageID(subject: "C", serial: "1").written(domain: "", key: key(1)) == nil)
    #expect(try OwnMessageID(subject: "C", serial: "1").written(domain: "a b", key: key(1)) == nil)
  }
}
