import Foundation
import TestSupport
import Testing

@testable import Importing

/// The page about profiles is complete, and its example does what it says.
@Suite struct ProfileDocumentTests {
  private let page: String

  init() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    page = try String(
      contentsOf: root.appendingPathComponent("docs/formats/csv-profile.md"),
      encoding: .utf8
    )
  }

  private func block(_ language: String) throws -> String {
    let start = try #require(page.range(of: "```\(language)\n")?.upperBound)
    let end = try #require(page[start...].range(of: "```")?.lowerBound)
    return String(page[start..<end])
  }

  @Test func `every key, field, code and value of a list is on the page`() {
    var names = ProfileReader.keys + ProfileReader.valueKeys + ProfileReader.dialectKeys
    names += Field.allCases.map(\.profileName) + Field.allCases.flatMap { $0.closedList ?? [] }
    names += CellFault.allCases.map(\.code) + ProfileValue.Kind.allCases.map(\.rawValue)
    names += TextEncoding.allCases.map(\.rawValue) + ProfileRows.allCases.map(\.rawValue)
    names += ProfileBehaviour.Overwrite.allCases.map(\.rawValue)
    let missing = Set(names.filter { !page.contains("`\($0)`") && !page.contains("`\($0):") })
    let listed = ["true", "false"]
    #expect(missing.subtracting(listed).sorted() == [])
  }

  @Test func `the example reads as the page says`() throws {
    let reading = Profile.read(yaml: try block("yaml"), named: "halls.yaml")
    #expect(reading.problems == [])
    let profile = try #require(reading.profile)
    let csv = try block("csv")
    let check = try ProfileChecker.check(profile, MemorySource(csv), named: "halls.csv")
    #expect(check.isClean, "\(check.text)")
    #expect(check.unmapped == [])
    let reader = CSVReader(MemorySource(csv), named: "halls.csv", dialect: profile.dialect)
    let compiled = CompiledProfile(profile, header: try reader.readHeader())
    let mapper = RecordMapper(compiled, file: "halls.csv")
    var record = CSVRecord()
    var drafts: [Draft] = []
    while try reader.next(into: &record) {
      var draft = Draft()
      #expect(mapper.map(record, into: &draft))
      drafts.append(draft)
    }
    #expect(drafts.map { $0.string($0.key) } == ["V-001", "V-002"])
    #expect(drafts.map { $0.number(.startsOn) } == [19_754, 19_431])
    #expect(drafts.map { $0.number(.value) } == [12_000_000, 9950])
    #expect(drafts.map { $0.text(.valueCurrency) } == ["EUR", "EUR"])
    #expect(drafts.map { $0.text(.noticePeriod) } == ["6m", "3w"])
    #expect(drafts.map { $0.text(.renewal) } == ["automatic", "none"])
    #expect(drafts.map { $0.number(.openEnded) } == [nil, 1])
    #expect(drafts[1].number(.endsOn) == 2_932_896)
  }
}
