import Foundation
import Importing
import Testing

@testable import Intake

struct RejectsFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func record(
    _ raw: String,
    header: String = "Number,Title",
    delimiter: Character = ","
  ) -> RejectedRecord {
    RejectedRecord(
      place: Place(line: 2),
      raw: Array(raw.utf8),
      header: Array(header.utf8),
      delimiter: delimiter.asciiValue
    )
  }

  private func problem(
    _ message: String,
    _ code: String = "date.unreadable",
    _ severity: Problem.Severity = .error,
    field: String? = nil
  ) -> Problem {
    Problem(code, severity, field: field, message: message, remedy: "Correct it.")
  }

  @Test func `the header comes once, with three columns more, and records stay as they are`() throws
  {
    let file = try RejectsFile(path: folder.file("rejects.csv"))
    try file.write(record("A , \"x\"\"y\n z\""), [problem("No day.", field: "End")])
    try file.write(record("B"), [problem("No key.", "key.missing")])
    #expect(file.count == 2)
    try file.finish()
    #expect(
      try folder.text("rejects.csv") == """
        Number,Title,problem_code,problem_field,problem_message\r
        A , "x""y
         z",date.unreadable,End,No day.\r
        B,key.missing,,No key.\r

        """
    )
  }

  @Test func `bytes that are no UTF-8 are kept`() throws {
    let file = try RejectsFile(path: folder.file("rejects.csv"))
    var latin = record("A")
    latin.raw = [0x41, 0x2C, 0xE9]
    try file.write(latin, [problem("No day.")])
    try file.finish()
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: folder.file("rejects.csv"))))
    #expect(bytes.contains([0x0A, 0x41, 0x2C, 0xE9, 0x2C]))
  }

  @Test func `the delimiter is that of the source`() throws {
    let file = try RejectsFile(path: folder.file("rejects.csv"))
    let semicolon = record("A;1,5", header: "Number;Value", delimiter: ";")
    try file.write(semicolon, [problem("It is a; b, c.", field: "Value")])
    try file.finish()
    #expect(
      try folder.text("rejects.csv").split(whereSeparator: \.isNewline) == [
        "Number;Value;problem_code;problem_field;problem_message",
        "A;1,5;date.unreadable;Value;\"It is a; b, c.\"",
      ]
    )
  }

  @Test func `several problems are joined, the first error leads, warnings are left out`() throws {
    let file = try RejectsFile(path: folder.file("rejects.csv"))
    let problems = [
      problem("Odd.", "dates.reversed", .warning, field: "Start"),
      problem("No day.", field: "End"), problem("No money.", "money.unreadable", field: "Value"),
    ]
    try file.write(record("A,One"), problems)
    try file.finish()
    #expect(
      try folder.text("rejects.csv").split(whereSeparator: \.isNewline).last
        == "A,One,date.unreadable,End,No day. No money."
    )
  }

  @Test func `it has its name only when finished, and replaces an older one`() throws {
    _ = try folder.write("old", "rejects.csv")
    let file = try RejectsFile(path: folder.file("rejects.csv"))
    try file.write(record("A,One"), [problem("No day.")])
    #expect(try folder.text("rejects.csv") == "old")
    #expect(try folder.names() == ["rejects.csv", "rejects.csv.part"])
    try file.finish()
    #expect(try folder.names() == ["rejects.csv"])
    #expect(try folder.text("rejects.csv").hasPrefix("Number,Title,problem_code"))
  }

  @Test func `abandoned, it leaves nothing and the older one stays`() throws {
    _ = try folder.write("old", "rejects.csv")
    let file = try RejectsFile(path: folder.file("rejects.csv"))
    try file.write(record("A,One"), [problem("No day.")])
    file.abandon()
    #expect(try folder.names() == ["rejects.csv"])
    #expect(try folder.text("rejects.csv") == "old")
  }

  @Test func `only its owner may read it, also over a file left by an earlier run`() throws {
    _ = try folder.write("left", "rejects.csv.part")
    let left = [FileAttributeKey.posixPermissions: 0o644]
    try FileManager.default.setAttributes(left, ofItemAtPath: folder.file("rejects.csv.part"))
    let file = try RejectsFile(path: folder.file("rejects.csv"))
    #expect(try folder.mode("rejects.csv.part") == 0o600)
    try file.finish()
    #expect(try folder.mode("rejects.csv") == 0o600)
    #expect(try folder.text("rejects.csv") == "")
  }

  @Test func `a place that cannot be written is told`() throws {
    let path = folder.file("missing/rejects.csv")
    let expected = IntakeError.cannotCreate(path)
    #expect(throws: expected) { _ = try RejectsFile(path: path) }
    #expect(
      expected.description
        == "The file \(path) cannot be written. Check the folder and its permissions."
    )
    // A folder of that name cannot be replaced.
    let taken = folder.file("taken")
    try FileManager.default.createDirectory(atPath: taken, withIntermediateDirectories: true)
    let file = try RejectsFile(path: taken)
    #expect(throws: IntakeError.cannotCreate(taken)) { try file.finish() }
    file.abandon()
    #expect(try folder.names() == ["taken"])
  }
}
