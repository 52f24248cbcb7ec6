import Mail
import TestSupport
import Testing

/// All mails of the corpus; the table in `docs/formats/mail.md` explains every deviation.
@Suite(.enabled(if: Corpus.isPresent, "\(Corpus.missing)"))
struct ZammadCorpusTests {
  private static func failing(_ isRight: (ZammadMail) -> Bool) throws -> [String] {
    try ZammadMail.all().filter { !isRight($0) }.map(\.name)
  }

  @Test func `the corpus is complete`() throws {
    #expect(try ZammadMail.all().count == 106)
  }

  @Test func `104 of 106 subjects are as expected`() throws {
    #expect(try Self.failing(\.hasSubject) == ["mail018", "mail046"])
  }

  @Test func `103 of 106 senders are as expected`() throws {
    #expect(try Self.failing(\.hasSender) == ["mail035", "mail076", "mail087"])
  }

  @Test func `102 of 106 names of senders are as expected`() throws {
    #expect(
      try Self.failing(\.hasSenderName) == ["mail046", "mail065", "mail076", "mail087"]
    )
  }

  @Test func `all 75 files have the expected bytes`() throws {
    let mails = try ZammadMail.all()
    #expect(mails.map(\.attachments.count).reduce(0, +) == 75)
    let missing = mails.filter { mail in
      mail.attachments.contains { mail.parts(for: $0).isEmpty }
    }
    #expect(missing.map(\.name) == [])
  }

  @Test func `all but three file names that a mail gives are as expected`() throws {
    let different = try ZammadMail.all().filter { mail in
      mail.attachments.contains { attachment in
        let names = mail.parts(for: attachment).map(\.fileName)
        return names.allSatisfy { $0 != nil } && !names.contains(attachment.filename)
      }
    }
    #expect(different.map(\.name) == ["mail064", "mail073", "mail102"])
  }
}
