import Foundation
import TestSupport
import Testing

@testable import Commands

/// The way of a newcomer: from an unknown spreadsheet to its deadlines.
@Suite struct ProfileCommandTests {
  private static let german = """
    Vertragsnummer;Bezeichnung;Lieferant;Vertragsbeginn;Vertragsende;Kündigungsfrist;Verlängerung;\
    Jahreswert;Währung;Verantwortlich
    V-100;Büroreinigung;Nordwind GmbH;01.01.2024;31.12.2026;3 Monate;automatisch;18.000,00;EUR;Anna
    V-101;Internet;Südnetz AG;01.03.2025;28.02.2027;6 Wochen;automatisch;4.800,00;EUR;Bert
    V-102;Druckerwartung;Papierhaus KG;15.06.2025;;30 Tage;keine;1.250,50;EUR;Anna

    """

  private static let english = """
    Contract No,Vendor,Title,Start Date,Expiry,Notice,Auto-renew,Annual cost,Owner
    100,"Acme Hosting Ltd",Hosting,04/01/2025,03/31/2027,90 days,Yes,"12,000.00",Jo
    101,"Blue Sky Cleaning",Cleaning,07/15/2025,07/14/2026,3 months,No,"2,400.00",Jo
    102,"Copy Co",Printers,01/01/2026,,1 month,Yes,980.00,Sam

    """

  private func walk(
    _ text: String,
    answers: [(of: String, with: String)],
    named name: String
  ) throws {
    let program = try Program()
    try program.write(text, to: "list.csv")
    let unknown = try program.run("import", "list.csv")
    #expect(unknown.code == 65)
    #expect(unknown.errors.hasSuffix("liaison profile draft list.csv --out list.yaml\n"))
    let draft = try program.run("profile", "draft", "list.csv", "--out", "list.yaml")
    #expect(draft.code == 0)
    #expect(draft.output == "")
    expectSnapshot(draft.errors, named: "profiles/\(name)-findings.txt")
    var yaml = try program.read("list.yaml")
    expectSnapshot(yaml, named: "profiles/\(name).yaml")
    for (question, answer) in answers {
      #expect(yaml.contains(question), "\(question)")
      yaml = yaml.replacing(question, with: answer)
    }
    try program.write(yaml, to: "list.yaml")
    let check = try program.run("profile", "check", "list.yaml", "list.csv")
    #expect(check.code == 0, "\(check.output)")
    #expect(
      check.errors.hasSuffix(
        "Next: liaison import list.csv --profile list.yaml --dry-run\n"
      )
    )
    let dry = try program.run("import", "list.csv", "--profile", "list.yaml", "--dry-run")
    #expect(dry.code == 0)
    #expect(dry.output.contains("Import again without --dry-run to store this."))
    #expect(try program.run("import", "list.csv", "--profile", "list.yaml").code == 0)
    let deadlines = try program.run("report", "deadlines", "--as-of", "2026-06-30")
    expectSnapshot(deadlines.output, named: "profiles/\(name)-deadlines.txt")
  }

  @Test func `a German spreadsheet comes to its deadlines`() throws {
    try walk(
      Self.german,
      answers: [],
      named: "german"
    )
  }

  @Test func `an English spreadsheet comes to its deadlines`() throws {
    try walk(
      Self.english,
      answers: [
        ("# currency: EUR", "currency: USD"),
        (
          "# renewal: {from: \"Auto-renew\", values: {\"No\": ?, \"Yes\": ?}}",
          "renewal: {from: \"Auto-renew\", values: {\"No\": none, \"Yes\": automatic}}"
        ),
      ],
      named: "english"
    )
  }

  @Test func `a draft without a file goes to standard output`() throws {
    let program = try Program()
    try program.write(Self.german, to: "list.csv")
    let result = try program.run("profile", "draft", "list.csv")
    #expect(result.output.hasPrefix("profile: 1\nid: list\n"))
    #expect(result.errors.hasPrefix("Looked at 3 rows of list.csv.\n"))
  }

  @Test func `a check that finds rejected rows ends with 1`() throws {
    let program = try Program()
    try program.write("Reference,Start,Party\nB-1,31/02/2026,A AG\n", to: "list.csv")
    let result = try program.run("profile", "check", "liaison-generic", "list.csv")
    #expect(result.code == 1)
    #expect(result.output.hasPrefix("list.csv by liaison-generic: 1 rows, 1 rejected\n"))
  }

  @Test func `shipped profiles are listed, and shown as they are`() throws {
    let program = try Program()
    let listed = try program.objects("profile", "list", "--format", "json")
    #expect(listed.contains { $0["id"] as? String == "liaison-generic" })
    for profile in listed {
      let id = try #require(profile["id"] as? String)
      let shown = try program.run("profile", "show", id)
      #expect(shown.output.contains("\nid: \(id)\n"))
    }
  }
}
