import Foundation
import TestSupport
import Testing

/// Mails from the command line: taken, shown, and made something of.
@Suite struct MailCommandTests {
  private let program: Program

  init() throws {
    program = try Program()
    program.environment["LIAISON_MAIL_FROM"] = "office@example.org"
    program.environment["LIAISON_MAIL_AUTH_SERVER"] = "mx.example.org"
    for line in [
      ["init", "--organization", "Example IT", "--zone", "Europe/Berlin"],
      ["party", "add", "K-1", "Acme", "--role", "customer"],
      ["contact", "add", "K-1", "Ann Kunde", "--email", "ann@acme.example"],
      [
        "party", "add", "S-1", "Nordwind", "--role", "supplier", "--set",
        "email=info@nordwind.example",
      ],
      ["agreement", "add", "C-1", "--set", "title=Cloud", "--supplier", "S-1"],
    ] {
      let result = try program.run(line)
      try #require(result.code == 0, "\(line): \(result.errors)")
    }
  }

  private func write(
    _ name: String = "a.eml",
    subject: String = "Complaint about the outage",
    from: String = "Ann Kunde <ann@acme.example>",
    text: String = "We are very unhappy with the outage.",
    fields: [String] = []
  ) throws {
    let domain = from.split(separator: "@").last?.filter { $0 != ">" } ?? ""
    let lines =
      [
        "Received: from a by mx.example.org; Fri, 20 Nov 2026 08:30:00 +0100",
        "Authentication-Results: mx.example.org; dkim=pass header.d=\(domain)", "From: \(from)",
        "To: office@example.org", "Subject: \(subject)",
        "Date: Fri, 20 Nov 2026 08:29:00 +0100", "Message-ID: <\(name)@acme.example>",
      ] + fields
    try program.write(lines.joined(separator: "\n") + "\n\n" + text + "\n", to: name)
  }

  private func mails() throws -> [[String: Any]] {
    try program.objects("mail", "list", "--format", "json")
  }

  // MARK: Taking

  @Test func `a mail is taken once, and it is said what is known of it`() throws {
    try write()
    let taken = try program.run("mail", "ingest", "a.eml")
    #expect(taken.errors == "Took 1 mail: 1 waits for a person.\n")
    #expect(
      try program.run("mail", "ingest", "a.eml").errors == "Took 1 mail: 1 was there before.\n"
    )
    let mail = try #require(
      try program.objects("mail", "ingest", "a.eml", "--format", "json").first
    )
    #expect(mail["id"] as? String == "message-1")
    #expect(mail["class"] as? String == "human")
    #expect(mail["subject"] as? String == "Complaint about the outage")
    #expect(mail["messageId"] as? String == "a.eml@acme.example")
    #expect(mail["date"] as? String == "2026-11-20T07:29:00Z")
    #expect(mail["proposal"] as? String == "complaint")
    #expect(mail["thread"] is NSNull)
    let sender = try #require(mail["sender"] as? [String: String])
    #expect(
      sender == [
        "address": "ann@acme.example", "name": "Ann Kunde", "party": "K-1", "trust": "confirmed",
      ]
    )
  }

  @Test func `an mbox, a Maildir and a folder are taken, and seen again cost nothing`() throws {
    try write("a.eml")
    try write("b.eml", text: "Another one.")
    let mbox = try ["a.eml", "b.eml"].map {
      "From ann@acme.example Fri Nov 20 08:30:00 2026\n" + (try program.read($0)) + "\n"
    }.joined()
    try program.write(mbox, to: "in.mbox")
    #expect(
      try program.run("mail", "ingest", "in.mbox").errors == "Took 2 mails: 2 wait for a person.\n"
    )
    #expect(try program.run("mail", "ingest", "in.mbox").errors == "Took 0 mails.\n")
    try write("md/new/1.a", text: "A third one.")
    #expect(try program.shell("mkdir -p md/cur md/tmp").code == 0)
    #expect(
      try program.run("mail", "ingest", "md").errors == "Took 1 mail: 1 waits for a person.\n"
    )
    #expect(try program.shell("ls md/cur").output == "1.a:2,S\n")
    #expect(try program.run("mail", "ingest", "md").errors == "Took 0 mails.\n")
    try write("folder/c.eml", text: "A fourth one.")
    #expect(
      try program.run("mail", "ingest", "folder").errors == "Took 1 mail: 1 waits for a person.\n"
    )
  }

  @Test func `a delivery pipe ends with 0 when the mail is on disk, else with 75`() throws {
    try write()
    let liaison = Program.url.path
    let taken = try program.shell("\(liaison) mail ingest - < a.eml")
    #expect(taken.code == 0)
    #expect(try mails().count == 1)
    #expect(try mails()[0]["door"] as? String == "-")
    let away = try program.shell("\(liaison) mail ingest - --store none.sqlite < a.eml")
    #expect(away.code == 75)
    let both = try program.run("mail", "ingest", "-", "a.eml")
    #expect(both.code == 64)
    #expect(both.errors.contains("- stands alone: it is one mail on standard input."))
  }

  @Test func `what is not there is said`() throws {
    let result = try program.run("mail", "ingest", "none.eml")
    #expect(result.code == 66)
    #expect(result.errors.contains("There is no such file."))
  }

  // MARK: Complaints

  @Test func `a complaint is received when its mail was, and a receipt waits`() throws {
    try write()
    try program.run("mail", "ingest", "a.eml", "--quiet")
    let accepted = try program.run(
      "mail",
      "accept",
      "message-1",
      "--as",
      "complaint",
      "--severity",
      "major"
    )
    #expect(
      accepted.errors
        == "message-1 is complaint-1. A receipt to ann@acme.example waits in the outbox.\n"
    )
    let complaint = try #require(try program.objects("complaint", "list", "--format", "json").first)
    #expect(complaint["receivedAt"] as? String == "2026-11-20T07:30:00Z")
    #expect(complaint["party"] as? String == "K-1")
    #expect(complaint["address"] as? String == "ann@acme.example")
    #expect(complaint["channel"] as? String == "mail")
    #expect(complaint["severity"] as? String == "major")
    let description = try #require(complaint["description"] as? String)
    #expect(description.contains("We are very unhappy with the outage."))
    let steps = try program.objects("complaint-step", "list", "--format", "json")
    #expect(steps.map { $0["kind"] as? String } == ["received", "receipt"])
    let receipt = try #require(try program.objects("outbox", "list", "--format", "json").first)
    #expect(receipt["recipients"] as? String == "ann@acme.example")
    #expect(receipt["sender"] is NSNull)
    #expect(
      receipt["subject"] as? String
        == "[#complaint-1] We have your message: Complaint about the outage"
    )
    #expect(try program.run("journal", "verify").code == 0)
  }

  @Test func `no receipt goes to a program, and it is said why`() throws {
    try write(fields: ["Precedence: bulk"])
    try program.run("mail", "ingest", "a.eml", "--quiet")
    _ = try program.run("mail", "undo", "message-1")
    let accepted = try program.run("mail", "accept", "message-1", "--as", "complaint")
    #expect(accepted.errors.contains("No receipt is sent: "))
    #expect(try program.run("outbox", "list").output == "No outbox mails.\n")
  }

  @Test func `an answer with the mark of the complaint belongs to it, and ends the pause`() throws {
    try write()
    try program.run("mail", "ingest", "a.eml", "--quiet")
    try program.run("mail", "accept", "message-1", "--as", "complaint", "--quiet")
    for (verb, minute) in [
      ("triage", "01"), ("acknowledge", "02"), ("assess", "03"), ("investigate", "04"),
      ("wait", "05"),
    ] {
      let result = try program.run(
        "complaint",
        verb,
        "complaint-1",
        "--at",
        "2026-11-20T08:\(minute):00Z"
      )
      try #require(result.code == 0, "\(result.errors)")
    }
    try write(
      "b.eml",
      subject: "Re: [#complaint-1] Your question",
      text: "It was at nine.",
      fields: []
    )
    let late = try program.read("b.eml").replacing("08:30:00", with: "10:30:00")
    try program.write(late, to: "b.eml")
    #expect(try program.run("mail", "ingest", "b.eml").code == 0)
    let mail = try #require(try mails().last)
    #expect(mail["complaint"] as? String == "complaint-1")
    #expect(mail["proposal"] as? String == "reply")
    let steps = try program.objects("complaint-step", "list", "--format", "json")
    let last = try #require(steps.last { $0["kind"] as? String == "investigating" })
    #expect(last["at"] as? String == "2026-11-20T09:30:00Z")
    #expect(last["note"] as? String == "The complainant answered, by message-2.")
  }

  @Test func `the mark of a complaint from a stranger is only a proposal`() throws {
    try write()
    try program.run("mail", "ingest", "a.eml", "--quiet")
    try program.run("mail", "accept", "message-1", "--as", "complaint", "--quiet")
    try write("b.eml", subject: "[#complaint-1]", from: "x@elsewhere.example")
    try program.run("mail", "ingest", "b.eml", "--quiet")
    let mail = try #require(try mails().last)
    #expect(mail["complaint"] is NSNull)
    #expect(mail["about"] as? String == "complaint-1")
    let accepted = try program.run("mail", "accept", "message-2", "--as", "reply")
    #expect(accepted.errors == "message-2 belongs to complaint-1.\n")
  }

  // MARK: Others

  @Test func `a notice ends the agreement as of the day on which it came`() throws {
    try write(
      subject: "Notice of termination",
      from: "info@nordwind.example",
      text: "We terminate."
    )
    try program.run("mail", "ingest", "a.eml", "--quiet")
    let accepted = try program.run(
      "mail",
      "accept",
      "message-1",
      "--as",
      "notice",
      "--agreement",
      "C-1"
    )
    #expect(accepted.errors == "message-1: Notice of C-1.\n")
    let kept = try program.run("export")
    #expect(kept.output.contains("<noticeGivenOn>2026-11-20</noticeGivenOn>"))
  }

  @Test func `a file becomes a proof that somebody has to accept`() throws {
    let added = try program.run(
      "obligation",
      "add",
      "O-1",
      "--set",
      "agreement=C-1",
      "--set",
      "kind=serviceReport",
      "--set",
      "title=Report",
      "--set",
      "debtor=supplier",
      "--set",
      "startsOn=2026-11-30"
    )
    try #require(added.code == 0, "\(added.errors)")
    try write(
      from: "info@nordwind.example",
      text: "--b\nContent-Type: application/pdf\n\nPDF\n--b--",
      fields: ["MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=b"]
    )
    try program.run("mail", "ingest", "a.eml", "--quiet")
    let none = try program.run("mail", "accept", "message-1", "--as", "evidence")
    #expect(none.code == 64)
    #expect(
      none.errors.contains(
        "Say for what it is: --obligation REFERENCE --due YYYY-MM-DD --kind KIND."
      )
    )
    let facts = ["--obligation", "O-1", "--due", "2026-11-30", "--kind", "serviceReport"]
    let missing = try program.run(
      ["mail", "accept", "message-1", "--as", "evidence", "--file", "2"] + facts
    )
    #expect(missing.errors == "error: message-1 has 1 files; there is no file 2.\n")
    let accepted = try program.run(["mail", "accept", "message-1", "--as", "evidence"] + facts)
    #expect(accepted.errors == "message-1 is proof-1. Next: liaison obligation accept proof-1\n")
    #expect(try program.run("mail", "show", "message-1", "--file", "1").output == "PDF")
  }

  @Test func `a dispute is opened by them`() throws {
    try write(subject: "Invoice 17")
    try program.run("mail", "ingest", "a.eml", "--quiet")
    let accepted = try program.run(
      "mail",
      "accept",
      "message-1",
      "--as",
      "dispute",
      "--agreement",
      "C-1"
    )
    #expect(accepted.errors == "message-1 is dispute-1.\n")
    let dispute = try #require(try program.objects("dispute", "list", "--format", "json").first)
    #expect(dispute["openedBy"] as? String == "them")
    #expect(dispute["openedOn"] as? String == "2026-11-20")
  }

  @Test func `what is put aside waits no more, and can be taken back`() throws {
    try write()
    try program.run("mail", "ingest", "a.eml", "--quiet")
    #expect(
      try program.run("mail", "discard", "message-1", "--reason", "Spam").errors
        == "message-1 is put aside.\n"
    )
    #expect(try program.run("mail", "queue").output == "No mails.\n")
    let again = try program.run("mail", "done", "message-1")
    #expect(again.code == 64)
    #expect(
      again.errors
        == "error: message-1 is discarded and does not wait; take that back first with "
        + "`liaison mail undo message-1`.\n"
    )
    #expect(try program.run("mail", "undo", "message-1").errors == "message-1 waits again.\n")
    #expect(try program.run("mail", "done", "message-1").errors == "message-1 is done.\n")
    #expect(
      try program.run("mail", "done", "message-9").errors
        == "error: There is no mail with the reference message-9.\n"
    )
  }

  @Test func `reading again shows what would be found now`() throws {
    try write(from: "new@elsewhere.example")
    try program.run("mail", "ingest", "a.eml", "--quiet")
    try program.run("contact", "add", "K-1", "New", "--email", "new@elsewhere.example", "--quiet")
    let replay = try program.run("mail", "replay", "message-1", "--dry-run")
    #expect(
      replay.output.contains("now   party K-1: new@elsewhere.example is the address of New.\n")
    )
    #expect(replay.output.contains("same  class human: "))
  }

  @Test func `the report counts what came in by the month in which it reached us`() throws {
    try write()
    try write("b.eml", text: "Another.", fields: ["Auto-Submitted: auto-replied"])
    try write("c.eml", subject: "Spam")
    try program.run("mail", "ingest", "a.eml", "b.eml", "c.eml", "--quiet")
    try program.run("mail", "discard", "message-3", "--reason", "Spam", "--quiet")
    let rows = try program.objects("report", "mail", "--format", "json")
    #expect(rows.count == 1)
    let row = try #require(rows.first)
    #expect(row["period"] as? String == "2026-11")
    for (name, count) in [
      ("received", 3), ("human", 2), ("automatic", 1), ("decided", 1), ("waiting", 1),
      ("repeated", 0), ("quarantined", 0),
    ] {
      #expect(row[name] as? Int == count, "\(name)")
    }
    #expect(row["oldestWaiting"] as? String == "2026-11-20T07:30:00Z")
    #expect(
      try program.run("report", "mail", "--party", "S-1").output.hasPrefix("No mail came in.")
    )
    for format in ["table", "csv", "ndjson", "markdown", "html"] {
      #expect(try program.run("report", "mail", "--format", format).code == 0)
    }
  }
}
