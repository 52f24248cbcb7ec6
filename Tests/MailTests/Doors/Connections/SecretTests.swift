import Mail
import Testing

@Suite struct SecretTests {
  @Test func `a secret prints as stars wherever it is printed`() {
    let secret = Secret("hunter2")
    var dumped = ""
    dump(secret, to: &dumped)
    let credentials = MailCredentials.password(user: "anna", secret)
    #expect("\(secret)" == "***")
    #expect(String(reflecting: secret) == "***")
    #expect(!dumped.contains("hunter2"))
    #expect(!"\(credentials)".contains("hunter2"))
    #expect(!String(reflecting: [credentials]).contains("hunter2"))
    #expect("\(credentials)".contains("anna"))
  }
}
