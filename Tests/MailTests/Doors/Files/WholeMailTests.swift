import Mail
import Testing

@Suite struct WholeMailTests {
  @Test func `a mail as large as the limit is taken, a larger one is not`() throws {
    #expect(
      try WholeMail.read(ChoppedSource("abcde", piece: 2), maximumSize: 5, named: "-").count == 5
    )
    #expect(
      problem {
        _ = try WholeMail.read(ChoppedSource("abcdef", piece: 2), maximumSize: 5, named: "-")
      } == [
        "mail.size", "The mail is larger than 5 bytes.",
        "Raise the limit for mails if it shall be taken.",
      ]
    )
  }
}
