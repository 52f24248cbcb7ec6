import Mail
import Testing

@Suite struct FlowedTextTests {
  private static func text(_ body: String, _ parameters: String = "format=flowed") -> String? {
    Message("Content-Type: text/plain; \(parameters)\n\n\(body)").root.text()?.text
  }

  @Test(arguments: [
    ("one \ntwo\nthree\n", "one two\nthree\n"), ("one\ntwo", "one\ntwo"), ("", ""),
    ("a \n\nb\n", "a \nb\n"), (" stuffed\n From x\n", "stuffed\nFrom x\n"),
    ("> one \n> two\n>> deep \n> less\nmine\n", "> one two\n>> deep \n> less\nmine\n"),
    (">one \n>two\n", "> one two\n"), (">\n> x\n", ">\n> x\n"),
    ("text \n-- \nAnna\n", "text \n-- \nAnna\n"), ("last ", "last "),
  ])
  func `lines that end with a space go on in the next one`(body: String, text: String) {
    #expect(Self.text(body) == text)
  }

  @Test func `with DelSp the space goes too`() {
    #expect(Self.text("on \ne  \ntwo\n", "format=Flowed; DelSp=YES") == "one two\n")
  }

  @Test func `text that is not said to be flowed stays as it is`() {
    #expect(Self.text("one \ntwo\n", "format=fixed") == "one \ntwo\n")
  }
}
