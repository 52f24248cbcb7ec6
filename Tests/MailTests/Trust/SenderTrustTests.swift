import Mail
import Testing

@Suite struct SenderTrustTests {
  private func trust(
    _ fields: String...,
    senders: [String] = ["mail.example.com"],
    server: String? = "mx.example.net",
    alignment: DomainAlignment = .relaxed
  ) -> SenderTrust {
    .judged(senders: senders, fields: fields, server: server, alignment: alignment)
  }

  @Test func `an aligned signature confirms`() {
    let trust = trust("mx.example.net; dkim=pass header.d=example.com")
    #expect(trust.level == .confirmed)
    #expect(
      trust.reasons.map(\.description)
        == ["DKIM gave “pass” for example.com, which fits the sender."]
    )
  }

  @Test func `a strict policy wants the same domain`() {
    let trust = trust("mx.example.net; dkim=pass header.d=example.com", alignment: .strict)
    #expect(trust.level == .claimed)
    #expect(
      trust.reasons.map(\.description)
        == ["DKIM gave “pass” for example.com, which is not the sender’s domain."]
    )
  }

  @Test func `a DMARC pass confirms only the very domain of the sender`() {
    #expect(trust("mx.example.net; dmarc=pass header.from=mail.example.com").level == .confirmed)
    #expect(trust("mx.example.net; dmarc=pass header.from=example.com").level == .claimed)
    #expect(trust("mx.example.net; dmarc=pass").level == .claimed)
  }

  @Test func `a DMARC failure contradicts, whatever else passed`() {
    let trust = trust(
      "mx.example.net; dkim=pass header.d=example.com; dmarc=fail header.from=mail.example.com"
    )
    #expect(trust.level == .contradicted)
    #expect(
      trust.reasons.map(\.description) == [
        "DMARC gave “fail” for mail.example.com, which fits the sender.",
        "DKIM gave “pass” for example.com, which fits the sender.",
      ]
    )
  }

  @Test func `an aligned failure contradicts only when nothing aligned passed`() {
    #expect(trust("mx.example.net; dkim=fail header.d=example.com").level == .contradicted)
    #expect(trust("mx.example.net; spf=fail smtp.mailfrom=mail.example.com").level == .contradicted)
    let both = "mx.example.net; dkim=fail header.d=example.com; spf=pass smtp.mailfrom=example.com"
    #expect(trust(both).level == .claimed)
  }

  @Test func `SPF alone confirms nobody`() {
    #expect(trust("mx.example.net; spf=pass smtp.mailfrom=mail.example.com").level == .claimed)
  }

  @Test func `only the topmost field of the own server counts`() {
    let forged = "mx.example.net; dkim=pass header.d=example.com"
    #expect(trust("mx.example.net; none", forged).level == .claimed)
    #expect(
      trust("mx.example.net; dkim=???", forged).reasons.map(\.description)
        == ["The latest finding of “mx.example.net” cannot be read."]
    )
    #expect(trust("other.example; dkim=fail header.d=example.com", forged).level == .confirmed)
    #expect(trust("mx.example.net.evil; dkim=pass header.d=example.com").level == .claimed)
  }

  @Test func `missing knowledge never confirms, and says why`() {
    let field = "mx.example.net; dkim=pass header.d=example.com"
    #expect(
      trust(field, server: nil).reasons.map(\.description)
        == ["No mail server is configured whose findings count."]
    )
    #expect(
      trust().reasons.map(\.description)
        == ["There is no finding of the mail server “mx.example.net”."]
    )
    #expect(
      trust(field, senders: ["example.com", "example.com"]).reasons.map(\.description)
        == ["“From” has 2 senders with a domain, not one."]
    )
    #expect(trust(field, senders: []).level == .claimed)
    #expect(trust(field, senders: [""]).level == .claimed)
    #expect(
      trust("mx.example.net; iprev=pass").reasons.map(\.description)
        == ["The mail server checked neither DKIM nor DMARC nor SPF."]
    )
    #expect(
      trust("mx.example.net; dkim=pass").reasons.map(\.description)
        == ["DKIM gave “pass” without saying for which domain."]
    )
  }

  @Test func `who had to log in is confirmed`() {
    #expect(
      SenderTrust.authenticatedChannel().reasons.map(\.description)
        == ["The sender had to log in to hand the message over."]
    )
  }

  @Test func `a message is judged by all its senders`() {
    let one = """
      Authentication-Results: mx.example.net;
       dkim=pass header.d=example.com
      From: Ann <ann@example.com>

      Hello
      """
    #expect(SenderTrust.judged(sampleMail(one), server: "MX.example.net").level == .confirmed)
    let two = one.replacing("\n\nHello", with: "\nFrom: Eve <eve@evil.example>\n\nHello")
    #expect(SenderTrust.judged(sampleMail(two), server: "mx.example.net").level == .claimed)
  }
}
