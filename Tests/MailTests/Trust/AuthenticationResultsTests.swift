import Mail
import Testing

@Suite struct AuthenticationResultsTests {
  @Test func `server, methods, results, reasons and properties are read`() {
    let field = AuthenticationResults(
      """
      mx.example.net 1; DKIM=Pass (good (very)) reason="a \\"b\\"" header.d=example.com \
      header.i=@example.com; spf/1=softfail smtp.mailfrom=ann@example.com ;
      """
    )
    #expect(field?.server == "mx.example.net")
    #expect(field?.isWellFormed == true)
    #expect(field?.outcomes.map(\.method) == ["dkim", "spf"])
    #expect(field?.outcomes.map(\.result) == ["pass", "softfail"])
    #expect(field?.outcomes.first?.reason == "a \"b\"")
    #expect(
      field?.outcomes.first?.properties
        == ["header.d": "example.com", "header.i": "@example.com"]
    )
    #expect(field?.outcomes.last?.properties == ["smtp.mailfrom": "ann@example.com"])
  }

  @Test(arguments: ["example.net; none", "example.net 1; none", "example.net;", "example.net"])
  func `no result is well formed`(value: String) {
    let field = AuthenticationResults(value)
    #expect(field?.server == "example.net")
    #expect(field?.isWellFormed == true)
    #expect(field?.outcomes.isEmpty == true)
  }

  @Test(arguments: [
    "example.net; dkim", "example.net; dkim=", "example.net; dkim=pass header",
    "example.net; =pass",
    "example.net; dkim=pass header.d=a/b", "example.net; dkim=pass reason=\"open",
    "example.net; none; dkim=pass", "example.net; dkim=pass extra=1 (comment",
  ])
  func `of a field that cannot be read nothing is taken`(value: String) {
    let field = AuthenticationResults(value)
    #expect(field?.server == "example.net")
    #expect(field?.isWellFormed == false)
    #expect(field?.outcomes.isEmpty == true)
  }

  @Test(arguments: ["", "; dkim=pass", "dkim=pass header.d=a", "a b c; none", "(only a comment)"])
  func `without a server there is no field`(value: String) {
    #expect(AuthenticationResults(value) == nil)
  }
}
