import Foundation
import TestSupport
import Testing

/// Reminders from the command line, sent by a program that stands for `sendmail`.
@Suite struct RemindCommandTests {
  private let program: Program
  private let key = "contractReview/agreement/C-1//2026-11-01/-30d"

  init() throws {
    program = try Program()
    try program.run("init", "--organization", "Example IT", "--zone", "Europe/Berlin")
    try program.write(Self.register, to: "register.xml")
    #expect(try program.run("import", "register.xml", "--effective", "2020-01-01").code == 0)
    // Only the contract review is to fall due.
    try program.write("policy: 1\nreview.performance.strategic: none\n", to: "policy.yaml")
    let policy = try program.run(
      "policy",
      "apply",
      "policy.yaml",
      "--approved-by",
      "Lin Mo",
      "--effective",
      "2020-01-01"
    )
    #expect(policy.code == 0)
    program.environment["LIAISON_MAIL_FROM"] = "contracts@example.org"
    program.environment["LIAISON_MAIL_SERVER"] =
      "sendmail:" + program.folder.appendingPathComponent("sendmail").path
    try mailer("cat > mail-$$.eml")
  }

  private static let register = """
    <?xml version="1.0" encoding="UTF-8"?>
    <register xmlns="urn:liaison:register:1">
      <people>
        <person reference="lin">
          <name>Lin Mo</name>
          <email>lin@example.org</email>
        </person>
        <person reference="ada">
          <name>Ada Berg</name>
          <email>ada@example.org</email>
          <lead>lin</lead>
        </person>
      </people>
      <agreements>
        <agreement reference="C-1">
          <title>Cloud</title>
          <startsOn>2025-11-01</startsOn>
          <endsOn>2030-10-31</endsOn>
          <party role="supplier">
            <name>Acme</name>
          </party>
        </agreement>
      </agreements>
      <assignments>
        <assignment role="contractManager" person="ada" validFrom="2020-01-01"/>
      </assignments>
    </register>

    """

  /// Puts a program in place of `sendmail`; what it does is written by a process of its own, so that
  /// no other process holds the file open for writing while it is started.
  private func mailer(_ line: String) throws {
    let result = try program.shell(
      "printf '%s\\n' '#!/bin/sh' 'cd \(program.folder.path)' '\(line)' > sendmail; chmod +x sendmail"
    )
    #expect(result.code == 0)
  }

  private func remind(_ day: String, _ more: String...) throws -> Program.Result {
    try program.run(["remind", "--as-of", day] + more)
  }

  private func mails() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: program.folder.path)
      .filter { $0.hasSuffix(".eml") }
  }

  // MARK: Showing

  @Test func `what is due is shown, and nothing is stored`() throws {
    let shown = try program.objects("remind", "--as-of", "2026-10-02", "--format", "json")
    let review = try #require(shown.first { $0["key"] as? String == key })
    #expect(review["kind"] as? String == "contractReview")
    #expect(review["due"] as? String == "2026-11-01")
    #expect(review["offset"] as? Int == -30)
    #expect(review["sendOn"] as? String == "2026-10-02")
    #expect(review["escalation"] as? String == "owner")
    #expect(review["decision"] as? String == "hold the review")
    let recipients = try #require(review["recipients"] as? [[String: String]])
    #expect(recipients == [["name": "Ada Berg", "email": "ada@example.org", "level": "owner"]])
    #expect(try program.run("reminder", "list").output == "No reminders.\n")
  }

  @Test func `what comes is shown up to a day`() throws {
    let keys = try program.objects(
      "remind",
      "--as-of",
      "2026-10-02",
      "--through",
      "2026-11-01",
      "--format",
      "json"
    ).compactMap { $0["key"] as? String }
    let steps = keys.filter { $0.hasPrefix("contractReview/") }
      .compactMap { $0.split(separator: "/").last.map(String.init) }
    #expect(steps == ["-30d", "-14d", "-7d", "-1d", "0d"])
  }

  @Test func `reminders stand in order of day, then of key`() throws {
    let shown = try program.objects(
      "remind",
      "--as-of",
      "2026-10-02",
      "--through",
      "2031-12-31",
      "--format",
      "json"
    )
    let places = shown.map { "\($0["sendOn"] ?? "") \($0["key"] ?? "")" }
    #expect(places.count > 20)
    #expect(places == places.sorted())
  }

  @Test func `of what cannot be told the first twenty are named, and all if asked`() throws {
    let agreements = (1...25).map { number in
      """
      <agreement reference="U-\(number)"><title>Unclear</title><startsOn>2025-01-01</startsOn>\
      <endsOn>2027-12-31</endsOn><renewal>automatic</renewal>\
      <party role="supplier"><name>Acme</name></party></agreement>
      """
    }
    try program.write(
      "<register xmlns=\"urn:liaison:register:1\"><agreements>\(agreements.joined())"
        + "</agreements></register>",
      to: "unclear.xml"
    )
    #expect(try program.run("import", "unclear.xml", "--effective", "2020-01-01").code == 0)
    func unknown(_ more: String...) throws -> [Substring] {
      try program.run(["remind", "--as-of", "2026-10-02"] + more).errors.split(separator: "\n")
        .filter { $0.hasPrefix("unknown: ") }
    }
    let all = try unknown("--all")
    #expect(all.count > 20)
    let some = try unknown()
    #expect(some.dropLast() == all.prefix(20))
    #expect(some.last == "unknown: \(all.count - 20) more; --all names them.")
  }

  // MARK: Sending

  @Test func `each step is sent once`() throws {
    let first = try remind("2026-10-02", "--deliver")
    #expect(first.code == 0)
    #expect(first.errors.contains("Wrote 1 reminder in 1 mail"))
    #expect(first.errors.hasSuffix("Sent 1 mail.\n"))
    #expect(try mails().count == 1)
    let mail = try program.read(try #require(try mails().first))
    #expect(mail.contains("To: Ada Berg <ada@example.org>"))
    #expect(mail.contains("Auto-Submitted: auto-generated"))
    let again = try remind("2026-10-02", "--deliver")
    #expect(
      again.errors == "Wrote 0 reminders in 0 mails, 0 cancelled or replaced.\nSent 0 mails.\n"
    )
    #expect(try mails().count == 1)
    #expect(try program.run("journal", "verify").code == 0)
  }

  @Test func `a server that is away leaves the mail in the outbox, and ends with 75`() throws {
    try mailer("echo down; exit 75")
    let away = try remind("2026-10-02", "--deliver")
    #expect(away.code == 75)
    #expect(away.errors.contains("mail-1 waits: down"))
    let waiting = try program.objects("outbox", "list", "--format", "json")
    #expect(waiting.first?["state"] as? String == "queued")
    try mailer("cat > mail-$$.eml")
    let sent = try program.run("outbox", "send", "mail-1")
    #expect(sent.code == 0)
    #expect(sent.errors == "Sent 1 mail.\n")
    #expect(try mails().count == 1)
    let reminders = try program.objects(
      "reminder",
      "list",
      "--where",
      "state=sent",
      "--format",
      "json"
    )
    #expect(reminders.map { $0["reference"] as? String } == [key])
  }

  @Test func `a refused mail is given up, and the reminder goes higher`() throws {
    try mailer("echo no such user; exit 67")
    let refused = try remind("2026-10-02", "--deliver")
    #expect(refused.code == 1)
    #expect(refused.errors.contains("mail-1 is given up: no such user"))
    try mailer("cat > mail-$$.eml")
    #expect(try remind("2026-10-03", "--deliver").code == 0)
    let all = try mails().map { try program.read($0) }
    #expect(all.contains { $0.contains("To: Lin Mo <lin@example.org>") })
  }

  @Test func `a cancelled mail does not go out`() throws {
    try mailer("exit 75")
    _ = try remind("2026-10-02", "--deliver")
    #expect(try program.run("outbox", "cancel", "mail-1").errors == "mail-1 will not be sent.\n")
    let again = try program.run("outbox", "cancel", "mail-1")
    #expect(again.code == 64)
    #expect(
      again.errors == "error: mail-1 is cancelled; only a queued mail can be cancelled.\n"
    )
    try mailer("cat > mail-$$.eml")
    #expect(try program.run("outbox", "send", "mail-1").errors == "Sent 0 mails.\n")
  }

  // MARK: Answering

  @Test func `answers by command are recorded`() throws {
    _ = try remind("2026-10-02", "--deliver")
    #expect(
      try program.run("reminder", "acknowledge", key).errors
        == "Recorded that you have taken note.\n"
    )
    #expect(
      try program.run("reminder", "snooze", key, "--until", "2999-01-01").errors
        == "Put off until 2999-01-01.\n"
    )
    #expect(
      try program.run("reminder", "handover", key, "--to", "lin").errors == "Handed over to lin.\n"
    )
    let done = try program.run(
      "reminder",
      "decide",
      key,
      "done",
      "--on",
      "2026-10-02",
      "--by",
      "Ada"
    )
    #expect(done.errors == "Recorded as done on 2026-10-02.\n")
    let review = try program.objects("review", "list", "--format", "json").first
    #expect(review?["heldOn"] as? String == "2026-10-02")
    #expect(review?["agreement"] as? String == "C-1")
    let late = try program.run("reminder", "acknowledge", key)
    #expect(late.code == 64)
    #expect(
      late.errors
        == "error: A reminder that is decided cannot become acknowledged; it stays as it is.\n"
    )
  }

  @Test func `answers that cannot be are refused word for word`() throws {
    let unknown = try program.run("reminder", "acknowledge", "x")
    #expect(unknown.code == 64)
    #expect(unknown.errors.hasPrefix("error: There is no reminder with the reference x."))
    _ = try remind("2026-10-02", "--deliver")
    let past = try program.run("reminder", "snooze", key, "--until", "2020-01-01")
    #expect(past.code == 64)
    #expect(past.errors.hasPrefix("error: A reminder is put off until a later day than "))
    let person = try program.run("reminder", "handover", key, "--to", "nobody")
    #expect(person.errors.hasPrefix("error: There is no person with the reference nobody."))
  }

  // MARK: Wrong use

  @Test func `what is missing to send is said before anything is written`() throws {
    program.environment["LIAISON_MAIL_SERVER"] = nil
    let server = try remind("2026-10-02", "--deliver")
    #expect(server.code == 78)
    #expect(
      server.errors
        == "error: It is not said how mails are sent. Give --mail-server "
        + "smtps://mail.example.org, or set LIAISON_MAIL_SERVER.\n"
    )
    let wrong = try remind("2026-10-02", "--deliver", "--mail-server", "mail.example.org")
    #expect(wrong.code == 78)
    #expect(
      wrong.errors
        == "error: mail.example.org is no mail server. Write smtps://HOST, smtp://HOST:587, "
        + "smtp+plain://127.0.0.1:25 or sendmail:/usr/sbin/sendmail.\n"
    )
    let secret = try remind(
      "2026-10-02",
      "--deliver",
      "--mail-server",
      "smtps://mail.example.org",
      "--mail-user",
      "ada"
    )
    #expect(
      secret.errors
        == "error: It is not said where the password of ada is. Give --mail-secret file:PATH, or "
        + "set LIAISON_MAIL_SECRET.\n"
    )
    for text in ["0", "3601", "soon"] {
      let server = "smtps://mail.example.org"
      let patience = try remind(
        "2026-10-02",
        "--deliver",
        "--mail-server",
        server,
        "--mail-patience",
        text
      )
      #expect(patience.code == 78)
      #expect(
        patience.errors
          == "error: \(text) is no time to wait. Give --mail-patience a number of seconds from 1 to "
          + "3600.\n"
      )
    }
    program.environment["LIAISON_MAIL_SERVER"] = "sendmail:/bin/true"
    program.environment["LIAISON_MAIL_FROM"] = nil
    let from = try remind("2026-10-02", "--deliver")
    #expect(from.code == 78)
    #expect(
      from.errors
        == "error: It is not said from which address mails come. Give --mail-from "
        + "name@example.org, or set LIAISON_MAIL_FROM.\n"
    )
    #expect(try program.run("reminder", "list").output == "No reminders.\n")
  }

  @Test func `reminders are sent in the order of their days, and none before its day`() throws {
    _ = try remind("2026-10-02", "--deliver")
    let earlier = try remind("2026-10-01", "--deliver")
    #expect(earlier.code == 64)
    #expect(
      earlier.errors
        == "error: Reminders of 2026-10-02 were sent already, and they are sent in the order of "
        + "their days. Leave --as-of out, or give 2026-10-02 or a later day.\n"
    )
    let future = try remind("2999-01-01", "--deliver")
    #expect(
      future.errors
        == "error: Reminders of 2999-01-01 cannot be sent before that day. Leave --deliver out to "
        + "see them.\n"
    )
  }

  @Test func `options that exclude each other are refused`() throws {
    for (words, sentence) in [
      (["--deliver", "--dry-run"], "--deliver and --dry-run exclude each other."),
      (
        ["--deliver", "--to", "a.ics"],
        "--through and --to show what comes; they do not go with --deliver."
      ),
      (["--each"], "--each goes with --deliver."),
      (
        ["--deliver", "--known", "then"],
        "--known then does not go with --deliver: reminders go by what is known."
      ),
    ] {
      let result = try program.run(["remind"] + words)
      #expect(result.code == 64)
      #expect(result.errors.contains(sentence))
    }
  }

  // MARK: Calendar

  @Test func `the calendar keeps its entries when their days change`() throws {
    let first = try remind("2026-10-02", "--through", "2026-12-31", "--to", "a.ics")
    #expect(first.code == 0)
    let calendar = try program.read("a.ics")
    #expect(calendar.contains("UID:contractReview/agreement/C-1/@liaison\r\n"))
    #expect(calendar.contains("DUE;VALUE=DATE:20261101\r\n"))
    #expect(calendar.contains("SEQUENCE:0\r\n"))
    _ = try remind("2026-10-02", "--through", "2026-12-31", "--to", "a.ics")
    #expect(try program.read("a.ics") == calendar)
    try program.run(
      "review",
      "add",
      "R-1",
      "--set",
      "kind=contract",
      "--set",
      "agreement=C-1",
      "--set",
      "heldOn=2026-10-02",
      "--set",
      "result=Fits.",
      "--set",
      "minutesIssuedOn=2026-10-02",
      "--effective",
      "2026-10-02"
    )
    try program.run(
      "attendance",
      "add",
      "--set",
      "review=R-1",
      "--set",
      "name=Ada Berg",
      "--set",
      "side=ours",
      "--effective",
      "2026-10-02"
    )
    _ = try remind("2026-10-03", "--through", "2027-12-31", "--to", "a.ics")
    let changed = try program.read("a.ics")
    #expect(changed.contains("SEQUENCE:1\r\n"))
    #expect(changed.components(separatedBy: "UID:contractReview/agreement/C-1/@liaison").count == 2)
  }

  @Test func `a file that is no calendar of ours is left alone`() throws {
    try program.write("notes", to: "a.ics")
    let result = try remind("2026-10-02", "--to", "a.ics")
    #expect(result.code == 73)
    #expect(
      result.errors
        == "error: The file a.ics is no calendar that Liaison wrote. Choose another path.\n"
    )
    #expect(try program.read("a.ics") == "notes")
  }

  // MARK: Schedule

  @Test func `systemd and cron get what they need`() throws {
    let units = try program.run(
      "schedule",
      "print",
      "systemd",
      "--store",
      "/var/lib/a b/50%.sqlite",
      "--mail-from",
      "a@example.org"
    ).output
    #expect(units.contains("# liaison-remind.service\n[Unit]\n"))
    #expect(units.contains("Environment=\"LIAISON_STORE=/var/lib/a b/50%%.sqlite\"\n"))
    #expect(units.contains("Environment=\"LIAISON_MAIL_FROM=a@example.org\"\n"))
    #expect(units.contains(" remind --deliver --quiet\n"))
    #expect(units.contains("# liaison-remind.timer\n"))
    #expect(units.contains("OnCalendar=*:0/15\nPersistent=true\n"))
    let line = try program.run("schedule", "print", "cron", "--store", "/var/a b/50%.sqlite").output
    #expect(line.hasPrefix("*/15 * * * * LIAISON_STORE='/var/a b/50\\%.sqlite' "))
    #expect(line.hasSuffix(" remind --deliver --quiet\n"))
  }

  @Test func `systemd finds nothing wrong with its units`() throws {
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/systemd-analyze") else {
      print("systemd-analyze is not here; its check of the units is left out.")
      return
    }
    try FileManager.default.createDirectory(
      at: program.folder.appendingPathComponent("units"),
      withIntermediateDirectories: true
    )
    #expect(try program.run("schedule", "print", "systemd", "--out", "units").code == 0)
    let result = try program.shell("systemd-analyze verify units/*")
    #expect(result.code == 0)
    #expect(!(result.output + result.errors).contains("liaison-remind"))
  }

  @Test func `the long-running mode sends, and ends when it is told to`() throws {
    let result = try program.shell(
      """
      mkfifo pipe
      '\(Program.url.path)' schedule run --at 07:00 2> pipe & job=$!
      while read -r line; do
        echo "$line" >> log
        case $line in Next:*) kill -TERM $job;; esac
      done < pipe
      wait $job
      """
    )
    #expect(result.code == 0)
    let log = try program.read("log")
    #expect(log.contains("Sent "))
    #expect(log.hasSuffix("Ended.\n"))
  }
}
