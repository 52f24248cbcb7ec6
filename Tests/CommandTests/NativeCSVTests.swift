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
    #expect(out.errors == "Wrote 2 records in 1 file to records.\n")
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
    let empty = try program.run("export", "--format", "csv", "--out", "a")
    #expect(empty.code == 0)
    #expect(empty.errors == "The store has no records that native CSV holds.\n")
  }
}
