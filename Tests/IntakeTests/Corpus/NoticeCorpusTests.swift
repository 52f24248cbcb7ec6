import EForms
import Foundation
import Importing
import Model
import Storage
import TED
import TestSupport
import Testing

@testable import Intake

/// Notices of European procurement, from the files into the store.
@Suite(.enabled(if: Corpus.isPresent, "\(Corpus.missing)"))
struct NoticeCorpusTests {
  /// What the notices of a folder say, without a store.
  private func drafts(_ importer: any Importer, _ paths: [String]) throws -> [Draft] {
    let sink = CollectingSink()
    for path in paths { try importer.read(ByteSources.open(path: path), named: path, into: sink) }
    return sink.drafts
  }

  @Test func `TED's notices give 330 agreements, a repeat is one`() throws {
    let paths = try CorpusDesk.files(in: "xml/ted")
    #expect(paths.count == 431)
    let desk = try CorpusDesk()
    let first = try desk.take(TEDImporter(), paths)
    #expect(first.records == [331, 331, 0])
    #expect(first.agreements == [330, 0, 0, 0, 0])
    #expect(first.unusable == 0)
    let second = try desk.take(TEDImporter(), paths)
    #expect(second.agreements == [0, 0, 330, 0, 0])
    #expect(second.outcome.isUnchanged)
    try desk.store.expectSound()
  }

  @Test func `no notice of change names an award that lies beside it`() throws {
    let paths = try CorpusDesk.files(in: "xml/ted")
    let all = try drafts(TEDImporter(), paths)
    func contracts(_ draft: Draft) -> [String] {
      draft.identifiers.filter { $0.scheme == "ted:contract" }.map { draft.string($0.value) }
    }
    let awards = Set(all.filter { $0.amendment == nil }.flatMap(contracts))
    let changes = all.filter { $0.amendment != nil }.map(contracts)
    #expect(awards.count == 139)
    #expect(changes.count == 24)
    #expect(changes.filter { !awards.isDisjoint(with: $0) } == [])
  }

  @Test func `eForms notices give the contracts of 29 valid files`() throws {
    let paths = try CorpusDesk.files(in: "xml/eforms/notices")
    #expect(paths.count == 92)
    let desk = try CorpusDesk()
    let first = try desk.take(EFormsImporter(), paths)
    #expect(first.records == [34, 32, 2])
    let sources = try desk.store.agreements().values.compactMap { $0.source?.file }
    #expect(!sources.contains { $0.contains("/INVALID") })
    let second = try desk.take(EFormsImporter(), paths)
    #expect(second.outcome.isUnchanged)
    try desk.store.expectSound()
  }
}
