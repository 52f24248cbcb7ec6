import Foundation
import TestSupport
import Testing

@testable import Commands

/// Records one by one, the journal, batches, copies and exports, through the built program.
@Suite struct RecordCommandTests {
  private let program: Program

  init() throws {
    program = try Program()
    try program.run("init", "--zone", "Europe/Berlin", "--country", "DE-BE")
  }

  private func said(
    _ sentence: String,
    _ arguments: String...,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let result = try program.run(arguments)
    #expect(result.code == 0, sourceLocation: sourceLocation)
    #expect(result.errors == sentence + "\n", sourceLocation: sourceLocation)
    #expect(result.output == "", sourceLocation: sourceLocation)
  }

  private func addAgreement() throws {
    try program.run("party", "add", "S-1", "Nordwind GmbH", "--role", "supplier")
    try said(
      "Added agreement C-1.",
      "agreement",
      "add",
      "C-1",
      "--supplier",
      "S-1",
      "--set",
      "title=Cleaning",
      "--set",
      "startsOn=2026-01-01",
      "--set",
      "endsOn=2026-12-31",
      "--set",
      "noticePeriod=3m",
      "--set",
      "value=1200.00 EUR"
    )
  }

  private func agreement(asOf day: String = "2026-06-30") throws -> [String: Any]? {
    try program.objects("agreement", "list", "--as-of", day, "--format", "json").first
  }

  @Test func `an agreement is entered, corrected and amended`() throws {
    try addAgreement()
    #expect(try agreement()?["party"] as? String == "Nordwind GmbH")
    try said(
      "Changed agreement C-1:\n  noticePeriod 3m → 2m",
      "agreement",
      "change",
      "C-1",
      "--set",
      "noticePeriod=2m"
    )
    try said(
      "Nothing to change: agreement C-1 has these values already.",
      "agreement",
      "change",
      "C-1",
      "--set",
      "noticePeriod=2m"
    )
    try program.run(
      "agreement",
      "change",
      "C-1",
      "--set",
      "value=2400.00 EUR",
      "--amendment",
      "Addendum 1",
      "--effective",
      "2026-07-01"
    )
    let before = try agreement()?["value"] as? [String: String]
    let after = try agreement(asOf: "2026-07-01")?["value"] as? [String: String]
    #expect(before == ["amount": "1200.00", "currency": "EUR"])
    #expect(after == ["amount": "2400.00", "currency": "EUR"])
    try said("Voided agreement C-1.", "agreement", "void", "C-1", "--reason", "Never true")
    #expect(try agreement() == nil)
  }

  @Test func `notice is given once`() throws {
    try addAgreement()
    let day = ["--on", "2026-05-04", "--by", "us"]
    #expect(try program.run(["agreement", "give-notice", "C-1"] + day).code == 0)
    #expect(try agreement()?["status"] as? String == "underNotice")
    let again = try program.run(["agreement", "give-notice", "C-1"] + day)
    #expect(again.code == 64)
    #expect(
      again.errors
        == "error: Notice of C-1 was already given on 2026-05-04. Correct that with "
        + "`liaison agreement change`.\n"
    )
  }

  @Test(arguments: [
    ("foo", "foo sets nothing; write field=value, such as title=Cleaning."),
    ("startsOn=1.1.2026", "1.1.2026 is no day for startsOn; write YYYY-MM-DD."),
    (
      "value=1200",
      "1200 is no amount for value; write it with its currency: value=\"1200.00 EUR\"."
    ),
    ("openEnded=perhaps", "perhaps is no answer for openEnded; write yes or no."),
    ("maxRenewals=two", "two is no number for maxRenewals; write one such as 2."),
  ])
  func `a setting that cannot be read is wrong use`(_ text: String, _ message: String) throws {
    let result = try program.run("agreement", "change", "C-1", "--set", text)
    #expect(result.code == 64)
    #expect(result.errors.hasPrefix("Error: \(message)\nUsage: liaison agreement change"))
  }

  @Test func `an unknown field is answered with those there are`() throws {
    let result = try program.run("party", "change", "S-1", "--set", "nonsense=1")
    #expect(result.code == 64)
    #expect(
      result.errors.hasPrefix("Error: There is no field nonsense; there are name, legalForm,")
    )
  }

  @Test func `people, services, calendars and assignments are entered and listed`() throws {
    try addAgreement()
    try said(
      "Added person anna.",
      "person",
      "add",
      "anna",
      "Anna Muster",
      "--effective",
      "2026-01-01"
    )
    try said("Added person bert.", "person", "add", "bert", "Bert Beispiel", "--lead", "anna")
    try said(
      "Added assignment 1: anna as contractManager.",
      "assignment",
      "add",
      "contractManager",
      "anna",
      "--agreement",
      "C-1",
      "--from",
      "2026-01-01"
    )
    #expect(try agreement()?["owner"] as? String == "Anna Muster")
    try said(
      "Assignment 1 ends on 2026-05-31; it is number 2 now.",
      "assignment",
      "end",
      "1",
      "--on",
      "2026-05-31"
    )
    #expect(try agreement()?["owner"] is NSNull)
    try said(
      "anna is away from 2026-08-03 through 2026-08-21.",
      "person",
      "away",
      "anna",
      "--from",
      "2026-08-03",
      "--through",
      "2026-08-21",
      "--deputy",
      "bert"
    )
    try said("Added service mail.", "service", "add", "mail", "Electronic mail")
    try said("Added calendar office.", "calendar", "add", "office", "--windows", "mon 09:00-12:00")
    try said(
      "Calendar office is closed on 2026-12-24.",
      "calendar",
      "close",
      "office",
      "2026-12-24"
    )
    try said("Added contact 1, Grete at S-1.", "contact", "add", "S-1", "Grete")
    for (noun, count) in [("person", 2), ("assignment", 1), ("service", 1), ("contact", 1)] {
      let rows = try program.objects(noun, "list", "--as-of", "2099-01-01", "--format", "json")
      #expect(rows.count == count, "\(noun)")
    }
    let calendar = try program.objects("calendar", "list", "--format", "json").first
    #expect(calendar?["zone"] as? String == "Europe/Berlin")
    #expect(calendar?["exceptions"] as? Int == 1)
  }

  @Test func `a party shows its identifiers, people and agreements`() throws {
    try addAgreement()
    try said(
      "Added VAT DE123456788 to party S-1.",
      "party",
      "identify",
      "S-1",
      "VAT",
      "DE123456788"
    )
    try program.run("contact", "add", "S-1", "Grete", "--effective", "2026-01-01")
    let party = try program.object(
      "party",
      "show",
      "S-1",
      "--as-of",
      "2026-06-30",
      "--format",
      "json"
    )
    #expect(party["name"] as? String == "Nordwind GmbH")
    #expect((party["identifiers"] as? [Any])?.count == 1)
    #expect((party["contacts"] as? [Any])?.count == 1)
    #expect((party["agreements"] as? [[String: Any]])?.first?["reference"] as? String == "C-1")
  }

  @Test func `the journal verifies, and against a head that it has`() throws {
    let first = try program.run("journal", "verify")
    #expect(first.code == 0)
    let head = try #require(first.output.split(separator: "\n").last?.split(separator: " ").last)
    try addAgreement()
    #expect(try program.run("journal", "verify", "--head", String(head)).code == 0)
    let other = try program.run(
      "journal",
      "verify",
      "--head",
      String(repeating: "0", count: 63) + "1"
    )
    #expect(other.code == 1)
    #expect(other.output.contains("not intact."))
    let entries = try program.objects("journal", "list", "--format", "json")
    #expect(entries.map { $0["command"] as? String } == ["agreement add", "party add", "init"])
    let entry = try program.object("journal", "show", "2", "--format", "json")
    #expect(entry["actor"] as? String == "Tester")
  }

  @Test func `a change behind the journal's back is found`() throws {
    try addAgreement()
    let file = program.folder.appendingPathComponent("store.sqlite")
    var bytes = try Data(contentsOf: file)
    let name = Data("Nordwind GmbH".utf8)
    while let place = bytes.range(of: name) {
      bytes.replaceSubrange(place, with: Data("Nordwind AG!!".utf8))
    }
    try bytes.write(to: file)
    #expect(try program.run("journal", "verify").code == 1)
    #expect(try program.run("doctor").code == 1)
  }

  @Test func `an import is listed, shown and taken back`() throws {
    try program.take("register.csv")
    try program.run("import", "register.csv")
    let batches = try program.objects("batch", "list", "--format", "json")
    #expect(batches.first?["profile"] as? String == "liaison-generic")
    #expect(batches.first?["undoneAt"] is NSNull)
    let undo = try program.run("batch", "undo", "1")
    #expect(undo.code == 0)
    #expect(undo.output.hasPrefix("Took back batch 1: 8 agreements voided, 7 parties voided"))
    #expect(try program.objects("agreement", "list", "--format", "json").isEmpty)
    #expect(try program.run("batch", "undo", "1").code == 64)
    #expect(try program.run("doctor").code == 0)
  }

  @Test func `a copy is a store with the same head`() throws {
    try addAgreement()
    let backup = try program.run("backup", "copy.sqlite")
    #expect(backup.code == 0)
    let verify = try program.run("journal", "verify", "--store", "copy.sqlite")
    #expect(verify.output.hasSuffix(backup.output))
    let path = program.folder.appendingPathComponent("copy.sqlite").path
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    #expect((mode as? NSNumber)?.intValue == 0o600)
  }

  @Test func `an export restores into an empty store and comes out the same`() throws {
    try program.take("register.csv")
    try program.run("import", "register.csv")
    #expect(try program.run("export", "--out", "one.xml").code == 0)
    let dry = try program.run("import", "one.xml", "--store", "two.sqlite", "--dry-run")
    #expect(dry.code == 0)
    #expect(!program.has("two.sqlite"))
    let restored = try program.run("import", "one.xml", "--store", "two.sqlite")
    #expect(restored.code == 0, "\(restored.errors)")
    let again = try program.run("export", "--store", "two.sqlite")
    #expect(again.output == (try program.read("one.xml")))
    #expect(try program.run("export", "--out", "one.xml").code == 73)
    #expect(try program.run("doctor", "--store", "two.sqlite").code == 0)
  }
}
