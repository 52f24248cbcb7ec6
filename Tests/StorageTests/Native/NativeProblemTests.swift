import Importing
import Testing

@testable import Storage

@Suite struct NativeProblemTests {
  private static let start = "<register xmlns=\"urn:liaison:register:1\" form=\"export\">"
  private static let recordings =
    "<recordings><recording recordedAt=\"2026-01-05T08:00:00Z\"/></recordings>"
  private static let at = "recordedAt=\"2026-01-05T08:00:00Z\""
  private static let remedy =
    "Restore an unchanged export, or take form=\"export\" out of the root element."

  /// The problems that restoring a document gives, those reported first.
  private func problems(_ text: String) throws -> [Problem] {
    let store = try Store.inMemory()
    var problems: [Problem] = []
    do {
      try store.restore(Array(text.utf8)) { problems.append($0) }
    } catch let problem as Problem {
      problems.append(problem)
    }
    #expect(try store.isEmpty)
    #expect(try store.rowCount("journalEntry") == 0)
    return problems
  }

  private func export(_ body: String) -> String {
    "\(Self.start)\n\(Self.recordings)\n\(body)\n</register>"
  }

  @Test func `a file that is no export is refused`() throws {
    let text = "<register xmlns=\"urn:liaison:register:1\"/>"
    #expect(
      try problems(text) == [
        Problem(
          "native.noExport",
          file: "export.xml",
          place: Place(line: 1, column: 1),
          message: "The file is no export: its root element does not say form=\"export\".",
          remedy: "Import it instead of restoring it."
        )
      ]
    )
  }

  @Test func `a newer version is refused`() throws {
    let text = "<register xmlns=\"urn:liaison:register:2\" form=\"export\"/>"
    #expect(try problems(text).last?.code == "native.newer")
  }

  @Test func `a record without its recording is refused`() throws {
    let text = export(
      "<settings><setting key=\"a\" effectiveOn=\"2026-01-01\"><value>1</value></setting></settings>"
    )
    #expect(
      try problems(text) == [
        Problem(
          "native.incomplete",
          file: "export.xml",
          place: Place(line: 3, column: 11),
          field: "recordedAt",
          message: "The record does not say at which of the recordings it was learned.",
          remedy: Self.remedy
        )
      ]
    )
  }

  @Test func `a recording that is not listed is refused`() throws {
    let text = export(
      "<schemes><scheme name=\"a\" recordedAt=\"2026-01-06T08:00:00Z\"/></schemes>"
    )
    #expect(try problems(text).map(\.code) == ["native.incomplete"])
  }

  @Test func `a fact outside of a revision is refused`() throws {
    let text = export(
      "<parties><party reference=\"a\" \(Self.at)>\n<name>A</name></party></parties>"
    )
    #expect(
      try problems(text) == [
        Problem(
          "native.incomplete",
          file: "export.xml",
          place: Place(line: 4, column: 1),
          field: "name",
          message: "The element name stands outside of a revision, as exports do not have it.",
          remedy: Self.remedy
        )
      ]
    )
  }

  @Test func `a reference to nothing is refused`() throws {
    let agreement = "<agreement reference=\"a\" scheme=\"none\" \(Self.at)/>"
    #expect(
      try problems(export("<agreements>\(agreement)</agreements>")) == [
        Problem(
          "native.dangling",
          file: "export.xml",
          place: Place(line: 3, column: 13),
          field: "scheme",
          value: "none",
          message: "The scheme \u{201C}none\u{201D} is referred to and not in the file.",
          remedy: Self.remedy
        )
      ]
    )
    let person = """
      <person reference="a" \(Self.at)><revision effectiveOn="2026-01-01" \(Self.at)>
      <name>A</name><lead>nobody</lead></revision></person>
      """
    #expect(
      try problems(export("<people>\(person)</people>")).map(\.message) == [
        "The person \u{201C}nobody\u{201D} is referred to and not in the file."
      ]
    )
  }

  @Test func `recordings out of order are refused`() throws {
    let text = """
      \(Self.start)<recordings><recording recordedAt="2026-01-05T08:00:00Z"/>
      <recording recordedAt="2026-01-04T08:00:00Z"/></recordings></register>
      """
    #expect(
      try problems(text) == [
        Problem(
          "native.order",
          file: "export.xml",
          place: Place(line: 2, column: 1),
          message: "The recordings, batches or sources are not in order, or not numbered from 1.",
          remedy: Self.remedy
        )
      ]
    )
  }

  @Test func `an amount with too many decimals is refused`() throws {
    let text = export(
      """
      <agreements><agreement reference="a" \(Self.at)><revision version="1" effectiveOn="2026-01-01" \(Self.at)>
      <value currency="JPY">1.5</value></revision></agreement></agreements>
      """
    )
    #expect(
      try problems(text) == [
        Problem(
          "money.unreadable",
          file: "export.xml",
          place: Place(line: 4, column: 1),
          field: "value",
          value: "1.5",
          message: "\u{201C}1.5\u{201D} is no amount with the decimals of its currency.",
          remedy: "Write the amount with a decimal point and the decimals of its currency."
        )
      ]
    )
  }

  @Test func `a file that does not follow the schema is refused with every place`() throws {
    let text = export(
      """
      <settings><setting key="" effectiveOn="2026-02-30" \(Self.at)><value>1</value></setting></settings>
      <parties>
      <nothing/></parties>
      """
    )
    let found = try problems(text)
    #expect(found.map(\.code) == ["xml.invalid", "xml.invalid", "xml.invalid", "native.invalid"])
    #expect(found.compactMap(\.place?.line) == [3, 3, 5])
    #expect(found.compactMap(\.field).last == "nothing")
    #expect(
      found.last
        == Problem(
          "native.invalid",
          file: "export.xml",
          message: "The file does not follow the schema at 3 places.",
          remedy: "Correct the places listed; the schema is Schemas/xml/liaison-1.xsd."
        )
    )
  }

  @Test func `a DOCTYPE and a file cut off are refused`() throws {
    #expect(
      try problems("<!DOCTYPE a [<!ENTITY e 'x'>]>\(Self.start)</register>").last?.code
        == "xml.doctype"
    )
    #expect(
      try problems(export("<agreements>").dropLast(20).description).last?.code == "xml.malformed"
    )
  }

  @Test func `a store with anything in it takes no restoration`() throws {
    let store = try NativeSample.store(seed: 1, writes: 1)
    #expect(
      throws: StoreError.notAllowed(
        "An export can be restored only into an empty store. Choose another path with --store."
      )
    ) { try store.restore(Array(export("").utf8)) }
    #expect(try !store.isEmpty)
  }
}
