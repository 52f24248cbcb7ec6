import Foundation
import Importing
import Model
import Native
import Storage
import Testing

@testable import Intake

/// Records of all kinds in our own format, imported into a store that has something in it.
struct OwnRecordTests {
  private static let head = """
    <?xml version="1.0" encoding="UTF-8"?>
    <register xmlns="urn:liaison:register:1">
    """

  private func desk() throws -> Desk {
    let desk = try Desk()
    try desk.store.setSetting("currency", to: "EUR", effectiveOn: .of("2026-01-01"), desk.next())
    return desk
  }

  private func unit(_ text: String, _ desk: Desk) throws -> ImportUnit {
    let path = try desk.folder.write(text, "input.xml")
    let read: @Sendable (any ByteSource, String, any DraftSink) throws -> Void = {
      try NativeImporter().read($0, named: $1, into: $2)
    }
    return ImportUnit(profile: NativeDocument.id, files: [.init(path: path, read: read)])
  }

  private func others(_ report: ImportReport) -> [String] {
    report.outcome.others.sorted { $0.key < $1.key }.map { name, counts in
      "\(name) \(counts.new) \(counts.changed) \(counts.unchanged) \(counts.rejected)"
    }
  }

  /// The fixture with records of many kinds.
  private func fixture() throws -> String {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let path = "ImporterTests/Fixtures/liaison/records/input.xml"
    return try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
  }

  @Test func `a document by hand brings records of every kind, and again changes nothing`() throws {
    let desk = try desk()
    let source = try unit(fixture(), desk)
    let report = try desk.run(source)
    #expect(report.records == [18, 15, 3])
    #expect(
      others(report) == [
        "absences 1 0 0 0", "assignments 1 0 0 0", "calendars 1 0 0 0", "contacts 1 0 0 0",
        "creditClaims 0 0 0 2", "exceptions 1 0 0 0", "people 2 0 0 0", "plans 1 0 0 0",
        "reviews 2 0 0 0", "roles 1 0 0 0", "services 1 0 0 0", "settings 0 0 1 0",
        "topics 1 0 0 0",
      ]
    )
    #expect(report.outcome.parties.new == 1)
    try desk.store.expectSound()
    let again = try desk.run(source)
    #expect(again.outcome.isUnchanged)
    try desk.store.expectSound()
  }

  @Test func `a party keeps its reference and is found by it`() throws {
    let desk = try desk()
    let party = "<parties><party reference=\"acme\"><name>Acme</name></party></parties></register>"
    try desk.run(try unit(Self.head + party, desk))
    let renamed = party.replacing("<name>Acme<", with: "<name>Acme Ltd<")
    let report = try desk.run(try unit(Self.head + renamed, desk))
    #expect(report.outcome.parties.new == 0)
    let review = """
      <reviews><review reference="R-1" party="acme"><kind>sla</kind></review></reviews></register>
      """
    #expect(others(try desk.run(try unit(Self.head + review, desk))) == ["reviews 1 0 0 0"])
  }

  @Test func `a party that is joined with its namesake is found under its reference`() throws {
    let desk = try desk()
    let text = """
      <parties><party reference="acme"><name>Acme</name></party></parties>
      <agreements><agreement reference="V-1"><party role="supplier"><name>Acme</name>
      <identifier scheme="GB-COH">01234567</identifier></party></agreement></agreements>
      <reviews><review reference="R-1" party="acme" agreement="V-1"><kind>sla</kind></review></reviews>
      </register>
      """
    let report = try desk.run(try unit(Self.head + text, desk))
    #expect(report.problems == [])
    #expect(others(report) == ["reviews 1 0 0 0"])
    try desk.store.expectSound()
  }

  @Test func `an export changes nothing in the store that it came from`() throws {
    let desk = try desk()
    try desk.run(try unit(fixture(), desk))
    let report = try desk.run(try unit(desk.store.export(), desk))
    #expect(report.problems.filter { $0.severity == .error } == [])
    #expect(report.outcome.isUnchanged)
    try desk.store.expectSound()
  }

  @Test func `a rejected record counts once, with all that is wrong`() throws {
    let desk = try desk()
    let text = "<signatures><signature reference=\"S-1\"/></signatures></register>"
    let report = try desk.run(try unit(Self.head + text, desk))
    #expect(report.records == [1, 0, 1])
    #expect(report.problems.map(\.message) == ["The agreement is blank.", "The party is blank."])
    #expect(report.problems.map(\.place?.line) == [2, 2])
    #expect(report.needsAttention)
  }
}
