import Foundation
import Importing
import Mail
import TestSupport
import Testing

@Suite struct MailSourceTests {
  @Test func `a path is recognised by what it holds`() throws {
    let folder = try TestFolder()
    let mail = try folder.write("Subject: x\n\n", to: "b.eml")
    let upper = try folder.write("", to: "a.EML")
    let box = try folder.write("From a\nSubject: x\n", to: "box.eml.txt")
    try Maildir(path: "\(folder.path)/dir").create()
    #expect(try MailSource.recognise(mail) == .message(path: mail))
    #expect(try MailSource.recognise(upper) == .message(path: upper))
    #expect(try MailSource.recognise(box) == .mbox(path: box))
    #expect(
      try MailSource.recognise("\(folder.path)/dir") == .maildir(path: "\(folder.path)/dir")
    )
    #expect(try MailSource.recognise(folder.path) == .folder(messages: [upper, mail]))
  }

  @Test func `a path with nothing is a problem`() {
    #expect(
      problem { _ = try MailSource.recognise("/nowhere") }
        == ["file.missing", "There is no such file.", "Check the path."]
    )
  }

  @Test(.enabled(if: Corpus.isPresent, "\(Corpus.missing)"))
  func `the mails of the corpus are folders of single mails`() throws {
    let folder = try #require(Corpus.folder).appendingPathComponent("mail/bounces").path
    guard case .folder(let messages) = try MailSource.recognise(folder) else {
      Issue.record("This is no folder of mails.")
      return
    }
    #expect(messages.count == 589)
    for path in messages {
      let mail = try WholeMail.read(FileSource(path: path), named: path)
      #expect(!mail.isEmpty)
    }
  }
}
