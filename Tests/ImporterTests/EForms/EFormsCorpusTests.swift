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

  @Test func `every notice without contracts says what it is`() throws {
    var words: [String: Int] = [:]
    for (_, bytes) in try Self.files() {
      let notes = ImporterContract.read(EFormsImporter(), bytes).sink.notes
      for note in notes where note.code == "eforms.noContract" {
        let kind = note.message.dropFirst("The notice is ".count)
        words[String(kind).replacing(" and carries no contract.", with: ""), default: 0] += 1
      }
    }
    #expect(
      words == [
        "a call for competition": 24,
        "a call for expressions of interest": 1,
        "a call for subcontractors": 1,
        "a notice of a design contest": 2,
        "a notice of a qualification system": 1,
        "a preliminary market consultation": 1,
        "a prior information notice": 11,
        "a prior information notice about public transport services": 1,
        "a prior information notice that calls for competition": 5,
        "a prior information notice that shortens time limits": 3,
        "a registration of a European Company or Cooperative Society": 1,
        "a registration of a European Economic Interest Grouping": 1,
        "an announcement of prior information on a buyer profile": 6,
      ]
    )
  }

  @Test func `a contract that is not in the register is reported at the element that names it`()
    throws
  {
    var lines: [String: [String]] = [:]
    for (name, bytes) in try Self.files() {
      let text = String(decoding: bytes, as: UTF8.self)
        .split(separator: "\n", omittingEmptySubsequences: false)
      for note in ImporterContract.read(EFormsImporter(), bytes).sink.notes
      where note.code == "eforms.unknownContract" {
        lines[name, default: []].append(text[(note.place?.line ?? 1) - 1].description)
      }
    }
    #expect(
      lines.keys.sorted() == [
        "E6_minimal.xml", "can-modif_24_duration.xml", "can-modif_24_value.xml",
      ]
    )
    #expect(lines.values.joined().allSatisfy { $0.contains("<efbc:ChangedNoticeIdentifier ") })
  }
}
