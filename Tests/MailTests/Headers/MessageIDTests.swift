import Mail
import Testing

@Suite struct MessageIDTests {
  @Test func `an id is written in angle brackets`() {
    #expect(MessageID("a.b@example.org")?.description == "<a.b@example.org>")
  }

  @Test(arguments: ["", "a b", "a\r\nb", "<a>", "a\u{7F}"])
  func `an id has no blanks, controls and brackets`(text: String) {
    #expect(MessageID(text) == nil)
  }
}
