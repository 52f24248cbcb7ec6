import Mail
import Testing

@Suite struct SubjectTokenTests {
  @Test func `a mark is written and read`() {
    #expect(SubjectToken.written("C-2026-0007") == "[#C-2026-0007]")
    #expect(SubjectToken.references(in: "Re: [#C-1] x [#C-2] [#C-1]") == ["C-1", "C-2"])
  }

  @Test(arguments: [
    "", "[#]", "[# C-1]", "[#C-1", "#C-1]", "[#[#]", "[#" + String(repeating: "x", count: 41) + "]",
  ])
  func `other texts have no mark`(subject: String) {
    #expect(SubjectToken.references(in: subject).isEmpty)
  }
}
