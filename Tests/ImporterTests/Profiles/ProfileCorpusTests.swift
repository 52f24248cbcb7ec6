import CSV
import Foundation
import Importing
import TestSupport
import Testing

/// Real files are read as their publishers and independent counts say.
@Suite(.enabled(if: Corpus.isPresent, "\(Corpus.missing)"))
struct ProfileCorpusTests {
  /// Counts what comes by, without keeping drafts.
  private final class Tally: DraftSink {
    var records = 0
    var keys: Set<String> = []
    var versions: Set<String> = []
    var partyIdentifiers: Set<String> = []
    var orders: Set<String> = []
    var values: [String: Int64] = [:]
    var starts: [String: Int64] = [:]
    var ends: [String: Int64] = [:]
    var openEnded = 0
    var parties: [String: Int] = [:]
    var partyCount = 0
    var negative = 0
    var rejected: [Problem] = []
    var notes: [String: Int] = [:]

    func take(_ record: RecordDraft) throws {}

    func take(_ draft: inout Draft) throws {
      records += 1
      let key = draft.string(draft.key)
      keys.insert(key)
      if let amendment = draft.amendment { versions.insert("\(key) \(draft.string(amendment))") }
      if !draft.order.isEmpty { orders.insert(draft.string(draft.order)) }
      for identifier in draft.partyIdentifiers {
        partyIdentifiers.insert("\(identifier.scheme) \(draft.string(identifier.value))")
      }
      values[key] = draft.number(.value)
      starts[key] = draft.number(.startsOn)
      ends[key] = draft.number(.endsOn)
      if draft.number(.openEnded) == 1 { openEnded += 1 }
      if (draft.number(.valueChange) ?? 0) < 0 { negative += 1 }
      let others = draft.parties.count { !$0.isOwn }
      parties[key, default: 0] += others
      partyCount += others
    }

    func reject(_ record: RejectedRecord, because problems: [Problem]) throws {
      rejected += problems
    }

    func note(_ problem: Problem) throws { notes[problem.code, default: 0] += 1 }
  }

  private func read(_ name: String, by id: String, isPartyFile: Bool = false) throws -> Tally {
    let tally = Tally()
    try read(name, by: id, isPartyFile: isPartyFile, into: tally)
    return tally
  }

  private func read(
    _ name: String,
    by id: String,
    isPartyFile: Bool = false,
    into tally: Tally
  ) throws {
    let profile = try #require(ProfileLibrary.all.profile(id: id))
    let folder = try #require(Corpus.folder)
    let path = folder.appendingPathComponent("csv/\(name)").path
    let source = try ByteSources.open(path: path)
    let importer = CSVImporter(profile)
    if isPartyFile {
      try importer.readParties(source, named: name, into: tally)
    } else {
      try importer.read(source, named: name, into: tally)
    }
  }

  @Test(arguments: [
    ("chicago-contracts.csv.gz", "chicago-contracts"),
    ("montgomery-2020.csv", "montgomery-contracts"),
    ("unl-scraped.csv", "unl-contracts"),
    ("unl-cleaned.csv", "unl-contracts"),
    ("comprasgov-contratos.csv", "comprasgov-contracts"),
    ("czech-smlouvy.csv", "czech-register"),
    ("czech-smluvni-strany.csv", "czech-register"),
    ("contractsfinder-header-only.csv", "contracts-finder"),
  ])
  func `a real file is recognised`(name: String, id: String) throws {
    let folder = try #require(Corpus.folder)
    let source = try ByteSources.open(path: folder.appendingPathComponent("csv/\(name)").path)
    let recognition = ProfileLibrary.all.recognize(start: try source.peek(64 << 10))
    guard case .one(let match) = recognition else {
      Issue.record("\(recognition)")
      return
    }
    #expect(match.profile.id == id)
    #expect(match.file == (name.contains("strany") ? .parties : .records))
  }

  @Test func `Chicago has its contracts, versions and vendors`() throws {
    let tally = try read("chicago-contracts.csv.gz", by: "chicago-contracts")
    #expect(tally.records == 142_411)
    #expect(tally.rejected == [])
    #expect(tally.keys.count == 68_543)
    #expect(tally.versions.count == 142_351)
    #expect(tally.partyIdentifiers.count == 11_361)
    #expect(tally.negative == 21_276)
    #expect(tally.notes == ["dates.reversed": 115])
  }

  @Test func `Montgomery has 26 contracts whose extension ends too early`() throws {
    let tally = try read("montgomery-2020.csv", by: "montgomery-contracts")
    #expect(tally.records == 2206)
    #expect(tally.keys.count == 2202)
    #expect(tally.rejected == [])
    #expect(tally.notes == ["dates.latestBeforeEnd": 26])
  }

  @Test func `Nebraska agrees with an independent cleaning to the cent and the day`() throws {
    let scraped = try read("unl-scraped.csv", by: "unl-contracts")
    let cleaned = try read("unl-cleaned.csv", by: "unl-contracts")
    #expect(scraped.keys.count == 3699)
    #expect(scraped.rejected == [])
    #expect(cleaned.rejected == [])
    #expect(scraped.values == cleaned.values)
    #expect(scraped.starts == cleaned.starts)
    #expect(scraped.ends == cleaned.ends)
    #expect(scraped.ends.count == 3699)
    #expect(scraped.openEnded == cleaned.openEnded)
    let bound: Int64 = 47_116  // 2099-01-01
    #expect(scraped.openEnded == scraped.ends.values.count { $0 >= bound })
    #expect(scraped.openEnded > 3169)
  }

  @Test func `comprasgov has its contracts by number of the system`() throws {
    let tally = try read("comprasgov-contratos.csv", by: "comprasgov-contracts")
    #expect(tally.records == 1546)
    #expect(tally.keys.count == 1546)
    #expect(tally.rejected == [])
    #expect(tally.values["126729"] == 6_123_320)
    #expect(tally.partyIdentifiers.count { $0.hasPrefix("BR-CPF") } > 0)
  }

  @Test func `the Czech register has its contracts and the parties of the second file`() throws {
    let tally = try read("czech-smlouvy.csv", by: "czech-register")
    #expect(tally.records == 5425)
    #expect(tally.keys.count == 5425)
    #expect(tally.rejected == [])
    try read("czech-smluvni-strany.csv", by: "czech-register", isPartyFile: true, into: tally)
    #expect(tally.rejected == [])
    #expect(tally.keys.count == 5425)
    #expect(tally.partyCount == 5358)
    #expect(tally.parties.values.count { $0 > 1 } == 67)
    #expect(tally.parties.values.count { $0 == 0 } == 210)
  }

  @Test func `a header without rows is a valid file`() throws {
    let tally = try read("contractsfinder-header-only.csv", by: "contracts-finder")
    #expect(tally.records == 0)
    #expect(tally.rejected == [])
    #expect(tally.notes == [:])
  }
}
