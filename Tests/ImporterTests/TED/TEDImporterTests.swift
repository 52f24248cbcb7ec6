import Foundation
import Importing
import TED
import TestSupport
import Testing

@Suite struct TEDImporterTests {
  private let importer = TEDImporter()

  @Test(arguments: ImporterFixture.all(of: "ted"))
  func `a fixture gives the expected drafts`(fixture: ImporterFixture) throws {
    try fixture.check(importer)
  }

  @Test(arguments: ImporterFixture.all(of: "ted"))
  func `the promises of an importer are kept`(fixture: ImporterFixture) throws {
    ImporterContract.checkPromises(importer, sample: try fixture.bytes())
  }

  @Test(arguments: 0..<200)
  func `changed bytes do no harm`(seed: UInt64) throws {
    let fixtures = ImporterFixture.all(of: "ted")
    let fixture = fixtures[Int(seed) % fixtures.count]
    ImporterContract.checkMutations(importer, sample: try fixture.bytes(), seed: seed)
  }

  @Test func `there are fixtures`() {
    #expect(ImporterFixture.all(of: "ted").count >= 7)
  }

  @Test(arguments: ["<a/>", "<TED_EXPORT xmlns='urn:other'/>", "<ContractAwardNotice/>", "a;b"])
  func `other documents are not recognised and refused`(text: String) {
    #expect(!importer.recognizes(start: Array(text.utf8)))
    let outcome = ImporterContract.read(importer, Array(text.utf8))
    #expect(outcome.failure is Problem)
    #expect(outcome.sink.drafts.isEmpty)
  }

  @Test func `a document with a DOCTYPE is refused`() {
    let text = "<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>"
    #expect(!importer.recognizes(start: Array(text.utf8)))
    let outcome = ImporterContract.read(importer, Array(text.utf8))
    #expect((outcome.failure as? Problem)?.code == "xml.doctype")
  }

  @Test(.enabled(if: Corpus.isPresent, "\(Corpus.missing)"))
  func `no hostile file is recognised`() throws {
    let folder = try #require(Corpus.folder).appendingPathComponent("xml-conformance/hostile")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(names.count == 10)
    for name in names {
      let bytes = Array(try Data(contentsOf: folder.appendingPathComponent(name)))
      #expect(!importer.recognizes(start: bytes), "\(name)")
      let problem = ImporterContract.read(importer, bytes).failure as? Problem
      let isHarmless = name.hasPrefix("simple")
      #expect(problem?.code == (isHarmless ? "\(importer.id).unknown" : "xml.doctype"), "\(name)")
    }
  }
}
