import Importing
import Native
import TestSupport
import Testing

@Suite struct NativeImporterProblemTests {
  private func read(_ text: String) -> ImporterContract.Outcome {
    ImporterContract.read(NativeImporter(), Array(text.utf8), named: "a.xml")
  }

  private func register(_ body: String) -> String {
    "<register xmlns=\"urn:liaison:register:1\">\n\(body)\n</register>"
  }

  private func agreement(_ body: String) -> String {
    register("<agreements><agreement reference=\"A-1\">\n\(body)</agreement></agreements>")
  }

  @Test func `a newer version is recognised and refused`() {
    let text = "<register xmlns=\"urn:liaison:register:2\"/>"
    #expect(NativeImporter().recognizes(start: Array(text.utf8)))
    let problem = Problem(
      "native.newer",
      file: "a.xml",
      place: Place(line: 1, column: 1),
      value: "urn:liaison:register:2",
      message: "The file is in version 2 of the native format; this program reads version 1.",
      remedy: "Update this program, or export the file again in version 1."
    )
    #expect(read(text).failure as? Problem == problem)
  }

  @Test func `another document is refused`() {
    let problem = Problem(
      "native.unknown",
      file: "a.xml",
      place: Place(line: 1, column: 1),
      field: "other",
      message: "The root element is not register in the namespace urn:liaison:register:1.",
      remedy: "Check that the file is in Liaison's native format."
    )
    #expect(read("<other/>").failure as? Problem == problem)
    #expect(!NativeImporter().recognizes(start: Array("<other/>".utf8)))
  }

  @Test func `a document that does not follow the schema is refused with every place`() {
    let good = "<agreement reference=\"A-0\"/>"
    let outcome = read(
      register(
        "<agreements>\(good)<agreement>\n<endsOn>2026-02-30</endsOn>\n<nothing/></agreement></agreements>"
      )
    )
    #expect(outcome.sink.drafts.count <= 1)
    #expect(outcome.sink.notes.map(\.code) == ["xml.invalid", "xml.invalid", "xml.invalid"])
    #expect(outcome.sink.notes.map { $0.place?.line } == [2, 3, 4])
    #expect(outcome.sink.notes.map(\.field) == ["agreement", "endsOn", "nothing"])
    let problem = Problem(
      "native.invalid",
      file: "a.xml",
      message: "The file does not follow the schema at 3 places.",
      remedy: "Correct the places listed; the schema is Schemas/xml/liaison-1.xsd."
    )
    #expect(outcome.failure as? Problem == problem)
  }

  @Test func `a DOCTYPE is refused`() {
    let text = "<!DOCTYPE register [<!ENTITY e 'x'>]>" + register("")
    #expect((read(text).failure as? Problem)?.code == "xml.doctype")
    #expect(!NativeImporter().recognizes(start: Array(text.utf8)))
  }

  @Test func `a later version without name and day rejects the agreement`() {
    let outcome = read(agreement("<title>Mail</title>\n<version number=\"2\"/>"))
    #expect(outcome.sink.drafts.isEmpty)
    let problem = Problem(
      "version.unnamed",
      file: "a.xml",
      place: Place(line: 4, column: 1, record: 1),
      field: "version",
      value: "2",
      message: "Version 2 of “A-1” has neither a name nor a day.",
      remedy: "Give it an element amendment or effectiveFrom."
    )
    #expect(outcome.sink.rejected.map(\.problems) == [[problem]])
  }

  @Test func `two versions of one name reject the agreement`() {
    let version = "<amendment>A</amendment></version>"
    let outcome = read(
      agreement("<version number=\"2\">\(version)\n<version number=\"3\">\(version)")
    )
    #expect(outcome.sink.drafts.isEmpty)
    let problem = Problem(
      "version.repeated",
      file: "a.xml",
      place: Place(line: 4, column: 1, record: 1),
      field: "version",
      value: "3",
      message: "Version 3 of “A-1” has the name of an earlier one, or its day and no name.",
      remedy: "Give each version an amendment of its own."
    )
    #expect(outcome.sink.rejected.map(\.problems) == [[problem]])
  }

  @Test func `a bad amount in any version rejects the agreement once`() {
    let outcome = read(
      agreement(
        """
        <revision effectiveOn="2026-01-01"><value currency="EUR">1.234</value></revision>
        <version number="2"><amendment>A</amendment><valueChange>1</valueChange></version>
        """
      )
    )
    #expect(outcome.sink.drafts.isEmpty)
    #expect(outcome.sink.rejected.count == 1)
    #expect(
      outcome.sink.rejected.flatMap(\.problems).map(\.code) == [
        "money.unreadable", "money.currencyUnknown",
      ]
    )
  }

  @Test func `a voided version is passed over with its facts`() {
    let outcome = read(
      agreement(
        """
        <revision><title>One</title></revision>
        <revision version="2" effectiveOn="2026-02-01"><title>Two</title></revision>
        <version number="2"><voided>Never agreed.</voided></version>
        """
      )
    )
    #expect(outcome.sink.drafts.map { $0.text(.title) } == ["One"])
    #expect(outcome.sink.drafts.map { $0.number(.changedOn) } == [nil])
  }

  @Test func `an amount without a currency rejects the record`() {
    let outcome = read(agreement("<value>12.50</value>"))
    #expect(outcome.failure == nil)
    #expect(outcome.sink.drafts.isEmpty)
    let problem = Problem(
      "money.currencyUnknown",
      file: "a.xml",
      place: Place(line: 3, column: 1, record: 1),
      field: "value",
      message: "The amount in value has no currency.",
      remedy: "Name the currency by its three letters in the attribute currency."
    )
    #expect(outcome.sink.rejected.map(\.problems) == [[problem]])
  }

  @Test func `an unknown currency rejects the record`() {
    let outcome = read(agreement("<annualValue currency=\"EUX\">12.50</annualValue>"))
    let problem = Problem(
      "money.currencyUnknown",
      file: "a.xml",
      place: Place(line: 3, column: 1, record: 1),
      field: "annualValue",
      value: "EUX",
      message: "\u{201C}EUX\u{201D} is no currency of ISO 4217.",
      remedy: "Name the currency by its three letters in the attribute currency."
    )
    #expect(outcome.sink.rejected.map(\.problems) == [[problem]])
  }

  @Test func `too many decimals reject the record`() {
    let outcome = read(agreement("<value currency=\"JPY\">1.5</value>"))
    let problem = Problem(
      "money.unreadable",
      file: "a.xml",
      place: Place(line: 3, column: 1, record: 1),
      field: "value",
      value: "1.5",
      message: "\u{201C}1.5\u{201D} is no amount with the decimals of JPY.",
      remedy: "Write the amount with a decimal point and the decimals of its currency."
    )
    #expect(outcome.sink.rejected.map(\.problems) == [[problem]])
  }

  @Test func `a party without a name is rejected`() {
    let outcome = read(register("<parties><party reference=\"p\"/></parties>"))
    let problem = Problem(
      "party.nameless",
      file: "a.xml",
      place: Place(line: 2, column: 10, record: 1),
      field: "name",
      value: "p",
      message: "The party \u{201C}p\u{201D} has no name.",
      remedy: "Give it an element name."
    )
    #expect(outcome.sink.rejected.map(\.problems) == [[problem]])
  }

  @Test func `what was withdrawn is said`() {
    let outcome = read(
      register(
        """
        <services>
        <service reference="s"><voided>Never.</voided></service>
        <service reference="t"><voided>Never.</voided></service>
        </services>
        """
      )
    )
    let note = Problem(
      "native.withdrawn",
      .note,
      file: "a.xml",
      field: "service",
      message: "2 elements service were withdrawn and passed over.",
      remedy: "Restore an export into an empty store to have what was withdrawn too."
    )
    #expect(outcome.sink.notes == [note])
  }

  @Test func `a document that breaks the schema and then its own form is refused`() throws {
    let fixture = try #require(ImporterFixture.all(of: "liaison").first { $0.name == "by-hand" })
    // What this seed does to the sample once ended the program.
    ImporterContract.checkMutations(NativeImporter(), sample: try fixture.bytes(), seed: 63)
  }

  @Test func `blanks around days and numbers do not count, in texts they do`() throws {
    let outcome = read(
      agreement(
        "<title> T\n</title><startsOn> 2026-01-01\n</startsOn><maxRenewals> 3 </maxRenewals>"
      )
    )
    let draft = try #require(outcome.sink.drafts.first)
    #expect(draft.text(.title) == " T\n")
    #expect(draft.number(.startsOn) == 20_454)
    #expect(draft.number(.maxRenewals) == 3)
  }

  @Test func `an empty element says that there is no value`() throws {
    let outcome = read(agreement("<title/><startsOn/><openEnded/><value currency=\"EUR\"/>"))
    let draft = try #require(outcome.sink.drafts.first)
    #expect(draft.said == [.title, .startsOn, .openEnded, .value, .valueCurrency])
    #expect(draft.given == [.valueCurrency])
  }
}
