import Mail
import Testing

@Suite struct DuplicateKeysTests {
  private static let mail = """
    Received: from a by b; Sun, 3 May 2026 10:15:00 +0000
    From: Ann <ann@example.org>
    Date: Sun, 3 May 2026 10:15:00 +0000
    Message-ID: <1@example.org>
    Subject: Offer
     for you

    Hello
    """

  private func keys(_ text: String) -> DuplicateKeys { DuplicateKeys(sampleMail(text)) }

  @Test func `the way through servers, folding and line ends change neither key`() {
    let other =
      Self.mail.replacing("from a by b", with: "from c by d")
      .replacing("Offer\n for", with: "Offer for") + "\n\n"
    let unix = DuplicateKeys(MessageReader().read(Array(("X-Spam-Score: 3\n" + other).utf8)))
    #expect(keys(Self.mail) == unix)
    #expect(keys(Self.mail).content.count == 64)
  }

  @Test func `another subject changes the content but not the identity`() {
    let other = keys(Self.mail.replacing("Offer", with: "[list] Offer"))
    #expect(other.content != keys(Self.mail).content)
    #expect(other.identity == keys(Self.mail).identity)
  }

  @Test(arguments: [
    ("Hello", "Hallo"), ("ann@", "eve@"), ("10:15:00 +0000\nM", "10:16:00 +0000\nM"),
  ])
  func `the same id with another content is no duplicate`(old: String, new: String) {
    let other = keys(Self.mail.replacing(old, with: new))
    #expect(other.content != keys(Self.mail).content)
    #expect(other.identity != keys(Self.mail).identity)
  }

  @Test func `without an id there is no identity`() {
    #expect(keys(Self.mail.replacing("Message-ID: <1@example.org>\n", with: "")).identity == nil)
  }
}
