import CSV
import Foundation
import Importing
import Schemas
import TestSupport
import Testing

/// Every shipped profile reads its fixtures as recorded.
@Suite struct ProfileFixtureTests {
  static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Fixtures")

  static let ids: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: Schemas.profiles.path)) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }()

  @Test func `every shipped profile is without a fault`() {
    #expect(ProfileLibrary.all.problems == [])
    #expect(ProfileLibrary.all.profiles.map(\.id) == Self.ids)
    #expect(Self.ids.count >= 20)
  }

  @Test(arguments: ids)
  func `a profile reads its fixtures as recorded`(id: String) throws {
    let profile = try #require(ProfileLibrary.all.profile(id: id))
    let folder = Self.fixtures.appendingPathComponent(id)
    let cases = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(!cases.isEmpty)
    for name in cases {
      let folder = folder.appendingPathComponent(name)
      let dump = try dump(profile, folder)
      compare(dump, with: folder.appendingPathComponent("expected.jsonl"))
    }
  }

  @Test(arguments: ids)
  func `a fixture is recognised by its header`(id: String) throws {
    let url = Self.fixtures.appendingPathComponent("\(id)/first/input.csv")
    let start = Array(try Data(contentsOf: url))
    guard case .one(let match) = ProfileLibrary.all.recognize(start: start) else {
      Issue.record("\(ProfileLibrary.all.recognize(start: start))")
      return
    }
    #expect(match.profile.id == id)
    #expect(match.file == .records)
    #expect(CSVImporter(match.profile).recognizes(start: start))
  }

  @Test(arguments: ids)
  func `the header of a fixture has no column that its profile does not know`(id: String) throws {
    let profile = try #require(ProfileLibrary.all.profile(id: id))
    let url = Self.fixtures.appendingPathComponent("\(id)/first/input.csv")
    let match = try #require(profile.matches(start: Array(try Data(contentsOf: url))).first)
    let compiled = CompiledProfile(profile, header: match.header)
    let unmapped = compiled.unmapped.map { compiled.header[$0] }
    // Of USAspending's 297 columns only those that are read are named in the profile.
    #expect(unmapped.isEmpty || id == "usaspending-contracts", "\(unmapped)")
  }

  private func dump(_ profile: Profile, _ folder: URL) throws -> String {
    let sink = CollectingSink()
    let importer = CSVImporter(profile)
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    where name.hasSuffix(".csv") {
      let source = try ByteSources.open(path: folder.appendingPathComponent(name).path)
      if profile.partyFile?.fits(name: name) == true {
        try importer.readParties(source, named: name, into: sink)
      } else {
        try importer.read(source, named: name, into: sink)
      }
    }
    return sink.dump
  }

  private func compare(_ dump: String, with url: URL) {
    let recorded = try? String(contentsOf: url, encoding: .utf8)
    let records = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil
    guard let recorded, !records else {
      try? Data(dump.utf8).write(to: url)
      Issue.record("Recorded \(url.path); read it and run again.")
      return
    }
    let difference = lineDifference(from: recorded, to: dump)
    #expect(recorded == dump, "\(difference)")
  }
}
