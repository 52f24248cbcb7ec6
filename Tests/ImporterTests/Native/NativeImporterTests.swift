import Foundation
import Importing
import Native
import Schemas
import TestSupport
import Testing

@Suite struct NativeImporterTests {
  private let importer = NativeImporter()

  @Test(arguments: ImporterFixture.all(of: "liaison"))
  func `a fixture gives the expected drafts`(fixture: ImporterFixture) throws {
    try fixture.check(importer)
  }

  @Test(arguments: ImporterFixture.all(of: "liaison"))
  func `the promises of an importer are kept`(fixture: ImporterFixture) throws {
    ImporterContract.checkPromises(importer, sample: try fixture.bytes())
  }

  @Test(arguments: 0..<200)
  func `changed bytes do no harm`(seed: UInt64) throws {
    let fixtures = ImporterFixture.all(of: "liaison")
    let fixture = fixtures[Int(seed) % fixtures.count]
    ImporterContract.checkMutations(importer, sample: try fixture.bytes(), seed: seed)
  }

  @Test func `there are fixtures`() {
    #expect(ImporterFixture.all(of: "liaison").map(\.name) == ["by-hand", "full-form", "records"])
  }

  @Test func `the example of the documentation is a fixture`() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let page = try String(
      contentsOf: folder.appendingPathComponent("docs/formats/native-xml.md"),
      encoding: .utf8
    )
    let start = try #require(page.range(of: "```xml\n"))
    let end = try #require(page.range(of: "```", range: start.upperBound..<page.endIndex))
    let fixture = try #require(ImporterFixture.all(of: "liaison").first)
    let bytes = try fixture.bytes()
    #expect(
      String(page[start.upperBound..<end.lowerBound]) == String(decoding: bytes, as: UTF8.self)
    )
    #expect(ImporterContract.read(importer, bytes).failure == nil)
  }

  @Test(.enabled(if: Corpus.isPresent, "\(Corpus.missing)"))
  func `no hostile file is recognised`() throws {
    let folder = try #require(Corpus.folder).appendingPathComponent("xml-conformance/hostile")
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      let bytes = Array(try Data(contentsOf: folder.appendingPathComponent(name)))
      #expect(!importer.recognizes(start: bytes), "\(name)")
      #expect(ImporterContract.read(importer, bytes).failure is Problem, "\(name)")
    }
  }

  @Test func `an export is told from a file written by hand`() throws {
    let fixtures = ImporterFixture.all(of: "liaison")
    let exports = try fixtures.map {
      NativeDocument.isExport(start: Array(try $0.bytes().prefix(400)))
    }
    #expect(exports == [false, true, false])
  }
}
