import Foundation
import TestSupport
import Testing

@testable import Mail

/// The whole program with real servers: a reminder goes out, the answer comes in.
@Suite(
  .enabled(if: Postfix.isPresent, "\(TestMachine.missing)"),
  .timeLimit(.minutes(5)),
  .serialized
)
struct IntakeServerTests {
  @Test func `a reminder goes out by Postfix, its answer comes in, and the review is recorded`()
    throws
  {
    let postfix = try Postfix()
    let organisation = try ReminderOrganisation()
    let program = organisation.program
    organisation.use(port: postfix.port)
    let sent = try organisation.remind("2026-10-02", "--each")
    #expect(sent.code == 0, "\(sent.errors)")
    #expect(try Postfix.wait { try !postfix.arrived().isEmpty })
    let reminder = MessageReader().read(try #require(try postfix.arrived().first))
    let address = try #require(reminder.addresses.replyTo.addresses.first).address
    // Ada answers; the server adds its finding about her.
    let answer = """
      Authentication-Results: here.example; dkim=pass header.d=example.org
      From: Ada Berg <ada@example.org>
      To: \(address)
      Subject: Re: \(reminder.subject ?? "")
      In-Reply-To: \(reminder.messageID?.description ?? "")

      done 2026-10-01

      """
    let envelope = try MailEnvelope(sender: "ada@example.org", recipients: [address])
    let bytes = Array(answer.replacing("\n", with: "\r\n").utf8)
    #expect(postfix.sender.send(OutgoingMail(envelope, content: bytes)).fault == nil)
    #expect(try Postfix.wait { try postfix.arrived().count == 2 })
    let taken = try program.run("mail", "ingest", postfix.maildir)
    #expect(taken.code == 0, "\(taken.errors)")
    let reviews = try program.objects("review", "list", "--format", "json")
    #expect(reviews.map { $0["heldOn"] as? String } == ["2026-10-01"])
    let mails = try program.objects("mail", "list", "--format", "json")
    #expect(
      Set(mails.map { "\($0["class"] ?? "") \($0["state"] ?? "")" })
        == ["ownLoop settled", "human settled"]
    )
    #expect(try program.run("outbox", "send").code == 0)
    #expect(try Postfix.wait { try postfix.arrived().count == 3 })
  }

  @Test func `Postfix delivers through the pipe, again after the store was away`() throws {
    let place = try TestFolder()
    try TestMachine.shell("chmod 777 '\(place.path)'")
    let store = "\(place.path)/store.sqlite"
    let log = "\(place.path)/log"
    let postfix = try Postfix(
      pipe: "\(Program.url.path) mail ingest - --store \(store) --actor Postfix"
    )
    let envelope = try MailEnvelope(sender: "k@acme.example", recipients: ["in@pipe.example"])
    let mail = Array("From: k@acme.example\r\nSubject: Hello\r\n\r\nText.\r\n".utf8)
    // There is no store yet: the program ends with 75, and Postfix keeps the mail.
    #expect(postfix.sender.send(OutgoingMail(envelope, content: mail)).fault == nil)
    let program = try Program()
    program.environment["LIAISON_STORE"] = store
    #expect(
      try program.run("init", "--organization", "Example IT", "--zone", "Europe/Berlin").code == 0
    )
    try TestMachine.shell("chown nobody '\(store)'*; touch '\(log)'")
    let isThere = try Postfix.wait {
      try program.objects("mail", "list", "--format", "json").count == 1
    }
    #expect(isThere)
    let mails = try program.objects("mail", "list", "--format", "json")
    #expect(mails.map { $0["subject"] as? String } == ["Hello"])
  }
}
