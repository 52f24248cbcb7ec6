import Importing
import Model
import Storage
import Testing

@testable import Intake

/// What becomes of rows that are said to be new, changed or deleted.
@Suite struct OperationImportTests {
  private static let lines = """
    operation:
      from: Op
      values: {A: new, C: update, D: delete}

    """
  private let header = "Number,Op,Title,Start,End,Value,Note,Supplier,Other,Day"

  private func desk(_ lines: String = "", store: Store? = nil) throws -> Desk {
    try Desk(Self.lines + lines, store: store)
  }

  private func row(_ key: String, _ operation: String, _ title: String = "", day: String = "")
    -> String
  {
    "\(key),\(operation),\(title),2025-01-01,,100.00,,Acme \(key),,\(day)"
  }

  private func problem(_ code: String, _ key: String, line: Int, _ message: String) -> Problem {
    Problem(
      code,
      file: nil,
      place: Place(line: line, record: line - 1),
      field: "operation",
      value: key,
      message: message,
      remedy: "Correct the operation, import an earlier file that was left out, or set "
        + "“mismatch: warn” under “operation” in the profile."
    )
  }

  private func texts(_ item: PlanItem) -> [String] {
    item.changes.map { "\($0.field) \($0.before ?? "-") \($0.after ?? "-")" }
  }

  private func unnamed(_ problems: [Problem]) -> [Problem] {
    problems.map { problem in
      var problem = problem
      problem.file = nil
      return problem
    }
  }

  // MARK: What fits

  @Test func `new rows are added, changed ones changed, and deleted ones end the day before`()
    throws
  {
    let desk = try desk()
    let first = try desk.run(header, row("A", "A", "One"), row("B", "A", "Two"))
    #expect(first.agreements == [2, 0, 0, 0, 0])
    let dry = try desk.run(header, row("A", "C", "Uno"), row("B", "D")) { $0.isDryRun = true }
    #expect(try desk.store.agreements()["B"]?.terms.endedOn == nil)
    let second = try desk.run(header, row("A", "C", "Uno"), row("B", "D"))
    #expect(second.items == dry.items)
    #expect(second.agreements == [0, 2, 0, 0, 0])
    #expect(second.problems == [])
    #expect(second.items.map(\.action) == [.changed, .ended])
    #expect(second.items[1].reference == "B")
    #expect(second.items[1].place == Place(line: 3, record: 2))
    #expect(texts(second.items[1]) == ["endedOn - 2026-02-28"])
    let stored = try desk.store.agreements()
    #expect(stored["A"]?.title == "Uno")
    #expect(stored["B"]?.title == "Two")
    #expect(stored["B"]?.terms.endedOn == .of("2026-02-28"))
    #expect(try desk.store.revisions("B").last == "1 2026-03-01 endedOn")
    #expect(try desk.store.agreements(on: "2026-02-28")["B"]?.terms.endedOn == nil)
    try desk.store.expectSound()
  }

  @Test func `the last day comes from its column, or from the day on which the import counts`()
    throws
  {
    let desk = try desk("  endedOn: Day")
    try desk.run(header, row("A", "A", "One"), row("B", "A", "Two"))
    try desk.run(header, row("A", "D", day: "2025-12-31"), row("B", "D")) {
      $0.effectiveOn = CivilDay.of("2026-02-01").number
    }
    let stored = try desk.store.agreements()
    #expect(stored["A"]?.terms.endedOn == .of("2025-12-31"))
    #expect(stored["B"]?.terms.endedOn == .of("2026-01-31"))
    let other = try desk.run(header, row("A", "D", day: "2025-11-30"))
    #expect(texts(other.items[0]) == ["endedOn 2025-12-31 2025-11-30"])
    try desk.store.expectSound()
  }

  @Test func `the same file again changes nothing, whatever its operations`() throws {
    let desk = try desk("  endedOn: Day")
    let lines = [row("A", "A", "One"), row("B", "A", "Two")]
    try desk.run(header, lines[0], lines[1])
    let again = try desk.run(header, lines[0], lines[1])
    #expect(again.outcome.isUnchanged)
    #expect(again.problems == [])
    try desk.run(header, row("A", "C", "Uno"), row("B", "D"))
    let third = try desk.run(header, row("A", "C", "Uno"), row("B", "D"))
    #expect(third.outcome.isUnchanged)
    #expect(third.agreements == [0, 0, 2, 0, 0])
    #expect(third.records == [2, 2, 0])
  }

  @Test func `an agreement that comes anew after its deletion goes on`() throws {
    let desk = try desk()
    try desk.run(header, row("A", "A", "One"), row("B", "A", "Two"))
    try desk.run(header, row("A", "D"), row("B", "D"))
    let report = try desk.run(header, row("A", "A", "One"), row("B", "A", "Zwei"))
    #expect(report.problems == [])
    #expect(report.agreements == [0, 2, 0, 0, 0])
    let stored = try desk.store.agreements()
    #expect(stored["A"]?.terms.endedOn == nil)
    #expect(stored["B"]?.terms.endedOn == nil)
    #expect(stored["B"]?.title == "Zwei")
    try desk.store.expectSound()
  }

  @Test func `an end that a person set is kept, and another one is a conflict`() throws {
    let desk = try desk("  endedOn: Day")
    try desk.run(header, row("A", "A", "One"))
    _ = try desk.store.changeAgreement(
      AgreementChange(reference: "A", values: [.endedOn: .day(.of("2026-01-15"))]),
      desk.next("change")
    )
    let silent = try desk.run(header, row("A", "D"))
    #expect(silent.agreements == [0, 0, 1, 0, 0])
    let report = try desk.run(header, row("A", "D", day: "2026-01-31"))
    #expect(report.agreements == [0, 0, 0, 0, 1])
    #expect(report.items[0].action == .conflicting)
    #expect(try desk.store.agreements()["A"]?.terms.endedOn == .of("2026-01-15"))
    try desk.store.expectSound()
  }

  @Test func `undo takes a deletion back`() throws {
    let desk = try desk()
    try desk.run(header, row("A", "A", "One"))
    let report = try desk.run(header, row("A", "D"))
    let batch = try #require(report.outcome.batch)
    _ = try desk.store.undoBatch(batch, desk.next("undo"))
    #expect(try desk.store.agreements()["A"]?.terms.endedOn == nil)
    try desk.store.expectSound()
  }

  // MARK: What does not fit

  @Test func `what does not fit the store is rejected, with its row and a remedy`() throws {
    let desk = try desk()
    try desk.run(header, row("A", "A", "One"))
    let lines = [row("A", "A", "Uno"), row("B", "C", "Two"), row("C", "D")]
    let report = try desk.run(header, lines[0], lines[1], lines[2]) {
      $0.rejects = desk.folder.file("rejects.csv")
    }
    #expect(report.records == [3, 0, 3])
    #expect(
      unnamed(report.problems) == [
        problem(
          "operation.exists",
          "A",
          line: 2,
          "The row says that “A” is new, and the store has it already."
        ),
        problem(
          "operation.notFound",
          "B",
          line: 3,
          "The row changes “B”, and the store does not have it."
        ),
        problem(
          "operation.notFound",
          "C",
          line: 4,
          "The row ends “C”, and the store does not have it."
        ),
      ]
    )
    #expect(try desk.store.agreements().keys.sorted() == ["A"])
    #expect(try desk.store.agreements()["A"]?.title == "One")
    let rejects = try desk.folder.text("rejects.csv")
    #expect(rejects.ranges(of: ",operation.").count == 3)
    #expect(rejects.contains(lines[2] + ",operation.notFound,operation,"))
    try desk.store.expectSound()
  }

  @Test func `a lenient profile does what is possible and says so`() throws {
    let desk = try desk("  mismatch: warn")
    try desk.run(header, row("A", "A", "One"))
    let lines = [row("A", "A", "Uno"), row("B", "C", "Two"), row("C", "D")]
    let report = try desk.run(header, lines[0], lines[1], lines[2])
    #expect(report.records == [3, 3, 0])
    #expect(report.agreements == [1, 1, 0, 0, 0])
    #expect(report.problems.map(\.severity) == [.warning, .warning, .warning])
    #expect(
      report.problems.map(\.message) == [
        "The row says that “A” is new, and the store has it already; it is compared with what "
          + "the store has.",
        "The row changes “B”, and the store does not have it; it is added.",
        "The row ends “C”, and the store does not have it; nothing is done.",
      ]
    )
    #expect(
      report.problems.map(\.remedy) == [
        "Nothing needs to be done if the store has the right values.",
        "Look whether an earlier file of the source was left out.",
        "Look whether an earlier file of the source was left out.",
      ]
    )
    #expect(report.problems[0].file == desk.folder.file("input.csv"))
    #expect(try desk.store.agreements().keys.sorted() == ["A", "B"])
    try desk.store.expectSound()
  }

  @Test(arguments: ["A", "C", "D"])
  func `a key that comes twice is rejected the second time, also in the first import`(
    operation: String
  ) throws {
    let desk = try desk()
    let report = try desk.run(header, row("A", "A", "One"), row("A", operation, "Two"))
    #expect(report.records == [2, 1, 1])
    #expect(report.problems.map(\.code) == ["key.repeated"])
    let later = try desk.run(header, row("A", "C", "Uno"), row("A", operation, "Two"))
    #expect(later.problems.map(\.code) == ["key.repeated"])
    #expect(try desk.store.agreements()["A"]?.title == "Uno")
    #expect(try desk.store.agreements()["A"]?.terms.endedOn == nil)
    try desk.store.expectSound()
  }

  @Test func `a profile that may not change ends nothing`() throws {
    let store = try Store.inMemory()
    try desk(store: store).run(header, row("A", "A", "One"))
    let desk = try desk("behaviour: {mayUpdate: false}", store: store)
    let report = try desk.run(header, row("A", "D"))
    #expect(report.agreements == [0, 0, 1, 0, 0])
    #expect(try store.agreements()["A"]?.terms.endedOn == nil)
  }

  @Test func `a profile that may not add does not add what is said to be changed`() throws {
    let desk = try desk("  mismatch: warn\nbehaviour: {mayAdd: false}")
    let report = try desk.run(header, row("A", "C", "One"))
    #expect(report.problems.map(\.code) == ["agreement.unknown"])
  }

  @Test func `a new record may be an agreement of another source by a further name`() throws {
    let store = try Store.inMemory()
    try Desk(store: store).run(
      "Number,Title,Start,End,Value,Note,Supplier,Other",
      "A,One,2025-01-01,,100.00,,Acme,X-1"
    )
    let desk = try desk("behaviour: {matchBy: [other]}", store: store)
    let line = "7,A,Uno,2025-01-01,,100.00,,Acme,X-1,"
    let report = try desk.run(header, line) { $0.source = "second" }
    #expect(report.problems == [])
    #expect(report.agreements == [0, 1, 0, 0, 0])
  }

  // MARK: Rows that belong together

  @Test func `rows of one key have one operation`() throws {
    let desk = try desk("rows: several")
    let first = try desk.run(
      header,
      row("A", "A", "One"),
      row("A", "", "One"),
      row("B", "A", "Two")
    )
    #expect(first.problems == [])
    #expect(first.agreements == [2, 0, 0, 0, 0])
    let second = try desk.run(header, row("A", "D"), row("A", "D"), row("B", "C", "Zwei"))
    #expect(second.problems == [])
    #expect(second.agreements == [0, 2, 0, 0, 0])
    #expect(try desk.store.agreements()["A"]?.terms.endedOn == .of("2026-02-28"))
    let again = try desk.run(header, row("A", "A", "One"), row("A", "", "One"))
    #expect(again.agreements == [0, 1, 0, 0, 0])
    #expect(try desk.store.agreements()["A"]?.terms.endedOn == nil)
    try desk.store.expectSound()
  }

  @Test func `rows of one key with different operations are rejected`() throws {
    let desk = try desk("rows: several")
    let report = try desk.run(header, row("A", "A", "One"), row("A", "D"), row("B", "C", "Two"))
    #expect(report.records == [3, 0, 3])
    #expect(
      report.problems.map(\.code) == [
        "operation.differs", "operation.differs", "operation.notFound",
      ]
    )
    #expect(report.problems[1].place == Place(line: 3, record: 2))
    #expect(
      report.problems[0].message == "The rows of “A” have the operations “new” and “delete”."
    )
    #expect(
      report.problems[0].remedy
        == "Give all rows of one key the same operation, or leave it blank in all but one."
    )
    #expect(try desk.store.agreements().isEmpty)
    #expect(report.outcome.parties.new == 0)
  }
}
