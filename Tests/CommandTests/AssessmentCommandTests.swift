import Foundation
import TestSupport
import Testing

/// The self-assessment and the crosswalk through the built program.
@Suite struct AssessmentCommandTests {
  private let program: Program

  init() throws {
    program = try Program()
    program.environment["COLUMNS"] = "100"
    try program.run("init", "--zone", "Europe/Berlin", "--country", "DE-BE")
  }

  @discardableResult
  private func enter(
    _ reference: String,
    _ settings: String...,
    verb: String = "add"
  ) throws -> (code: Int32, errors: String) {
    let result = try program.run(
      ["assessment", verb, reference] + settings.flatMap { ["--set", $0] }
    )
    return (result.code, result.errors)
  }

  private func report(_ arguments: String...) throws -> [[String: Any]] {
    let result = try program.run(["report", "assessment", "--format", "json"] + arguments)
    #expect(result.code == 0)
    let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    return try #require(object as? [[String: Any]])
  }

  @Test(arguments: [("2005", 27), ("2011", 39), ("2018", 58)])
  func `the report has a row for each clause of the edition`(edition: String, count: Int) throws {
    #expect(try report("--edition", edition).count == count)
  }

  @Test func `claimed and proven stand side by side`() throws {
    try enter("A-1", "edition=2018", "clause=5.1", "status=fully", "owner=Ada")
    let row = try #require(try report().first { $0["clause"] as? String == "5.1" })
    #expect(row["claimed"] as? String == "fully")
    #expect(row["proven"] == nil || row["proven"] is NSNull)
    #expect(row["owner"] as? String == "Ada")
    let other = try #require(try report().first { $0["clause"] as? String == "8.3.4.1" })
    #expect(other["claimed"] as? String == "notAssessed")
    #expect(other["proven"] is String)
  }

  @Test func `nobody claims fully what cannot be shown, except with a note`() throws {
    try program.run("party", "add", "S-1", "Nordwind GmbH", "--role", "supplier")
    let refused = try enter("A-1", "edition=2018", "clause=5.3", "status=fully")
    #expect(refused.code == 65)
    #expect(refused.errors.contains("Clause 5.3 is claimed fully met, but "))
    #expect(refused.errors.contains("SUP-02 cannot be shown"))
    let noted = try enter(
      "A-1",
      "edition=2018",
      "clause=5.3",
      "status=fully",
      "comment=The list hangs on the wall."
    )
    #expect(noted.code == 0)
    #expect(try enter("A-2", "edition=2018", "clause=8.3.4.1", "status=partly").code == 0)
    #expect(try enter("A-2", "status=fully", verb: "change").code == 65)
    #expect(try enter("A-2", "status=fully", "comment=By hand.", verb: "change").code == 0)
    #expect(try enter("A-1", "status=fully", "comment=", verb: "change").code == 65)
  }

  @Test func `a snapshot stays as it was, and two are compared`() throws {
    try enter("A-1", "edition=2018", "clause=5.1", "status=partly", "acceptedReason=For now.")
    let taken = try program.run("assessment", "snapshot", "Y-1")
    #expect(taken.code == 0)
    #expect(
      taken.errors.hasPrefix("Kept the self-assessment by the edition of 2018 as Y-1: 58 clauses, ")
    )
    try enter("A-1", "status=fully", verb: "change")
    try program.run("assessment", "snapshot", "Y-2")
    let compared = try program.run("assessment", "compare", "Y-1", "Y-2", "--format", "csv")
    #expect(
      compared.output.split(whereSeparator: \.isNewline).map(String.init) == [
        "clause,title,claimedBefore,claimed,provenBefore,proven,claim,proof",
        "5.1,Leadership,partly,fully,,,better,same",
      ]
    )
    let same = try program.run("assessment", "compare", "Y-2", "--format", "csv")
    #expect(same.output.split(whereSeparator: \.isNewline).count == 1)
    let list = try program.run("assessment", "snapshots", "--format", "csv")
    #expect(list.output.split(whereSeparator: \.isNewline).count == 3)
  }

  @Test func `snapshots of two editions are not compared, and unknown ones are named`() throws {
    try program.run("assessment", "snapshot", "Y-1", "--edition", "2011")
    try program.run("assessment", "snapshot", "Y-2")
    let mixed = try program.run("assessment", "compare", "Y-1", "Y-2")
    #expect(mixed.code == 65)
    #expect(
      mixed.errors.contains("One snapshot is of the edition of 2011, the other of 2018.")
    )
    #expect(try program.run("assessment", "compare", "Y-9").code == 64)
    #expect(try program.run("assessment", "snapshot", "Y-1").code != 0)
  }

  @Test func `the report and the rules can be asked by framework`() throws {
    let rows = try report("--framework", "cobit-2019")
    #expect(!rows.isEmpty)
    #expect(rows.allSatisfy { ($0["references"] as? [String])?.isEmpty == false })
    let rules = try program.run("rule", "list", "--framework", "iso-27001-2022", "--format", "csv")
    #expect(rules.output.contains("SUP-09,"))
    #expect(rules.output.contains("A.5.22"))
    #expect(!rules.output.contains("BRM-05,"))
    #expect(try program.run("report", "assessment", "--framework", "cobit-5").code == 64)
    #expect(try program.run("report", "register", "--framework", "cobit-2019").code == 64)
  }

  @Test func `an entry of no clause is said beside the report`() throws {
    try enter("A-1", "edition=2018", "clause=8.3.4", "status=none")
    let result = try program.run("report", "assessment")
    #expect(result.code == 0)
    #expect(result.errors.contains("Assess its parts: 8.3.4.1, 8.3.4.2."))
  }
}
