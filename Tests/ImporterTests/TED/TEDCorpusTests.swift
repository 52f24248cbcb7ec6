import Foundation
import Importing
import TED
import TestSupport
import Testing

@Suite(.enabled(if: Corpus.isPresent, "\(Corpus.missing)"))
struct TEDCorpusTests {
  private static func files() throws -> [(name: String, bytes: [UInt8])] {
    guard let folder = Corpus.folder?.appendingPathComponent("xml/ted") else { return [] }
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return try paths.filter { $0.hasSuffix(".xml") }.sorted().map {
      ($0, Array(try Data(contentsOf: folder.appendingPathComponent($0))))
    }
  }

  private static func number(_ draft: Draft) -> Substring {
    draft.string(draft.key).split(separator: "/")[0]
  }

  @Test func `331 contracts in 431 notices, each with its parties`() throws {
    var drafts: [Draft] = []
    var problems: [Problem] = []
    let files = try Self.files()
    #expect(files.count == 431)
    for (name, bytes) in files {
      #expect(TEDImporter().recognizes(start: Array(bytes.prefix(65_536))), "\(name)")
      let outcome = ImporterContract.read(TEDImporter(), bytes)
      #expect(outcome.failure == nil, "\(name)")
      #expect(outcome.sink.rejected.isEmpty, "\(name)")
      drafts += outcome.sink.drafts
      problems += outcome.sink.notes
    }
    let keys = drafts.map { $0.string($0.key) }
    #expect(drafts.count == 319 + 12)
    #expect(drafts.count { $0.amendment != nil } == 24)
    #expect(drafts.allSatisfy { draft in draft.parties.contains { $0.role == .buyer } })
    #expect(problems.count { $0.code == "ted.originalUnclear" } == 7)
    #expect(problems.count { $0.code == "ted.noSupplier" } == 7)
    #expect(problems.count { $0.code == "ted.unknownContract" } == 24)
    #expect(!problems.contains { $0.severity == .error })
    let several = drafts.count { draft in draft.parties.count { $0.role == .supplier } > 1 }
    #expect(several == 49)
    let repeated = Dictionary(grouping: keys) { $0 }.filter { $1.count > 1 }.keys.sorted()
    #expect(repeated.allSatisfy { $0.hasPrefix("000050-2020/") })
  }
}
