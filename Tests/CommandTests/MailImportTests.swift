import Foundation
import TestSupport
import Testing

/// Registers that come by mail: shown, imported together with the mail, and taken back.
@Suite struct MailImportTests {
  private let program: Program

  private static let good = "Reference,Title,Party\nA-1,Cleaning,Nordwind\nA-2,Hosting,Südnetz\n"
  private static let more = "Reference,Title,Party\nA-3,Printers,Papierhaus\n"
  private static let bad =
    "Reference,Title,Start,Party\nA-1,Cleaning,2026-01-01,Nordwind\nA-2,Hosting,31/02/2026,Südnetz\n"
  private static let xml = """
    <?xml version="1.0" encoding="UTF-8"?>
    <register xmlns="urn:liaison:register:1">
      <agreements>
        <agreement reference="X-1"><title>Network</title></agreement>
      </agreements>
    </register>
    """

  init() throws {
    program = try Program()
    let made = try program.run("init", "--organization", "Example IT", "--zone", "Europe/Berlin")
    try #require(made.code == 0, "\(made.errors)")
  }

  /// Takes a mail with files.
  private func receive(_ files: (name: String, bytes: [UInt8])...) throws {
    var lines = [
      "From: Nora <nora@nordwind.example>", "To: office@example.org", "Subject: The list",
      "Date: Fri, 20 Nov 2026 08:29:00 +0100", "Message-ID: <\(UUID().uuidString)@x.example>",
      "MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=b", "", "--b",
      "Content-Type: text/plain", "", "Here it is.",
    ]
    for file in files {
      lines += [
        "--b", "Content-Type: application/octet-stream; name=\"\(file.name)\"",
        "Content-Disposition: attachment; filename=\"\(file.name)\"",
        "Content-Transfer-Encoding: base64", "", Data(file.bytes).base64EncodedString(),
      ]
    }
    try program.write((lines + ["--b--"]).joined(separator: "\n") + "\n", to: "in.eml")
    let taken = try program.run("mail", "ingest", "in.eml", "--quiet")
    try #require(taken.code == 0, "\(taken.errors)")
  }

  private func receive(_ name: String, _ text: String) throws {
    try receive((name, Array(text.utf8)))
  }

  private func accept(_ options: String...) throws -> Program.Result {
    try program.run(["mail", "accept", "message-1", "--as", "import"] + options)
  }

  private func mail() throws -> [String: Any] {
    try #require(try program.objects("mail", "list", "--format", "json").first)
  }

  private func agreements() throws -> [String] {
    try program.objects("agreement", "list", "--format", "json")
      .compactMap { $0["reference"] as? String }
  }

  private func requireNothing() throws {
    #expect(try agreements() == [])
    #expect(try program.objects("batch", "list", "--format", "json").isEmpty)
    #expect(try mail()["state"] as? String == "waiting")
  }

  // MARK: What is imported

  @Test func `a CSV file is imported, and the mail and the batch name each other`() throws {
    try receive("register.csv", Self.good)
    let accepted = try accept()
    #expect(accepted.code == 0)
    #expect(accepted.errors == "message-1: Import batch 1.\n")
    #expect(
      accepted.output == """
        liaison-generic: 2 records read, 2 accepted, 0 rejected
          agreements: 2 new
          parties: 2 new
        Stored as batch 1. Take it back with `liaison batch undo 1`.

        """
    )
    #expect(try agreements() == ["A-1", "A-2"])
    let mail = try mail()
    #expect(mail["state"] as? String == "accepted")
    #expect(mail["result"] as? String == "Import batch 1.")
    #expect(mail["by"] as? String == "Tester")
    let batch = try program.object("batch", "show", "1", "--format", "json")
    let sources = try #require(batch["files"] as? [[String: Any]])
    #expect(sources.map { $0["path"] as? String } == ["message-1/register.csv"])
    #expect(try program.run("journal", "verify").code == 0)
    #expect(try program.run("doctor").code == 0)
  }

  @Test func `the same mail is not imported twice`() throws {
    try receive("register.csv", Self.good)
    #expect(try accept().code == 0)
    for options in [[], ["--dry-run"]] {
      let again = try program.run(["mail", "accept", "message-1", "--as", "import"] + options)
      #expect(again.code == 64)
      #expect(
        again.errors
          == "error: message-1 is accepted and does not wait; take that back first with "
          + "`liaison mail undo message-1`.\n"
      )
    }
    #expect(try program.objects("batch", "list", "--format", "json").count == 1)
  }

  @Test func `a batch is taken back, and the mail may wait again`() throws {
    try receive("register.csv", Self.good)
    #expect(try accept().code == 0)
    let undone = try program.run("mail", "undo", "message-1")
    #expect(
      undone.errors
        == "message-1 waits again. Batch 1 stays; to take it back: liaison batch undo 1\n"
    )
    #expect(try program.run("batch", "undo", "1").code == 0)
    #expect(try agreements() == [])
    #expect(try accept().errors == "message-1: Import batch 2.\n")
    #expect(try agreements() == ["A-1", "A-2"])
    #expect(try program.run("batch", "undo", "2").code == 0)
    #expect(try mail()["state"] as? String == "accepted")
    #expect(try program.run("journal", "verify").code == 0)
  }

  @Test func `XML, tabs and compressed files are imported`() throws {
    for (name, text, reference) in [
      ("list.xml", Self.xml, "X-1"),
      ("list.tsv", Self.more.replacing(",", with: "\t"), "A-3"),
    ] {
      let program = try MailImportTests()
      try program.receive(name, text)
      let accepted = try program.accept()
      #expect(accepted.errors == "message-1: Import batch 1.\n", "\(name)")
      #expect(try program.agreements() == [reference])
    }
    try receive(("list.csv.gz", GzipSample.stored(Array(Self.good.utf8))))
    #expect(try accept().errors == "message-1: Import batch 1.\n")
    #expect(try agreements() == ["A-1", "A-2"])
  }

  @Test func `the files of an archive are one batch, and others are left out`() throws {
    let archive = ZipSample([
      .init("list/", []), .init("list/one.csv", Array(Self.good.utf8), isDeflated: true),
      .init("list/two.csv", Array(Self.more.utf8)), .init("list/readme.txt", [65]),
    ])
    try receive(("registers.zip", archive.bytes))
    let accepted = try accept()
    #expect(accepted.code == 0)
    #expect(
      accepted.errors == """
        message-1/registers.zip/list/readme.txt: note: The file is left out, since its name is not \
        that of a CSV or XML file.
          Choose it with --attachment if it is a register.
        message-1: Import batch 1.

        """
    )
    #expect(try agreements() == ["A-1", "A-2", "A-3"])
    let batch = try program.object("batch", "show", "1", "--format", "json")
    let sources = try #require(batch["files"] as? [[String: Any]])
    #expect(
      sources.map { $0["path"] as? String } == [
        "message-1/registers.zip/list/one.csv", "message-1/registers.zip/list/two.csv",
      ]
    )
  }

  @Test func `the profile and the day are chosen as for an import`() throws {
    let yaml = """
      profile: 1
      id: ours
      formats: {dates: [yyyy-MM-dd], currency: EUR}
      key: [Number]
      recognizedBy: [Number]
      fields:
        title: Name
      parties:
        - role: supplier
          name: Partner

      """
    try program.write(yaml, to: "ours.yaml")
    try receive("list.csv", "Number,Name,Partner\nB-1,One,Nordwind\n")
    let unknown = try accept()
    #expect(unknown.code == 65)
    #expect(
      unknown.errors == """
        message-1/list.csv: error: No format and no profile fits the file.
          Take it out with `liaison mail show message-1 --file 1 > list.csv`, and have a profile \
        proposed by `liaison profile draft`; then name it with --profile.

        """
    )
    try requireNothing()
    let accepted = try accept("--profile", "ours.yaml", "--effective", "2026-01-01")
    #expect(accepted.errors == "message-1: Import batch 1.\n")
    let batch = try program.object("batch", "show", "1", "--format", "json")
    #expect(batch["profile"] as? String == "ours")
    #expect(batch["effectiveOn"] as? String == "2026-01-01")
  }

  // MARK: What is shown before

  @Test func `a dry run shows the plan, stores nothing, and the mail waits`() throws {
    try program.write(Self.good, to: "before.csv")
    #expect(try program.run("import", "before.csv").code == 0)
    try receive("register.csv", Self.good.replacing("Hosting", with: "Hosting of the shop"))
    let dry = try accept("--dry-run")
    #expect(dry.code == 0)
    #expect(dry.errors == "")
    #expect(
      dry.output == """
        ~ changed agreement A-2: title Hosting → Hosting of the shop
        liaison-generic: 2 records read, 2 accepted, 0 rejected
          agreements: 1 changed, 1 unchanged
          parties: 2 unchanged
        Dry run: nothing was stored. Accept again without --dry-run to store this.

        """
    )
    #expect(try program.objects("batch", "list", "--format", "json").count == 1)
    #expect(try mail()["state"] as? String == "waiting")
    let plan = try program.object(
      "mail",
      "accept",
      "message-1",
      "--as",
      "import",
      "--dry-run",
      "--format",
      "json"
    )
    #expect(plan["batch"] is NSNull)
    #expect((plan["agreements"] as? [String: Int])?["changed"] == 1)
  }

  @Test func `the queue and the mail name the command`() throws {
    try receive("register.csv", Self.good)
    #expect(
      try program.run("mail", "queue").errors
        == "1 mail perhaps brings a register. What it would change: "
        + "liaison mail accept message-1 --as import --dry-run\n"
    )
    #expect(try program.run("mail", "queue", "--quiet").errors == "")
    let queue = try #require(try program.objects("mail", "queue", "--format", "json").first)
    #expect(queue["proposal"] as? String == "import")
    let files = queue["attachments"] as? [[String: Any]]
    #expect(files?.first?["register"] as? Bool == true)
    let shown = try program.run("mail", "show", "message-1").output
    #expect(shown.contains("“register.csv” may be a register to be imported."))
    #expect(shown.contains("liaison mail accept message-1 --as import --dry-run"))
    #expect(try accept().code == 0)
    let after = try program.run("mail", "show", "message-1").output
    #expect(!after.contains("--as import"))
    #expect(after.contains("Import batch 1."))
  }

  // MARK: Faults

  @Test func `with a fault nothing is stored, and the place is in the mail`() throws {
    try receive("register.csv", Self.bad)
    for options in [[], ["--dry-run"]] {
      let result = try program.run(["mail", "accept", "message-1", "--as", "import"] + options)
      #expect(result.code == 1)
      #expect(
        result.errors == """
          message-1/register.csv:3:3: error: “31/02/2026” in “Start” is not a day written as \
          yyyy-MM-dd or dd.MM.yyyy or d.M.yyyy. [Start]
            Correct the cell, or add its way of writing to “dates” in the profile.
          message-1: error: Nothing was stored for these faults, and the mail waits on.
            Ask the sender for a better file; or take it out with `liaison mail show message-1 \
          --file NUMBER`, correct it, import it with `liaison import`, and then `liaison mail done \
          message-1`.

          """
      )
      #expect(result.output.hasSuffix("\nNothing was stored.\n"))
      try requireNothing()
    }
  }

  @Test func `files of several formats need a choice, and several are stored together`() throws {
    try receive(("list.csv", Array(Self.good.utf8)), ("list.xml", Array(Self.xml.utf8)))
    let undecided = try accept()
    #expect(undecided.code == 65)
    #expect(
      undecided.errors == """
        message-1: error: Its files are of several formats (liaison-generic: message-1/list.csv; \
        liaison: message-1/list.xml).
          Choose with --attachment NAME; repeat it to import several, each as a batch.

        """
    )
    try requireNothing()
    #expect(try accept("--attachment", "2", "--dry-run").output.hasPrefix("liaison: 1 record"))
    let both = try accept("--attachment", "list.csv", "--attachment", "message-1/list.xml")
    #expect(both.errors == "message-1: Import batches 1 and 2.\n")
    #expect(try agreements() == ["A-1", "A-2", "X-1"])
    #expect(try program.run("batch", "undo", "1").code == 0)
    #expect(try agreements() == ["X-1"])
    #expect(
      try program.run("mail", "undo", "message-1").errors
        == "message-1 waits again. Batch 1 stays; to take it back: liaison batch undo 1 "
        + "Batch 2 stays; to take it back: liaison batch undo 2\n"
    )
    #expect(try program.run("journal", "verify").code == 0)
  }

  @Test func `a fault in one of several batches keeps all from being stored`() throws {
    try receive(("list.xml", Array(Self.xml.utf8)), ("list.csv", Array(Self.bad.utf8)))
    let result = try accept("--attachment", "1", "--attachment", "2")
    #expect(result.code == 1)
    #expect(result.errors.hasPrefix("message-1/list.csv:3:3: error: “31/02/2026”"))
    try requireNothing()
    #expect(try program.run("journal", "verify").code == 0)
  }

  @Test func `what is not among the files is said`() throws {
    try receive(("notes.pdf", [37]), ("archive.zip", ZipSample([.init("a.csv", [65])]).bytes))
    let files = "its files are 1 notes.pdf, 2 archive.zip.\n"
    for name in ["3", "0", "list.csv", "archive.zip/b.csv"] {
      let result = try accept("--attachment", name)
      #expect(result.code == 64)
      #expect(result.errors == "error: message-1 has no file \(name); \(files)")
    }
    try receive(("notes.pdf", [37, 65]))
    let none = try program.run("mail", "accept", "message-2", "--as", "import")
    #expect(none.code == 64)
    #expect(
      none.errors
        == "error: message-2 has no file that may be a register; its files are 1 notes.pdf. "
        + "Choose one with --attachment.\n"
    )
  }

  @Test func `options of an import are refused with anything else`() throws {
    try receive("register.csv", Self.good)
    let result = try program.run("mail", "accept", "message-1", "--as", "complaint", "--dry-run")
    #expect(result.code == 64)
    #expect(result.errors.contains("--dry-run goes with --as import only."))
    try requireNothing()
  }

  // MARK: Archives that are refused

  private func refusal(_ name: String, _ bytes: [UInt8]) throws -> String {
    let other = try MailImportTests()
    try other.receive((name, bytes))
    let result = try other.accept()
    #expect(result.code == 65, "\(result.errors)")
    try other.requireNothing()
    return String(result.errors.prefix { $0 != "\n" })
  }

  @Test func `bombs are refused`() throws {
    let lines = Array(Self.good.utf8) + [UInt8](repeating: 10, count: 2 << 20)
    try program.write(Data(lines), to: "bomb.csv")
    #expect(try program.shell("gzip -9 -n bomb.csv").code == 0)
    let packed = try Data(contentsOf: program.folder.appendingPathComponent("bomb.csv.gz"))
    var file = ZipSample.File("bomb.csv", lines)
    file.packed = GzipSample.deflated(Array(packed))
    file.packedCount = file.packed.count
    file.method = 8
    #expect(
      try refusal("bomb.zip", ZipSample([file]).bytes)
        == "message-1/bomb.zip: error: The archive unpacks to more than 200 times its size."
    )
    #expect(
      try refusal("bomb.csv.gz", Array(packed))
        == "message-1/bomb.csv.gz: error: The compressed file expands to more than 200 times its "
        + "size."
    )
  }

  @Test func `archives within archives, with passwords and with tricks are refused`() throws {
    let inner = ZipSample([.init("list.csv", Array(Self.good.utf8))]).bytes
    let nested = "An archive within an archive is not unpacked."
    #expect(
      try refusal("a.zip", ZipSample([.init("inner.zip", inner)]).bytes)
        == "message-1/a.zip/inner.zip: error: " + nested
    )
    #expect(
      try refusal("a.zip", ZipSample([.init("list.csv", inner)]).bytes)
        == "message-1/a.zip/list.csv: error: " + nested
    )
    #expect(
      try refusal("a.csv.gz", GzipSample.stored(inner)) == "message-1/a.csv.gz: error: " + nested
    )
    var secret = ZipSample.File("list.csv", Array(Self.good.utf8))
    secret.flags = 1
    #expect(
      try refusal("a.zip", ZipSample([secret]).bytes)
        == "message-1/a.zip/list.csv: error: The file in the archive is encrypted."
    )
    #expect(
      try refusal("a.zip", ZipSample([.init("../list.csv", Array(Self.good.utf8))]).bytes)
        == "message-1/a.zip: error: The archive names a file in a way that could lead out of its "
        + "folder: “../list.csv”."
    )
    #expect(
      try refusal("a.zip", Array(inner.dropLast(5)))
        == "message-1/a.zip: error: The archive is damaged: it has no directory at its end."
    )
  }

  @Test func `an office document is no archive of registers`() throws {
    let parts = ["[Content_Types].xml", "xl/workbook.xml"].map { ZipSample.File($0, [65]) }
    try receive(("list.xlsx", ZipSample(parts).bytes))
    let result = try accept()
    #expect(result.code == 65)
    #expect(
      result.errors == """
        message-1/list.xlsx: error: The file is an office document, which is not read.
          Save its table as CSV, import that with `liaison import`, and then `liaison mail done \
        message-1`.

        """
    )
    try requireNothing()
  }

  @Test func `the name of a file is a label and no path`() throws {
    try receive(
      ("../../etc/list.csv", Array(Self.good.utf8)),
      ("list.csv", Array(Self.more.utf8))
    )
    #expect(try accept().errors == "message-1: Import batch 1.\n")
    let batch = try program.object("batch", "show", "1", "--format", "json")
    let sources = try #require(batch["files"] as? [[String: Any]])
    #expect(
      sources.map { $0["path"] as? String } == ["message-1/list.csv", "message-1/2/list.csv"]
    )
  }
}
