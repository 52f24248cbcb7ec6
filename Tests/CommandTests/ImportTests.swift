import Foundation
import TestSupport
import Testing

@testable import Commands

/// What checks rely on: the JSON of an import, rejects, and what several files do.
@Suite struct ImportTests {
  private let program: Program

  init() throws { program = try Program() }

  private func numbers(_ object: [String: Any], _ key: String) -> [String: Int] {
    object[key] as? [String: Int] ?? [:]
  }

  @Test func `a dry run has no batch and makes nothing`() throws {
    try program.take("register.csv")
    let report = try program.object("import", "register.csv", "--dry-run", "--format", "json")
    #expect(report["batch"] is NSNull)
    #expect(report["profile"] as? String == "liaison-generic")
    #expect(numbers(report, "records") == ["read": 8, "accepted": 8, "rejected": 0])
    #expect(!program.has("store.sqlite"))
    try program.run("init")
    let again = try program.object("import", "register.csv", "--dry-run", "--format", "json")
    #expect(numbers(again, "agreements")["new"] == 8)
    #expect(try program.objects("agreement", "list", "--format", "json").isEmpty)
    #expect(try program.objects("batch", "list", "--format", "json").isEmpty)
  }

  @Test func `the JSON of an import has every key that checks read`() throws {
    try program.take("register.csv")
    let report = try program.object("import", "register.csv", "--format", "json")
    #expect(report["batch"] as? Int == 1)
    #expect(
      Set(report.keys).isSuperset(of: [
        "batch", "profile", "sources", "records", "agreements", "amendments", "parties", "others",
        "problems", "problemCounts",
      ])
    )
    #expect(
      numbers(report, "agreements")
        == ["new": 8, "changed": 0, "unchanged": 0, "vanished": 0, "conflicting": 0]
    )
    #expect(
      numbers(report, "parties") == ["new": 7, "changed": 0, "unchanged": 0, "conflicting": 0]
    )
    #expect(numbers(report, "amendments") == ["new": 0, "changed": 0, "unchanged": 0])
    let sources = report["sources"] as? [[String: Any]]
    #expect(sources?.first?["path"] as? String == "register.csv")
    #expect((sources?.first?["sha256"] as? String)?.count == 64)
  }

  @Test func `records of other kinds are counted by kind`() throws {
    try program.run("init", "--organization", "Example IT", "--zone", "Europe/Berlin")
    try program.takeImporterFixture("liaison/records/input.xml", as: "records.xml")
    let dry = try program.object("import", "records.xml", "--dry-run", "--format", "json")
    let report = try program.object("import", "records.xml", "--format", "json")
    let others = report["others"] as? [String: [String: Int]]
    #expect(others == dry["others"] as? [String: [String: Int]])
    #expect(others?["reviews"] == ["new": 2, "changed": 0, "unchanged": 0, "rejected": 0])
    #expect(others?["creditClaims"] == ["new": 0, "changed": 0, "unchanged": 0, "rejected": 2])
    let text = try program.run("import", "records.xml")
    #expect(text.code == 1)
    #expect(text.output.contains("\n  reviews: 2 unchanged\n"))
    #expect(text.output.contains("\n  credit claims: 2 rejected\n"))
    let undone = try program.run("batch", "undo", "1")
    #expect(undone.code == 0)
    #expect(try program.objects("review", "list", "--format", "json").isEmpty)
  }

  @Test func `the same file again changes nothing`() throws {
    try program.take("register.csv")
    #expect(try program.run("import", "register.csv").code == 0)
    let report = try program.object("import", "register.csv", "--format", "json")
    #expect(
      numbers(report, "agreements")
        == ["new": 0, "changed": 0, "unchanged": 8, "vanished": 0, "conflicting": 0]
    )
    #expect(numbers(report, "parties")["new"] == 0)
    let text = try program.run("import", "register.csv")
    #expect(text.output.hasSuffix("Nothing changed; recorded as batch 3.\n"))
  }

  @Test func `rejected records come back corrected`() throws {
    let header = "Reference,Title,Start,Party\n"
    try program.write(
      header + "B-1,One,2026-01-01,A AG\nB-2,\"Two, with comma\",31/02/2026,B AG\n",
      to: "list.csv"
    )
    let result = try program.run("import", "list.csv", "--rejects", "rejected.csv")
    #expect(result.code == 1)
    #expect(result.errors.hasPrefix("list.csv:3:"))
    let rejected = try program.read("rejected.csv")
    let lines = rejected.split(whereSeparator: \.isNewline)
    #expect(
      lines.first == "Reference,Title,Start,Party,problem_code,problem_field,problem_message"
    )
    #expect(lines.count == 2)
    #expect(lines.last?.hasPrefix("B-2,\"Two, with comma\",31/02/2026,B AG,") == true)
    try program.write(
      rejected.replacing("31/02/2026", with: "2026-02-28"),
      to: "rejected.csv"
    )
    let again = try program.object("import", "rejected.csv", "--format", "json")
    #expect(numbers(again, "records") == ["read": 1, "accepted": 1, "rejected": 0])
    #expect(try program.objects("agreement", "list", "--format", "json").count == 2)
  }

  @Test(arguments: ["0", "49%"])
  func `more rejected records than allowed store nothing`(_ limit: String) throws {
    try program.write(
      "Reference,Start,Party\nB-1,2026-01-01,A AG\nB-2,31/02/2026,B AG\n",
      to: "list.csv"
    )
    let result = try program.run("import", "list.csv", "--max-rejects", limit)
    #expect(result.code == 65)
    #expect(result.errors.contains("1 of 2 records were rejected, more than the "))
    #expect(try program.objects("batch", "list", "--format", "json").isEmpty)
    let allowed = try program.run("import", "list.csv", "--max-rejects", "50%")
    #expect(allowed.code == 1)
  }

  @Test func `standard input is read as a file`() throws {
    let text = "Reference,Party\nB-1,A AG\n"
    let result = try program.run(["import", "-", "--format", "json"], input: text)
    #expect(result.code == 0)
    #expect(result.output.contains("\"new\": 1"))
  }

  @Test func `a compressed file is read as it is`() throws {
    try program.take("register.csv")
    let packed = try program.shell("gzip register.csv && ls")
    #expect(packed.output.contains("register.csv.gz"))
    let report = try program.object("import", "register.csv.gz", "--format", "json")
    #expect(numbers(report, "agreements")["new"] == 8)
  }

  @Test func `an unknown file in a folder is said and the others are taken`() throws {
    try program.take("register.csv", as: "in/register.csv")
    try program.write("a,b\n1,2\n", to: "in/other.csv")
    let result = try program.run("import", "in", "--format", "json")
    #expect(result.code == 1)
    #expect(result.errors.hasPrefix("in/other.csv: error: No format and no profile fits"))
    #expect(try program.objects("agreement", "list", "--format", "json").count == 8)
  }

  @Test func `files of one profile are one batch`() throws {
    try program.write("Reference,Party\nB-1,A AG\n", to: "in/one.csv")
    try program.write("Reference,Party\nB-2,B AG\n", to: "in/two.csv")
    let report = try program.object("import", "in", "--format", "json")
    #expect(report["batch"] as? Int == 1)
    #expect((report["sources"] as? [Any])?.count == 2)
    #expect(numbers(report, "agreements")["new"] == 2)
  }

  @Test func `a second file that a profile joins is found by its name`() throws {
    try program.takeImporterFixture("czech-register/first/input.csv", as: "smlouvy.csv")
    try program.takeImporterFixture(
      "czech-register/first/smluvni-strany.csv",
      as: "smluvni-strany.csv"
    )
    let report = try program.object("import", "smlouvy.csv", "--format", "json")
    #expect(report["profile"] as? String == "czech-register")
    #expect((report["sources"] as? [Any])?.count == 2)
    let parties = try program.objects("party", "list", "--kind", "supplier", "--format", "json")
    #expect(parties.contains { $0["name"] as? String == "Vzor spol. s r.o." })
  }

  @Test func `a text that a profile asks for is taken from the command`() throws {
    try program.takeImporterFixture("glpi-contract/first/input.csv", as: "glpi.csv")
    let without = try program.run("import", "glpi.csv", "--dry-run")
    #expect(without.errors.contains("Which currency are the costs in?"))
    let result = try program.run("import", "glpi.csv", "--answer", "currency=EUR")
    #expect(!result.errors.contains("Which currency are the costs in?"))
    let rows = try program.objects("agreement", "list", "--format", "json")
    let value = rows.first?["value"] as? [String: String]
    #expect(value?["currency"] == "EUR")
  }

  @Test func `a conflict keeps what a person entered and needs attention`() throws {
    try program.write("Reference,Title,Party\nB-1,Old,A AG\n", to: "list.csv")
    try program.run("import", "list.csv")
    let change = try program.run("agreement", "change", "B-1", "--set", "title=Mine")
    #expect(change.code == 0)
    try program.write("Reference,Title,Party\nB-1,Theirs,A AG\n", to: "list.csv")
    let result = try program.run("import", "list.csv")
    #expect(result.code == 1)
    #expect(result.output.hasPrefix("! conflict, yours kept: agreement B-1: title Mine → Theirs\n"))
    let batch = try program.object("batch", "show", "2", "--format", "json")
    let conflict = (batch["conflicts"] as? [[String: Any]])?.first
    #expect(conflict?["offered"] as? String == "Theirs")
  }

  @Test func `a native file that breaks the schema is refused with each place`() throws {
    try program.write(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <register xmlns="urn:liaison:register:1">
        <reviews>
          <review reference="R-1">
            <held>2026-01-01</held>
          </review>
        </reviews>
      </register>

      """,
      to: "wrong.xml"
    )
    let result = try program.run("import", "wrong.xml")
    #expect(result.code == 65)
    #expect(
      result.errors.hasPrefix(
        "wrong.xml:5: error: held does not follow the schema: this element is not expected."
      )
    )
    #expect(
      result.errors.hasSuffix(
        """
        wrong.xml: error: The file does not follow the schema at 1 place.
          Correct the places listed; the schema is Schemas/xml/liaison-1.xsd.

        """
      )
    )
  }
}
