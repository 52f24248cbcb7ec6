import Foundation
import TestSupport
import Testing

@testable import Commands

/// Records that are one row are shown, changed and withdrawn by command.
@Suite struct EntryCommandTests {
  private let program: Program

  init() throws {
    program = try Program()
    try program.run("init", "--zone", "Europe/Berlin", "--country", "DE-BE")
    try program.run("person", "add", "anna", "Anna", "--effective", "2026-01-01")
    try program.run("person", "add", "bert", "Bert", "--effective", "2026-01-01")
    try program.run("party", "add", "S-1", "Nordwind")
  }

  private func said(_ code: Int32, _ sentence: String, _ line: String) throws {
    let result = try program.run(line.split(separator: " ").map(String.init))
    #expect(result.code == code)
    #expect(result.errors == sentence + "\n")
  }

  private func rows(_ line: String, _ key: String) throws -> [String] {
    let words = line.split(separator: " ").map(String.init) + ["--format", "json"]
    return try program.objects(words).map { "\($0["id"] ?? "-") \($0[key] ?? "-")" }
  }

  private func expectSound() throws {
    #expect(try program.run("doctor").code == 0)
    #expect(try program.run("journal", "verify").code == 0)
  }

  @Test func `a contact is corrected, changed from a day on, shown and withdrawn`() throws {
    try program.run("contact", "add", "S-1", "Grete", "--effective", "2026-01-01")
    try said(
      0,
      "Changed contact 1, now number 2:\n  email nothing → g@nordwind.example",
      "contact change 1 --set email=g@nordwind.example"
    )
    try said(
      0,
      "Nothing to change: contact 2 has these values already.",
      "contact change 2 --set email=g@nordwind.example"
    )
    try said(
      0,
      "Changed contact 2, now number 4:\n  phone nothing → 030\n  validFrom nothing → 2026-07-01",
      "contact change 2 --set phone=030 --effective 2026-07-01"
    )
    #expect(try rows("contact list --as-of 2026-06-30", "validThrough") == ["3 2026-06-30"])
    #expect(try rows("contact list --as-of 2026-07-01", "phone").sorted().last == "4 030")
    let page = try program.run("contact", "show", "4", "--as-of", "2026-07-01").output
    #expect(page.contains("Contact 4") && page.contains("030"))
    try said(0, "Voided contact 4.", "contact void 4 --reason Twice")
    try said(64, "error: There is no contact with the reference 4.", "contact show 4")
    try said(64, "error: There is no contact with the reference x.", "contact void x --reason A")
    try expectSound()
  }

  @Test func `what a contact cannot be is refused`() throws {
    try program.run("contact", "add", "S-1", "Grete", "--effective", "2026-01-01")
    try said(
      64,
      "error: The change of contact 1 would hold from 2025-12-31, and the latest values hold from "
        + "2026-01-01. Give a later day, or none to correct them.",
      "contact change 1 --set phone=030 --effective 2025-12-31"
    )
    try said(
      64,
      "error: The name is blank. [name]\n  Give a name.",
      "contact change 1 --set name="
    )
    let both = try program.run(
      "contact",
      "change",
      "1",
      "--set",
      "validFrom=2026-02-01",
      "--effective",
      "2026-02-01"
    )
    #expect(both.code == 64)
    #expect(
      both.errors.hasPrefix(
        "Error: Leave out --effective or validFrom: a change from a day on begins on that day."
      )
    )
  }

  @Test func `an assignment gets a deputy from a day on, and is withdrawn`() throws {
    try program.run(
      "assignment",
      "add",
      "contractManager",
      "anna",
      "--from",
      "2026-01-01",
      "--party",
      "S-1"
    )
    try said(
      0,
      "Changed assignment 1, now number 3:\n  deputy nothing → bert\n"
        + "  validFrom 2026-01-01 → 2026-07-01",
      "assignment change 1 --set deputy=bert --effective 2026-07-01"
    )
    #expect(
      try rows("assignment list --as-of 2026-08-01", "validThrough") == ["2 2026-06-30", "3 -"]
        || rows("assignment list --as-of 2026-08-01", "validThrough")
          == ["2 2026-06-30", "3 <null>"]
    )
    try said(
      64,
      "error: anna cannot stand in for the same person.",
      "assignment change 3 --set deputy=anna"
    )
    try said(0, "Voided assignment 3.", "assignment void 3 --reason Never")
    try expectSound()
  }

  @Test func `an absence is listed, corrected and withdrawn`() throws {
    try program.run("person", "away", "anna", "--from", "2026-08-03", "--through", "2026-08-21")
    #expect(try rows("person absence list --as-of 2026-12-01", "person") == ["1 anna"])
    try said(
      0,
      "Changed absence 1, now number 2:\n  endsOn 2026-08-21 → 2026-08-28",
      "person absence change 1 --set endsOn=2026-08-28"
    )
    try said(
      64,
      "error: endsOn 2026-08-01 lies before startsOn 2026-08-03. [endsOn]\n"
        + "  Correct one of the two days.",
      "person absence change 2 --set endsOn=2026-08-01"
    )
    try said(0, "Voided absence 2.", "person absence void 2 --reason Never")
    try expectSound()
  }

  @Test func `a calendar is changed and goes with its own days`() throws {
    try program.run("calendar", "add", "office")
    try program.run("calendar", "close", "office", "2026-12-24")
    try said(
      0,
      "Changed calendar office:\n  country nothing → DE",
      "calendar change office --set country=DE --effective 2026-07-01"
    )
    let before = try program.run("calendar", "show", "office", "--as-of", "2026-06-30").output
    #expect(before.contains("Calendar office") && !before.contains("DE"))
    try said(
      64,
      "error: The calendar office keeps its reference. Add another calendar with the new one.",
      "calendar change office --set reference=house"
    )
    try said(
      0,
      "Changed exception 1, now number 2:\n  name nothing → Eve",
      "calendar exception change 1 --set name=Eve"
    )
    try said(
      64,
      "error: There is no calendar with the reference none.",
      "calendar exception change 2 --set calendar=none"
    )
    try said(
      0,
      "Voided calendar office and its own days, 1 in number.",
      "calendar void office --reason Never"
    )
    #expect(try rows("calendar exception list", "name").isEmpty)
    try expectSound()
  }

  @Test func `a role ends, and is withdrawn`() throws {
    try program.run("party", "add-role", "S-1", "supplier", "--from", "2026-01-01")
    try said(
      0,
      "Changed role 1, now number 2:\n  validThrough nothing → 2026-12-31",
      "party role change 1 --set validThrough=2026-12-31"
    )
    #expect(try rows("party role list", "role") == ["2 supplier"])
    try said(0, "Voided role 2.", "party role void 2 --reason Never")
    try expectSound()
  }
}
