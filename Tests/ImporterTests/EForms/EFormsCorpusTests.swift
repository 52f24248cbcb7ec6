import EForms
import Foundation
import Importing
import TestSupport
import Testing

@Suite(.enabled(if: Corpus.isPresent, "\(Corpus.missing)"))
struct EFormsCorpusTests {
  private static func files() throws -> [(name: String, bytes: [UInt8])] {
    guard let folder = Corpus.folder?.appendingPathComponent("xml/eforms/notices") else {
      return []
    }
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map {
      ($0, Array(try Data(contentsOf: folder.appendingPathComponent($0))))
    }
  }

  @Test func `32 settled contracts in 29 valid files, 2 rejected in invalid ones`() throws {
    var contracts = 0
    var filesWithContracts = 0
    var rejected: [String] = []
    var keys: [String] = []
    let files = try Self.files()
    #expect(files.count == 92)
    for (name, bytes) in files {
      #expect(EFormsImporter().recognizes(start: Array(bytes.prefix(65_536))), "\(name)")
      let outcome = ImporterContract.read(EFormsImporter(), bytes)
      #expect(outcome.failure == nil, "\(name)")
      let drafts = outcome.sink.drafts
      contracts += drafts.count
      filesWithContracts += drafts.isEmpty ? 0 : 1
      keys += drafts.map { $0.string($0.key) }
      rejected += outcome.sink.rejected.map { _ in name }
      if name.hasPrefix("INVALID") {
        #expect(drafts.isEmpty, "\(name)")
        #expect(!outcome.sink.notes.isEmpty, "\(name)")
      } else {
        #expect(!outcome.sink.notes.contains { $0.severity == .error }, "\(name)")
      }
    }
    #expect(contracts == 32)
    #expect(filesWithContracts == 29)
    #expect(rejected == ["INVALID_can_24_stage-1.xml", "INVALID_can_24_stage-2.xml"])
  }

  @Test func `every draft has a supplier, a buyer, a title and a category`() throws {
    var signed = 0
    for (name, bytes) in try Self.files() {
      for draft in ImporterContract.read(EFormsImporter(), bytes).sink.drafts {
        let roles = Set(draft.parties.map(\.role))
        #expect(roles.isSuperset(of: [.supplier, .buyer]), "\(name)")
        signed += draft.number(.signedOn) == nil ? 0 : 1
        #expect(draft.text(.title) != nil, "\(name)")
        #expect(draft.text(.category) != nil, "\(name)")
      }
    }
    #expect(signed == 19)
  }

  @Test func `modification notices give amendments`() throws {
    var amendments: [String] = []
    for (name, bytes) in try Self.files() {
      let drafts = ImporterContract.read(EFormsImporter(), bytes).sink.drafts
      amendments += drafts.filter { $0.amendment != nil }.map { _ in name }
    }
    #expect(
      amendments == [
        "E6_minimal.xml", "can-modif_23.xml", "can-modif_24_duration.xml",
        "can-modif_24_value.xml", "can-modif_25.xml",
      ]
    )
  }
}
