import Mail
import Testing

@Suite struct MailKeyTests {
  @Test func `a secret needs sixteen bytes`() {
    #expect(MailKey(secret: Array(repeating: 1, count: 15)) == nil)
    #expect(MailKey(secret: Array(repeating: 1, count: 16)) != nil)
  }
}
