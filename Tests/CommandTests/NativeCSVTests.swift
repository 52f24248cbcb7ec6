import Foundation
import TestSupport
import Testing

@testable import Commands

/// Records of a kind as CSV, in and out, through the built program.
@Suite struct NativeCSVTests {
  private let program: Program
  private let reviews = """
    reference,kind,party,heldOn,minutesIssuedOn
    R-1,service,S-1,2026-03-02,2026-03-05
    R-2,sla,S-1,2026-04-01,

    """

  init() throws {
    program = try Program()
    try program.run("init", "--zone", "Europe/Berlin", "--country", "DE-BE")
    try program.run("party", "add", "S-1", "Nordwind GmbH", "--role", "supplier")
  }

  private func counts(_ report: [String: Any], _ kind: String) -> [String: Int]? {
    (report["others"] as? [String: [String: Int]])?[kind]
  }

  private func references() throws -> [String?] {
    try program.objects("review", "list", "--as-of", "2099-01-01", "--format", "json")
      .map { $0["reference"] as? String }
  }

  @Test func `a file is recognised by its header, again changes nothing, and is undone`() throws {
    try program.write(reviews, to: "meetings.csv")
    let dry = try program.object("import", "meetings.csv", "--dry-run", "--format", "json")
    let report = try program.object("import", "meetings.csv", "--format", "json")
    #expect(report["profile"] as? String == "liaison")
    #expect(counts(report, "reviews")?["new"] == 2)
    #expect(counts(dry, "reviews") == counts(report, "reviews"))
    #expect(try references() == ["R-1", "R-2"])
    let again = try program.object("import", "meetings.csv", "--format", "json")
    #expect(counts(again, "reviews")?["unchanged"] == 2)
    let batch = try #require(report["batch"] as? Int)
    let undone = try program.run("batch", "undo", "\(batch)")
    #expect(undone.code == 0)
    #expect(try references() == [])
  }

  @Test func `contacts, roles, assignments, absences and calendars go out and come in again`()
    throws
  {
    let files = [
      "people.csv": "reference,name\nanna,Anna\nben,Ben\n",
      "contacts.csv": "party,name,email,validFrom\nS-1,Kim Lee,kim@nordwind.example,2026-01-01\n",
      "roles.csv": "party,role\nS-1,customer\n",
      "assignments.csv":
        "role,person,deputy,party,validFrom\ncontractManager,anna,ben,S-1,2026-01-01\n",
      "absences.csv": "person,startsOn,endsOn,deputy\nanna,2026-03-02,2026-03-06,ben\n",
      "calendars.csv": "reference,zone,windows\nnight,Europe/Berlin,Mon-Fri 18:00-24:00\n",
      "exceptions.csv": "calendar,day,name\nnight,2026-05-04,Works outing\n",
    ]
    for (name, text) in files { try program.write(text, to: "in/\(name)") }
    let report = try program.object("import", "in", "--effective", "2026-01-01", "--format", "json")
    for kind in ["contacts", "roles", "assignments", "absences", "calendars", "exceptions"] {
      #expect(counts(report, kind)?["new"] == 1, "\(kind)")
    }
    #expect(try program.run("export", "--format", "csv", "--out", "out").code == 0)
    for name in files.keys {
      #expect(program.has("out/\(name)"), "\(name)")
    }
    let again = try program.object("import", "out", "--format", "json")
    for kind in ["contacts", "roles", "assignments", "absences", "calendars", "exceptions"] {
      #expect(counts(again, kind)?["new"] ?? 0 == 0, "\(kind)")
      #expect(counts(again, kind)?["rejected"] ?? 0 == 0, "\(kind)")
    }
    let batch = try #require(report["batch"] as? Int)
    #expect(try program.run("batch", "undo", "\(batch)").code == 0)
    #expect(try program.objects("assignment", "list", "--format", "json").isEmpty)
  }

  @Test func `a file of assignments without a needed column says which`() throws {
    try program.write("role,person\ncontractManager,anna\n", to: "assignments.csv")
    let result = try program.run("import", "assignments.csv", "--profile", "liaison:assignments")
    #expect(result.code == 65)
    #expect(result.errors.contains("The header lacks the column \u{201C}validFrom\u{201D}."))
    #expect(result.errors.contains("Add the column; it has the first day."))
  }

  @Test func `the name of the file tells the kind where several fit`() throws {
    try program.write("reference,kind\nR-1,sla\n", to: "reviews.csv")
    let report = try program.object("import", "reviews.csv", "--format", "json")
    #expect(counts(report, "reviews")?["new"] == 1)
  }

  @Test func `the kind is named by the profile`() throws {
    try program.write("reference,kind\nR-1,sla\n", to: "list.csv")
    let open = try program.run("import", "list.csv")
    #expect(open.code == 65)
    #expect(open.errors.contains("Several kinds of record fit the header: "))
    let named = try program.run("import", "list.csv", "--profile", "liaison:reviews")
    #expect(named.code == 0)
    #expect(try references() == ["R-1"])
    let other = try program.run("import", "list.csv", "--profile", "liaison:meetings")
    #expect(other.code == 65)
    #expect(
      other.errors.contains(
        "There is no kind of record \u{201C}meetings\u{201D}."
      )
    )
  }

  @Test func `rejected rows are corrected and imported as they are`() throws {
    try program.write(
      reviews + "R-3,sla,S-1,31/04/2026,\nR-4,sla,S-9,,\n,sla,S-1,,\n",
      to: "reviews.csv"
    )
    let result = try program.run("import", "reviews.csv", "--rejects", "rejected.csv")
    #expect(result.code == 1)
    #expect(result.errors.contains("reviews.csv:4:4"))
    let rejected = try program.read("rejected.csv")
    let lines = rejected.split(whereSeparator: \.isNewline).map(String.init)
    #expect(lines.count == 4)
    #expect(
      lines.first
        == "reference,kind,party,heldOn,minutesIssuedOn,problem_code,problem_field,problem_message"
    )
    let named = lines.map { $0.hasPrefix(",sla") ? "R-5" + $0 : $0 }.joined(separator: "\n")
    let corrected = named.replacing("R-3,sla,S-1,31/04/2026", with: "R-3,sla,S-1,2026-04-30")
      .replacing("R-4,sla,S-9", with: "R-4,sla,S-1")
    try program.write(corrected + "\n", to: "rejected.csv")
    let again = try program.object("import", "rejected.csv", "--format", "json")
    #expect(counts(again, "reviews")?["new"] == 3)
    #expect(try references() == ["R-1", "R-2", "R-3", "R-4", "R-5"])
  }

  @Test func `an export as CSV comes in again and goes out the same`() throws {
    try program.write(reviews, to: "meetings.csv")
    try program.run("import", "meetings.csv", "--effective", "2026-01-01")
    let out = try program.run("export", "--format", "csv", "--out", "records")
    #expect(out.code == 0)
    #expect(out.errors == "Wrote 3 records in 2 files to records.\n")
    let first = try program.read("records/reviews.csv")
    let again = try program.object("import", "records/reviews.csv", "--format", "json")
    #expect(counts(again, "reviews")?["unchanged"] == 2)
    try program.run("export", "--format", "csv", "--out", "more/records", "--quiet")
    #expect(try program.read("more/records/reviews.csv") == first)
    let taken = try program.run("export", "--format", "csv", "--out", "records")
    #expect(taken.code == 73)
  }

  @Test func `an export as CSV wants a folder, and says when there is nothing to write`() throws {
    let none = try program.run("export", "--format", "csv")
    #expect(none.code == 64)
    #expect(none.errors.hasPrefix("Error: CSV is several files: name a folder by --out.\n"))
    let flag = try program.run("export", "--format", "csv", "--out", "a", "--no-provenance")
    #expect(flag.code == 64)
    #expect(flag.errors.hasPrefix("Error: --no-provenance is for xml only.\n"))
    program.environment["LIAISON_STORE"] = "empty.sqlite"
    try program.run("init", "--zone", "Europe/Berlin")
    let empty = try program.run("export", "--format", "csv", "--out", "a")
    #expect(empty.code == 0)
    #expect(empty.errors == "The store has no records that native CSV holds.\n")
  }
}
