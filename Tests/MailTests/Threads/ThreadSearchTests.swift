import Mail
import Testing

@Suite struct ThreadSearchTests {
  private let ann = MailAddress(localPart: "ann", domain: "supplier.example")

  private func key() throws -> MailKey {
    try #require(MailKey(secret: Array(repeating: 7, count: 16)))
  }

  private func lookup(isPartner: Bool = true) -> ThreadLookup {
    ThreadLookup(
      subjectOfMessage: { $0.value == "known@example.org" ? "stored" : nil },
      subjectOfToken: { $0 == "C-7" ? "token" : nil },
      subjectsOfReference: { ["INC0012345": ["theirs"], "4711-26": ["one", "two"]][$0] ?? [] },
      isPartner: { _, _ in isPartner }
    )
  }

  private func found(_ search: ThreadSearch, isPartner: Bool = true) throws -> [String] {
    try search.candidates(key: key(), lookup: lookup(isPartner: isPartner)).map {
      "\($0.subject) \($0.ground) \($0.evidence.prefix(17)) \($0.isCertain)"
    }
  }

  @Test func `the grounds count in their order`() throws {
    let address = try #require(
      OwnAddress(subject: "address").written(localPart: "m", domain: "e.org", key: key())
    )
    let id = try #require(
      OwnMessageID(subject: "id", serial: "1").written(domain: "e.org", key: key())
    )
    let known = try #require(MessageID("known@example.org"))
    let search = ThreadSearch(
      sender: ann,
      recipients: [ann, address],
      inReplyTo: [known],
      references: [id],
      subjectLine: "Re: [#C-7] our INC0012345",
      text: "See 4711-26."
    )
    #expect(
      try found(search) == [
        "address ownAddress \(address.address.prefix(17)) true",
        "id ownMessageID \(id.value.prefix(17)) true",
        "stored knownMessageID known@example.org true",
        "token subjectToken C-7 true",
        "theirs foreignReference INC0012345 true",
        "one foreignReference 4711-26 false",
        "two foreignReference 4711-26 false",
      ]
    )
  }

  @Test func `marks and numbers of a stranger are suggestions`() throws {
    let search = ThreadSearch(sender: ann, recipients: [], subjectLine: "[#C-7] INC0012345")
    #expect(
      try found(search, isPartner: false)
        == ["token subjectToken C-7 false", "theirs foreignReference INC0012345 false"]
    )
    let nobody = ThreadSearch(sender: nil, recipients: [], subjectLine: "[#C-7]")
    #expect(try found(nobody) == ["token subjectToken C-7 false"])
  }

  @Test func `the latest reference counts before earlier ones, and what is returned before all`()
    throws
  {
    let first = try #require(
      OwnMessageID(subject: "first", serial: "1").written(domain: "e", key: key())
    )
    let last = try #require(
      OwnMessageID(subject: "last", serial: "1").written(domain: "e", key: key())
    )
    let back = try #require(
      OwnMessageID(subject: "back", serial: "1").written(domain: "e", key: key())
    )
    let search = ThreadSearch(
      sender: ann,
      recipients: [],
      references: [first, last],
      returned: [back]
    )
    #expect(
      try search.candidates(key: key(), lookup: lookup()).map(\.subject) == [
        "back", "last", "first",
      ]
    )
  }

  @Test func `equal subject lines are no ground`() throws {
    #expect(
      try found(ThreadSearch(sender: ann, recipients: [ann], subjectLine: "Re: Offer")).isEmpty
    )
  }

  @Test func `a case is named once, by its strongest ground`() throws {
    let address = try #require(
      OwnAddress(subject: "token").written(localPart: "m", domain: "e.org", key: key())
    )
    let search = ThreadSearch(sender: ann, recipients: [address], subjectLine: "[#C-7]")
    #expect(try search.candidates(key: key(), lookup: lookup()).map(\.ground) == [.ownAddress])
  }
}
