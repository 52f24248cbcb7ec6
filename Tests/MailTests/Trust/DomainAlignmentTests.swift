import Mail
import Testing

@Suite struct DomainAlignmentTests {
  @Test(arguments: [
    ("example.com", "example.com"), ("EXAMPLE.com.", "example.COM"),
    ("example.com", "mail.example.com"), ("mail.example.com", "example.com"),
    ("example.co.uk", "a.b.example.co.uk"),
  ])
  func `relaxed domains lie on one line`(authenticated: String, sender: String) {
    #expect(DomainAlignment.relaxed.fits(authenticated, sender: sender))
  }

  @Test(arguments: [
    ("example.org", "example.com"), ("ample.com", "example.com"), ("com", "example.com"),
    ("co.uk", "example.co.uk"), ("a.example.com", "b.example.com"), ("", "example.com"),
    ("example.com", ""), ("onmicrosoft.com", "firm.onmicrosoft.com"), ("gov.br", "x.gov.br"),
  ])
  func `other domains do not fit`(authenticated: String, sender: String) {
    #expect(!DomainAlignment.relaxed.fits(authenticated, sender: sender))
  }

  @Test func `strict domains are the same`() {
    #expect(DomainAlignment.strict.fits("Example.com", sender: "example.com"))
    #expect(!DomainAlignment.strict.fits("example.com", sender: "mail.example.com"))
  }
}
