import Importing
import Model
import NativeCSV
import TestSupport
import Testing

@Suite struct NativeCSVImporterTests {
  private static let fixtures = ImporterFixture.all(of: "liaison-csv")
  private let importer = NativeCSVImporter()

  private func read(_ text: String, named file: String = "a.csv") -> ImporterContract.Outcome {
    ImporterContract.read(importer, Array(text.utf8), named: file)
  }

  @Test(arguments: fixtures)
  func `a fixture gives the expected records`(fixture: ImporterFixture) throws {
    try fixture.check(importer)
  }

  @Test(arguments: fixtures)
  func `the promises of an importer are kept`(fixture: ImporterFixture) throws {
    ImporterContract.checkPromises(importer, sample: try fixture.bytes())
  }

  @Test(arguments: 0..<200)
  func `changed bytes do no harm`(seed: UInt64) throws {
    let fixture = Self.fixtures[Int(seed) % Self.fixtures.count]
    ImporterContract.checkMutations(importer, sample: try fixture.bytes(), seed: seed)
  }

  @Test func `there are fixtures`() { #expect(Self.fixtures.count == 3) }

  @Test(arguments: RecordType.inCSV.map(\.plural))
  func `the header of a kind is recognised, and its kind found by the name of the file`(
    _ plural: String
  ) throws {
    let type = try #require(RecordType.inCSV(plural))
    let reference = type.isEntry ? [] : ["reference"]
    let names = reference + type.fields.map(\.name) + ["effectiveOn"]
    let header = names.joined(separator: ",") + "\n"
    #expect(importer.recognizes(start: Array(header.utf8)))
    #expect(NativeCSVImporter(type).recognizes(start: Array(header.utf8)))
    let values = type.fields.map { _ in "x" }
    let row = (reference.map { _ in "A-1" } + values + ["2026-01-01"]).joined(separator: ",") + "\n"
    let outcome = read(header + row, named: "folder/\(plural).csv")
    #expect(outcome.failure == nil)
    #expect(outcome.sink.records.map(\.kind) == [type.name])
    #expect(outcome.sink.records.first?.values.map(\.field) == type.fields.map(\.name))
    #expect(outcome.sink.records.first?.effectiveOn == "2026-01-01")
  }

  @Test(arguments: [
    "Reference,kind\n", "reference\n", "reference,effectiveOn\n", "kind,heldOn\n",
    "reference,kind,Supplier\n", "reference;kind\n", "<a/>", "",
  ])
  func `another header is not recognised`(_ text: String) {
    #expect(!importer.recognizes(start: Array(text.utf8)))
  }

  @Test func `the name of the file tells the kind only of a file with references`() {
    let header = Array("reference,colour\n".utf8)
    #expect(NativeCSVImporter.kind(ofFile: "a/reviews.csv.gz", start: header)?.name == "review")
    #expect(NativeCSVImporter.kind(ofFile: "list.csv", start: header) == nil)
    #expect(NativeCSVImporter.kind(ofFile: "reviews.csv", start: Array("Name\n".utf8)) == nil)
  }

  @Test func `columns come in any order, spaces count in a text only, guards come off`() {
    let outcome = read(
      "result,heldOn,reference,kind\n '=1+1 , 2026-02-01 ,R-1, sla\n'=1,,R-2,sla\n"
    )
    let records = outcome.sink.records
    #expect(records.map(\.reference) == ["R-1", "R-2"])
    #expect(
      records.map { $0.values.map(\.text) } == [
        [" '=1+1 ", "2026-02-01", "sla"], ["=1", "", "sla"],
      ]
    )
    #expect(records.map(\.effectiveOn) == [nil, nil])
    #expect(records.first?.values.map { $0.place.column } == [1, 2, 4])
    #expect(records.first?.values.map { $0.place.line } == [2, 2, 2])
  }

  @Test func `the bytes of rejected rows are found again`() throws {
    let text = "reference,kind,heldOn,result\r\nR-1,sla,,\r\nR-2,sla,,\"a, b\"\r\n"
    let found = try importer.rawRecords([2], of: MemorySource(Array(text.utf8)), named: "a.csv")
    #expect(found.map { String(decoding: $0.raw, as: UTF8.self) } == ["R-2,sla,,\"a, b\""])
    #expect(found.first?.place.line == 3)
  }
}
