import Importing
import Model
import NativeCSV
import TestSupport
import Testing

@Suite struct NativeCSVProblemTests {
  private func read(
    _ text: String,
    named file: String = "a.csv",
    _ kind: RecordType? = nil
  ) -> ImporterContract.Outcome {
    ImporterContract.read(NativeCSVImporter(kind), Array(text.utf8), named: file)
  }

  private func thrown(
    _ text: String,
    named file: String = "a.csv",
    _ kind: RecordType? = nil
  ) -> String {
    guard let problem = read(text, named: file, kind).failure as? Problem else { return "" }
    let place = "\(problem.place?.line ?? 0):\(problem.place?.column ?? 0)"
    return "\(place) \(problem.code): \(problem.message) \(problem.remedy)"
  }

  @Test func `a header that fits no kind is refused`() {
    #expect(
      thrown("reference,colour\nA,red\n")
        == "1:0 format.undecided: The header fits no kind of record. "
        + "Name the kind with --profile, such as --profile liaison:reviews."
    )
  }

  @Test func `a header that fits several kinds is refused unless the name of the file tells`() {
    let text = "reference,decision\nA,yes\n"
    #expect(
      thrown(text)
        == "1:0 format.undecided: Several kinds of record fit the header: changes, complaints. "
        + "Name the kind with --profile liaison:changes, or name the file after it: changes.csv."
    )
    #expect(read(text, named: "complaints.csv").sink.records.map(\.kind) == ["complaint"])
    #expect(read(text, named: "a.csv", Complaint.type).sink.records.map(\.kind) == ["complaint"])
    #expect(thrown(text, named: "people.csv") == thrown(text))
  }

  @Test func `a file without references is refused`() {
    #expect(
      thrown("kind,heldOn\nsla,\n", named: "reviews.csv")
        == "1:0 column.missing: The header lacks the column \u{201C}reference\u{201D}. "
        + "Add the column; it has our reference of each record."
    )
  }

  @Test func `a column that the kind does not have is refused with those that it has`() {
    #expect(
      thrown("reference,review,colour\n", Topic.type)
        == "1:3 column.unknown: The topic has no fact \u{201C}colour\u{201D}. Remove the column, "
        + "or use one of reference, review, kind, outcome, demand, effectiveOn."
    )
  }

  @Test(arguments: ["kind", "reference", "effectiveOn"])
  func `a column that stands there twice is refused`(_ name: String) {
    #expect(
      thrown("reference,kind,effectiveOn,\(name)\n", Topic.type)
        == "1:4 column.repeated: The column \u{201C}\(name)\u{201D} stands in the header twice. "
        + "Remove one of the columns."
    )
  }

  @Test(arguments: ["", "  "])
  func `a row without a reference is rejected, and the next one read`(_ reference: String) {
    let sink = read("reference,kind\n\(reference),scope\nT-2,scope\n", Topic.type).sink
    #expect(sink.records.map(\.reference) == ["T-2"])
    #expect(
      sink.rejected.flatMap(\.problems) == [
        Problem(
          "key.missing",
          file: "a.csv",
          place: Place(line: 2, column: 1, record: 1),
          field: "reference",
          message: "The row has no reference.",
          remedy: "Fill in the reference, or remove the row."
        )
      ]
    )
  }

  @Test func `rows of another width are rejected as they are`() {
    let sink = read("reference,kind\nT-1\nT-2,scope,more\nT-3,scope\n", Topic.type).sink
    #expect(sink.records.map(\.reference) == ["T-3"])
    #expect(
      sink.rejected.flatMap(\.problems).map(\.message) == [
        "The record has 1 field, the header 2.", "The record has 3 fields, the header 2.",
      ]
    )
    #expect(
      sink.rejected.map { String(decoding: $0.record.raw, as: UTF8.self) }
        == ["T-1", "T-2,scope,more"]
    )
  }
}
