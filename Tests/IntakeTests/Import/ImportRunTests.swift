import Foundation
import Importing
import Model
import Storage
import Testing

@testable import Intake

/// What an import does with good and bad records, with limits and with several files.
struct ImportRunTests {
  private let header = "Number,Title,Start,End,Value,Supplier"
  private let one = "A,One,2025-01-01,2026-12-31,100.00,Acme"
  private let two = "B,Two,2025-01-01,2026-12-31,200.00,Bolt"
  private let bad = "C,Three,2025-01-01,some day,300.00,Core"

  private func problem(_ body: () throws -> Void) -> Problem? {
    do {
      try body()
      return nil
    } catch {
      return error as? Problem
    }
  }

  // MARK: Plans

  @Test func `a dry run reports what the commit reports and leaves the store as it was`() throws {
    let desk = try Desk("complete: true\nbehaviour: {absent: end}")
    try desk.run(header, one, two)
    let before = try desk.store.export()
    let lines = [header, "A,Uno,2025-01-01,,100.00,Acme", bad, "D,New,2025-01-01,,5,Acme"]
    let path = try desk.folder.write(lines.joined(separator: "\n"), "next.csv")
    let dry = try desk.run(files: [path]) { $0.isDryRun = true }
    #expect(try desk.store.export() == before)
    #expect(dry.outcome.batch == nil)
    let wet = try desk.run(files: [path])
    #expect(wet.outcome.batch == 2)
    #expect(wet.text == dry.text)
    #expect(wet.agreements == [1, 1, 0, 1, 0])
    #expect(wet.records == [3, 2, 1])
    #expect(wet.needsAttention)
    #expect(try desk.store.export() != before)
    try desk.store.expectSound()
  }

  @Test func `the same file again changes nothing and needs no attention`() throws {
    let desk = try Desk()
    let first = try desk.run(header, one, two)
    #expect(first.agreements == [2, 0, 0, 0, 0])
    let second = try desk.run(header, one, two)
    #expect(second.agreements == [0, 0, 2, 0, 0])
    #expect(second.outcome.isUnchanged)
    #expect(!second.needsAttention)
    #expect(second.items == [])
    #expect(try desk.store.revisions("A") == ["1 2025-01-01 -"])
    #expect(try desk.store.batches().map(\.id) == [1, 2])
    try desk.store.expectSound()
  }

  @Test func `the batch names file, digest, profile, actor and source`() throws {
    let desk = try Desk()
    let report = try desk.run(header, one) { $0.source = "City of Example" }
    let batch = try desk.store.batch(1)
    #expect(batch.profile == "sample")
    #expect(batch.scheme == "City of Example")
    #expect(batch.actor == "tester")
    #expect(batch.profileDigest == nil)
    #expect(batch.sources.map(\.path) == [desk.folder.file("input.csv")])
    #expect(batch.sources.map(\.sha256) == report.sources.map { hexadecimalText($0.digest.sha256) })
    var unit = ImportUnit(profile: "sample", rules: desk.profile, files: [])
    unit.text = Array("abc".utf8)
    try desk.run(unit)
    #expect(
      try desk.store.batch(2).profileDigest
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    )
  }

  @Test func `a file with no records is a valid import`() throws {
    let desk = try Desk()
    let report = try desk.run(header)
    #expect(report.agreements == [0, 0, 0, 0, 0])
    #expect(report.read == 0)
    #expect(!report.needsAttention)
  }

  // MARK: Limits

  @Test func `more rejected records than the count allows store nothing`() throws {
    let desk = try Desk()
    let before = try desk.store.export()
    let found = problem {
      try desk.run(header, one, bad, two) {
        $0.rejectLimit = .count(0)
        $0.rejects = desk.folder.file("rejects.csv")
      }
    }
    #expect(
      found
        == Problem(
          "rejects.tooMany",
          message: "1 of 2 records were rejected, more than the 0 allowed.",
          remedy: "Nothing was stored; correct the file or raise --max-rejects."
        )
    )
    #expect(try desk.store.export() == before)
    #expect(try desk.store.isEmpty)
    #expect(try desk.folder.names() == ["input.csv"])
    let allowed = try desk.run(header, one, bad, two) { $0.rejectLimit = .count(1) }
    #expect(allowed.agreements == [2, 0, 0, 0, 0])
  }

  @Test func `a percentage is judged at the end, over all records`() throws {
    let desk = try Desk()
    let lines = [header, bad, one, two, "D,Four,,,,Acme"]
    let path = try desk.folder.write(lines.joined(separator: "\n"), "four.csv")
    let found = problem { try desk.run(files: [path]) { $0.rejectLimit = .percent(24) } }
    #expect(found?.code == "rejects.tooMany")
    #expect(found?.message == "1 of 4 records were rejected, more than the 24 % allowed.")
    #expect(try desk.store.isEmpty)
    let allowed = try desk.run(files: [path]) { $0.rejectLimit = .percent(25) }
    #expect(allowed.agreements == [3, 0, 0, 0, 0])
  }

  @Test func `the profile's own limit holds unless the command says another`() throws {
    let desk = try Desk("behaviour: {rejectLimit: 0}")
    #expect(problem { try desk.run(header, one, bad) }?.code == "rejects.tooMany")
    #expect(try desk.run(header, one, bad) { $0.rejectLimit = .count(1) }.rejected == 1)
  }

  // MARK: Rejected records

  @Test func `rejected records can be corrected and imported again`() throws {
    let desk = try Desk()
    let repeated = "A,Again,2025-01-01,2026-12-31,\"1\",Acme"
    let report = try desk.run(header, one, bad, repeated, two) {
      $0.rejects = desk.folder.file("rejects.csv")
    }
    #expect(report.records == [4, 2, 2])
    #expect(report.problemCounts == ["date.unreadable": 1, "key.repeated": 1])
    #expect(report.problems.map { $0.place?.line } == [3, 4])
    #expect(report.problems.allSatisfy { $0.file == desk.folder.file("input.csv") })
    let rejects = try desk.folder.text("rejects.csv")
    let lines = rejects.split(whereSeparator: \.isNewline)
    #expect(lines.count == 3)
    #expect(lines[0] == header + ",problem_code,problem_field,problem_message")
    #expect(lines[1].hasPrefix(bad + ",date.unreadable,End,"))
    #expect(
      lines[2] == repeated
        + ",key.repeated,,The key \u{201C}A\u{201D} stands in an earlier record of this import."
    )
    let corrected = rejects.replacingOccurrences(of: "some day", with: "2026-06-30")
      .replacingOccurrences(of: "\nA,Again", with: "\nE,Again")
    let again = try desk.run(files: [desk.folder.write(corrected, "corrected.csv")])
    #expect(again.records == [2, 2, 0])
    let stored = try desk.store.agreements()
    #expect(stored.keys.sorted() == ["A", "B", "C", "E"])
    #expect(stored["C"]?.terms.endsOn == .of("2026-06-30"))
    #expect(stored["E"]?.value?.minor == 100)
    try desk.store.expectSound()
  }

  @Test func `a dry run writes the rejected records too`() throws {
    let desk = try Desk()
    try desk.run(header, one, bad) {
      $0.isDryRun = true
      $0.rejects = desk.folder.file("rejects.csv")
    }
    #expect(try desk.folder.text("rejects.csv").contains(bad + ",date.unreadable"))
    #expect(try desk.store.isEmpty)
  }

  @Test func `a place where rejected records cannot go stops the import`() throws {
    let desk = try Desk()
    let path = desk.folder.file("missing/rejects.csv")
    #expect(throws: IntakeError.cannotCreate(path)) {
      try desk.run(header, one, bad) { $0.rejects = path }
    }
    #expect(try desk.store.isEmpty)
  }

  @Test func `a record that may not be added is rejected where rows are put together`() throws {
    let desk = try Desk("rows: several\nbehaviour: {mayAdd: false}")
    let report = try desk.run(header, one) { $0.rejects = desk.folder.file("rejects.csv") }
    #expect(report.records == [1, 0, 1])
    #expect(report.problems.map(\.code) == ["agreement.unknown"])
    #expect(report.problems.map(\.file) == [desk.folder.file("input.csv")])
    #expect(try desk.folder.text("rejects.csv").contains(one + ",agreement.unknown"))
  }

  // MARK: Several files

  @Test func `of several files one that cannot be used is left out`() throws {
    let desk = try Desk()
    let good = try desk.folder.write(header + "\n" + one + "\n", "a.csv")
    let wrong = try desk.folder.write("Something,Else\n1,2\n", "b.csv")
    let missing = desk.folder.file("c.csv")
    let also = try desk.folder.write(header + "\n" + two + "\n", "d.csv")
    let report = try desk.run(files: [good, wrong, missing, also])
    #expect(report.unusable == 2)
    #expect(report.needsAttention)
    #expect(report.agreements == [2, 0, 0, 0, 0])
    #expect(report.problems.map(\.file) == [wrong, missing])
    #expect(report.sources.map(\.path) == [good, also])
    #expect(try desk.store.batch(1).sources.map(\.path) == [good, also])
    #expect(try desk.store.agreements()["B"]?.source?.file == also)
    try desk.store.expectSound()
  }

  @Test func `if no file can be used the last problem is thrown`() throws {
    let desk = try Desk()
    let wrong = try desk.folder.write("Something,Else\n1,2\n", "b.csv")
    let missing = desk.folder.file("c.csv")
    let found = problem { try desk.run(files: [wrong, missing]) }
    #expect(found?.code == "file.missing")
    #expect(found?.file == missing)
    #expect(try desk.store.isEmpty)
  }

  @Test func `a single file that cannot be used throws and stores nothing`() throws {
    let desk = try Desk()
    let found = problem {
      try desk.run("Something,Else", "1,2") { $0.rejects = desk.folder.file("rejects.csv") }
    }
    #expect(found?.code == "column.missing")
    #expect(try desk.store.isEmpty)
    #expect(try desk.folder.names() == ["input.csv"])
  }

  @Test func `a source that breaks off in the middle stores nothing`() throws {
    let desk = try Desk()
    let path = try desk.folder.write((header + "\n" + one), "input.csv")
    var file = desk.file(path)
    let whole = file.read
    file.read = { source, name, sink in
      try whole(source, name, sink)
      throw Problem("gzip.damaged", message: "It ends early.", remedy: "Get it again.")
    }
    let unit = ImportUnit(profile: "sample", rules: desk.profile, files: [file])
    #expect(problem { try desk.run(unit) }?.code == "gzip.damaged")
    #expect(try desk.store.isEmpty)
  }

  @Test func `rejected records of files with different headers are not mixed`() throws {
    let desk = try Desk()
    let first = try desk.folder.write(header + "\n" + bad + "\n", "a.csv")
    let other = "Title,Number,End\nOther,X,one day\n"
    let second = try desk.folder.write(other, "b.csv")
    let report = try desk.run(files: [first, second]) {
      $0.rejects = desk.folder.file("rejects.csv")
    }
    #expect(report.rejected == 2)
    let rejects = try desk.folder.text("rejects.csv")
    #expect(rejects.contains(bad))
    #expect(!rejects.contains("Other,X"))
    #expect(try desk.folder.text("rejects-2.csv").hasPrefix("Title,Number,End,problem_code"))
    #expect(try desk.folder.text("rejects-2.csv").contains("Other,X,one day,date.unreadable"))
    #expect(report.problemCounts == ["date.unreadable": 2, "rejects.otherHeader": 1])
  }
}
