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
  private static let register = """
    <?xml version="1.0" encoding="UTF-8"?>
    <register xmlns="urn:liaison:register:1">
      <people>
        <person reference="ada"><name>Ada Berg</name><email>ada@example.org</email></person>
      </people>
      <agreements>
        <agreement reference="C-1">
          <title>Cloud</title><startsOn>2025-11-01</startsOn><endsOn>2030-10-31</endsOn>
          <party role="supplier"><name>Acme</name></party>
        </agreement>
      </agreements>
      <assignments>
        <assignment role="contractManager" person="ada" validFrom="2020-01-01"/>
      </assignments>
    </register>

    """

  /// A store in which one contract review falls due.
  private func organisation() throws -> Program {
    let program = try Program()
    program.environment["LIAISON_MAIL_FROM"] = "contracts@example.org"
    program.environment["LIAISON_MAIL_AUTH_SERVER"] = "here.example"
    try program.write(Self.register, to: "register.xml")
    try program.write("policy: 1\nreview.performance.strategic: none\n", to: "policy.yaml")
    for line in [
      ["init", "--organization", "Example IT", "--zone", "Europe/Berlin"],
      ["import", "register.xml", "--effective", "2020-01-01"],
      [
        "policy", "apply", "policy.yaml", "--approved-by", "Lin", "--effective", "2020-01-01",
      ],
    ] {
      let result = try program.run(line)
      try #require(result.code == 0, "\(line): \(result.errors)")
    }
    return program
  }

  private func arrived(_ maildir: String) throws -> [[UInt8]] {
    guard FileManager.default.fileExists(atPath: "\(maildir)/cur") else { return [] }
    let mailbox = Maildir(path: maildir)
    return try mailbox.list().entries.compactMap { try mailbox.read($0) }
  }

  @Test func `a reminder goes out by Postfix, its answer comes in, and the review is recorded`()
    throws
  {
    let postfix = try Postfix()
    let program = try organisation()
    program.environment["LIAISON_MAIL_SERVER"] = "smtp+plain://127.0.0.1:\(postfix.port)"
    let sent = try program.run("remind", "--deliver", "--each", "--as-of", "2026-10-02")
    #expect(sent.code == 0, "\(sent.errors)")
    #expect(try Postfix.wait { try !arrived(postfix.maildir).isEmpty })
    let reminder = MessageReader().read(try #require(try arrived(postfix.maildir).first))
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
    #expect(try Postfix.wait { try arrived(postfix.maildir).count == 2 })
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
    #expect(try Postfix.wait { try arrived(postfix.maildir).count == 3 })
  }

  @Test func `a refused recipient escalates, and a server that is down loses nothing`() throws {
    let program = try organisation()
    let port = try TestMachine.freePort()
    program.environment["LIAISON_MAIL_SERVER"] = "smtp+plain://127.0.0.1:\(port)"
    let down = try program.run("remind", "--deliver", "--as-of", "2026-10-02")
    #expect(down.code == 75)
    let postfix = try Postfix()
    program.environment["LIAISON_MAIL_SERVER"] = "smtp+plain://127.0.0.1:\(postfix.port)"
    let up = try program.run("outbox", "send", "mail-1")
    #expect(up.code == 0, "\(up.errors)")
    #expect(try Postfix.wait { try arrived(postfix.maildir).count == 1 })
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

/// A mailbox of many mails is fetched by a program that is killed again and again.
@Suite(
  .enabled(if: Dovecot.isPresent, "\(TestMachine.missing)"),
  .timeLimit(.minutes(10)),
  .serialized
)
struct FetchServerTests {
  /// How many mails are fetched; `LIAISON_TEST_MAILS` says otherwise.
  private static let count =
    ProcessInfo.processInfo.environment["LIAISON_TEST_MAILS"].flatMap { Int($0) } ?? 400

  private static let kills = 12

  @Test func `every mail is in the store exactly once, however often the program is killed`() throws
  {
    let dovecot = try Dovecot()
    try dovecot.deliver(
      (1...Self.count).map { number in
        Array("From: k@acme.example\r\nSubject: Mail \(number)\r\n\r\nText \(number).\r\n".utf8)
      }
    )
    let program = try Program()
    try program.run("init", "--organization", "Example IT", "--zone", "Europe/Berlin")
    program.environment["LIAISON_IMAP_SERVER"] = "imap+plain://127.0.0.1:\(dovecot.plainPort)"
    program.environment["LIAISON_IMAP_USER"] = "anna"
    program.environment["LIAISON_IMAP_SECRET"] = "env:PASSWORD"
    program.environment["PASSWORD"] = "secret"
    let liaison = Program.url.path
    var random = SplitMix64(seed: 5)
    for _ in 0..<Self.kills {
      let seconds = "0.\(Int.random(in: 1...9, using: &random))"
      _ = try program.shell("timeout -s KILL \(seconds) \(liaison) mail fetch --once --quiet")
    }
    let last = try program.run("mail", "fetch", "--once", "--quiet")
    #expect(last.code == 0, "\(last.errors)")
    let mails = try program.objects("mail", "list", "--format", "json")
    #expect(mails.count == Self.count)
    #expect(Set(mails.compactMap { $0["sha256"] as? String }).count == Self.count)
    // Three kills in the midst of one mail make it look like the cause; it waits for a person then.
    let states = Dictionary(grouping: mails) { $0["state"] as? String ?? "" }.mapValues(\.count)
    #expect((states["waiting"] ?? 0) + (states["quarantined"] ?? 0) == Self.count)
    #expect((states["quarantined"] ?? 0) <= Self.kills / 3)
    let flagged = try FileManager.default.contentsOfDirectory(
      atPath: "\(dovecot.folder.path)/mail/anna/cur"
    )
    #expect(flagged.count { $0.hasSuffix("S") } == Self.count)
    let again = try program.run("mail", "fetch", "--once")
    #expect(again.errors == "Took 0 mails.\n")
    #expect(try program.run("journal", "verify").code == 0)
  }
}
