import Testing

@testable import Mail

@Suite struct LineEndsTests {
  @Test(arguments: [
    ("a\nb\n", "a\r\nb\r\n"), ("a\r\nb\r\n", "a\r\nb\r\n"), ("a\rb", "a\r\nb\r\n"), ("", ""),
    ("\n\r\n\r", "\r\n\r\n\r\n"), ("a\r\r\nb", "a\r\n\r\nb\r\n"), ("\n.\n", "\r\n.\r\n"),
  ])
  func `every line end becomes the wanted one, and the last line has one`(
    text: String,
    wanted: String
  ) {
    #expect(LineEnds.normalise(Array(text.utf8), to: [0x0D, 0x0A]) == Array(wanted.utf8))
    let local = Array(wanted.utf8).filter { $0 != 0x0D }
    #expect(LineEnds.normalise(Array(text.utf8), to: [0x0A]) == local)
  }
}
