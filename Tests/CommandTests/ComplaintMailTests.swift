import Foundation
import TestSupport
import Testing

/// A complaint from its mail to its closure, every letter in one thread.
@Suite struct ComplaintMailTests {
  private let program: Program

  init() throws {
    program = try Program()
    program.environment["LIAISON_MAIL_FROM"] = "office@example.org"
    program.environment["LIAISON_MAIL_SERVER"] =
      "sendmail:" + program.folder.appendingPathComponent("sendmail").path
    let script = "printf '%s\\n' '#!/bin/sh' 'cat > \(program.folder.path)/sent-$$.eml' > sendmail"
    #expect(try program.shell("\(script); chmod +x sendmail").code == 0)
    for line in [
      ["init", "--organization", "Example IT", "--zone", "Europe/Berlin", "--country", "DE-BE"],
      ["person", "add", "anna", "Anna Muster", "--email", "anna@example.org"],
      ["party", "add", "K-1", "Acme", "--role", "customer"],
      ["contact", "add", "K-1", "Ann Kunde", "--email", "ann@acme.example"],
    ] {
      let result = try program.run(line)
      try #require(result.code == 0, "\(line): \(result.errors)")
    }
  }

  /// The complainant writes; what is answered is named by its id.
  private func write(_ text: String, answering id: String? = nil) throws {
    let fields = id.map { "In-Reply-To: <\($0)>\nReferences: <\($0)>\n" } ?? ""
    let count = try program.objects("mail", "list", "--format", "json").count
    try program.write(
      "From: Ann Kunde <ann@acme.example>\nTo: office@example.org\nSubject: The outage\n"
        + "Message-ID: <\(count)@acme.example>\n\(fields)\n\(text)\n",
      to: "in.eml"
    )
    let taken = try program.shell("\(Program.url.path) mail ingest - < in.eml")
    try #require(taken.code == 0, "\(taken.errors)")
  }

  private func complaint(_ arguments: String...) throws -> Program.Result {
    try program.run(["complaint"] + arguments)
  }

  /// The mails that went out, the last first.
  private func lastSent() throws -> [String: Any] {
    _ = try program.run("outbox", "send")
    let mails = try program.objects("outbox", "list", "--format", "json")
    return try #require(mails.last)
  }

  private func sentText(_ phrase: String) throws -> Bool {
    let files = try FileManager.default.contentsOfDirectory(atPath: program.folder.path)
    return try files.filter { $0.hasPrefix("sent-") }.contains {
      try program.read($0).contains(phrase)
    }
  }

  @Test func `every step is written in the thread, and the answers find their way back`() throws {
    try write("We are very unhappy with the outage.")
    try program.run("mail", "accept", "message-1", "--as", "complaint", "--severity", "major")
    #expect(try complaint("triage", "complaint-1").code == 0)
    let told = try complaint("acknowledge", "complaint-1", "--mail", "--set", "owner=anna")
    #expect(
      told.errors == "Complaint complaint-1 is acknowledged. The letter waits in the outbox.\n"
    )
    let letter = try lastSent()
    #expect(letter["subject"] as? String == "[#complaint-1] Who handles your complaint")
    #expect(letter["sender"] as? String == "office@example.org")
    #expect(try sentText("your complaint has the number complaint-1. Anna Muster handles it."))
    #expect(try sentText("In-Reply-To: <0@acme.example>"))
    #expect(try complaint("assess", "complaint-1").code == 0)
    #expect(try complaint("investigate", "complaint-1").code == 0)
    #expect(
      try complaint("wait", "complaint-1", "--mail", "--note", "When did it begin?").code == 0
    )
    let question = try #require(try lastSent()["messageId"] as? String)
    try write("At nine.", answering: question)
    let steps = try program.objects("complaint-step", "list", "--format", "json")
    #expect(steps.last?["kind"] as? String == "investigating")
    #expect(
      try complaint(
        "respond",
        "complaint-1",
        "--mail",
        "--set",
        "decision=upheld",
        "--set",
        "remedy=A credit of 5 %."
      ).code == 0
    )
    #expect(try complaint("ask-consent", "complaint-1", "--mail").code == 0)
    let asked = try #require(try lastSent()["messageId"] as? String)
    #expect(try sentText("What we do: A credit of 5 %."))
    try write("Yes.", answering: asked)
    let answer = try #require(
      try program.objects("mail", "queue", "--format", "json").last
    )
    #expect(answer["proposal"] as? String == "reply")
    #expect(
      answer["thread"] as? [String: String] == ["kind": "complaint", "reference": "complaint-1"]
    )
    let closed = try complaint(
      "close",
      "complaint-1",
      "--kind",
      "agreed",
      "--consent-by",
      "Ann Kunde",
      "--proof",
      "message-3"
    )
    #expect(closed.errors == "Complaint complaint-1 is closed.\n")
    try expectShown()
    #expect(try program.run("journal", "verify").code == 0)
  }

  private func expectShown() throws {
    let shown = try program.run("complaint", "show", "complaint-1", "--format", "json")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(shown.output.utf8)) as? [String: Any]
    )
    let clocks = try #require(object["clocks"] as? [[String: Any]])
    let states = clocks.filter { $0["clock"] as? String != "update" }.map {
      "\($0["clock"] as? String ?? "") \($0["state"] as? String ?? "")"
    }
    #expect(
      states == [
        "receipt met", "acknowledge met", "assess met", "respond met", "resolve met",
        "consent met",
      ]
    )
    let timeline = try #require(object["timeline"] as? [[String: Any]])
    #expect(timeline.first?["what"] as? String == "received")
    #expect(timeline.first?["mail"] as? String == "message-1")
    #expect(timeline.last?["what"] as? String == "closed")
  }

  // MARK: Letters that cannot be written

  @Test func `a letter names who handles it, and says something`() throws {
    try write("We are very unhappy with the outage.")
    try program.run("mail", "accept", "message-1", "--as", "complaint", "--no-receipt")
    #expect(try complaint("triage", "complaint-1").code == 0)
    let nobody = try complaint("acknowledge", "complaint-1", "--mail")
    #expect(nobody.code == 64)
    #expect(
      nobody.errors
        == "error: Complaint complaint-1: The letter names who handles it; say who: "
        + "--set owner=REFERENCE.\n"
    )
    let empty = try complaint("update", "complaint-1", "--mail")
    #expect(
      empty.errors == "error: Complaint complaint-1: Say what to write: --note TEXT.\n"
    )
    let nowhere = try complaint(
      "update",
      "complaint-1",
      "--mail",
      "--note",
      "x",
      "--set",
      "address="
    )
    #expect(
      nowhere.errors
        == "error: Complaint complaint-1: No address of the complainant is known; give it: "
        + "--set address=ADDRESS.\n"
    )
    let silent = try complaint("assess", "complaint-1", "--mail")
    #expect(silent.code == 64)
    #expect(
      silent.errors.contains("No letter goes with this step; use `liaison complaint update`.")
    )
    program.environment["LIAISON_MAIL_FROM"] = nil
    let unknown = try complaint("update", "complaint-1", "--mail", "--note", "x")
    #expect(unknown.code == 78)
    #expect(try program.run("outbox", "list").output == "No outbox mails.\n")
  }
}
