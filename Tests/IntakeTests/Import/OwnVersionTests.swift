import Importing
import Model
import Native
import Storage
import Testing

@testable import Intake

/// Versions of agreements in our own format, imported into a store that has something in it.
struct OwnVersionTests {
  private static let both = """
    <revision effectiveOn="2025-01-01"><title>Mail</title><endsOn>2026-12-31</endsOn></revision>
    <revision version="2" effectiveOn="2026-02-01"><title>Mail</title><endsOn>2027-12-31</endsOn>\
    </revision>
    <version number="2"><effectiveFrom>2026-02-01</effectiveFrom><amendment>A-1</amendment>\
    <title>One year more</title></version>
    <party role="supplier"><name>Acme</name></party>
    """

  private func desk() throws -> Desk {
    let desk = try Desk()
    try desk.store.setSetting("currency", to: "EUR", effectiveOn: .of("2026-01-01"), desk.next())
    return desk
  }

  @discardableResult
  private func run(_ bodies: String..., desk: Desk) throws -> ImportReport {
    let agreements = bodies.map { "<agreement reference=\"V-1\">\($0)</agreement>" }.joined()
    let text =
      "<register xmlns=\"urn:liaison:register:1\"><agreements>\(agreements)</agreements></register>"
    let read: @Sendable (any ByteSource, String, any DraftSink) throws -> Void = {
      try NativeImporter().read($0, named: $1, into: $2)
    }
    let path = try desk.folder.write(text, "input.xml")
    return try desk.run(
      ImportUnit(profile: NativeDocument.id, files: [.init(path: path, read: read)])
    )
  }

  private func amendments(_ report: ImportReport) -> [Int] {
    let counts = report.outcome.amendments
    return [counts.new, counts.changed, counts.unchanged]
  }

  private func versions(_ store: Store, on day: String = "2028-01-01") throws -> [String] {
    try store.read(asOf: AsOf(day: .of(day))) { reader in
      let agreement = try #require(try reader.agreement("V-1"))
      return try reader.versions(of: agreement.id).map {
        "\($0.number) \($0.effectiveFrom ?? "-") \($0.amendment ?? "-") \($0.title ?? "-")"
      }
    }
  }

  @Test func `the versions of a new agreement come in as versions`() throws {
    let desk = try desk()
    let report = try run(Self.both, desk: desk)
    #expect(report.problems == [])
    #expect(report.agreements == [1, 0, 0, 0, 0])
    #expect(amendments(report) == [1, 0, 0])
    #expect(
      try versions(desk.store) == ["1 2025-01-01 - -", "2 2026-02-01 A-1 One year more"]
    )
    #expect(try desk.store.agreements(on: "2026-01-15")["V-1"]?.terms.endsOn == .of("2026-12-31"))
    #expect(try desk.store.agreements()["V-1"]?.terms.endsOn == .of("2027-12-31"))
    try desk.store.expectSound()
  }

  @Test func `the same file again changes nothing`() throws {
    let desk = try desk()
    try run(Self.both, desk: desk)
    let report = try run(Self.both, desk: desk)
    #expect(report.agreements == [0, 0, 1, 0, 0])
    #expect(amendments(report) == [0, 0, 1])
    #expect(report.outcome.isUnchanged)
  }

  @Test func `a version is added to an agreement that came without one`() throws {
    let desk = try desk()
    try run("<title>Mail</title><endsOn>2026-12-31</endsOn>", desk: desk)
    let report = try run(
      """
      <title>Mail</title><endsOn>2027-12-31</endsOn>
      <version number="2"><effectiveFrom>2026-04-01</effectiveFrom></version>
      """,
      desk: desk
    )
    #expect(report.agreements == [0, 1, 0, 0, 0])
    #expect(amendments(report) == [1, 0, 0])
    #expect(report.items.flatMap(\.changes).map(\.field) == ["endsOn"])
    #expect(try versions(desk.store) == ["2 2026-04-01 - -"])
    #expect(try desk.store.agreements()["V-1"]?.terms.endsOn == .of("2026-12-31"))
    #expect(try desk.store.agreements(on: "2026-04-01")["V-1"]?.terms.endsOn == .of("2027-12-31"))
    try desk.store.expectSound()
  }

  @Test func `a version without a name is found again by its day`() throws {
    let desk = try desk()
    let version = "<version number=\"2\"><effectiveFrom>2026-02-01</effectiveFrom></version>"
    try run("<title>Mail</title>" + version, desk: desk)
    let report = try run("<title>Post</title>" + version, desk: desk)
    #expect(report.agreements == [0, 1, 0, 0, 0])
    #expect(amendments(report) == [0, 1, 0])
    #expect(try versions(desk.store) == ["2 2026-02-01 - -"])
    #expect(try desk.store.agreements()["V-1"]?.title == "Post")
    try desk.store.expectSound()
  }

  @Test func `a change of value is added to the value before`() throws {
    let desk = try desk()
    try run(
      """
      <title>Mail</title><value currency="EUR">100.00</value>
      """,
      desk: desk
    )
    try run(
      """
      <revision><value currency="EUR">100.00</value></revision>
      <version number="2"><effectiveFrom>2026-02-01</effectiveFrom>\
      <valueChange currency="EUR">20.50</valueChange></version>
      """,
      desk: desk
    )
    let value = try desk.store.agreements()["V-1"]?.value
    #expect(value?.minor == 12_050)
    try desk.store.expectSound()
  }

  @Test func `undo takes versions back, and the same file brings them again`() throws {
    let desk = try desk()
    try run("<title>Mail</title><endsOn>2026-12-31</endsOn>", desk: desk)
    let report = try run(Self.both, desk: desk)
    #expect(amendments(report) == [1, 0, 0])
    let batch = try #require(report.outcome.batch)
    _ = try desk.store.undoBatch(batch, desk.next("undo"))
    #expect(try versions(desk.store) == [])
    #expect(try desk.store.agreements()["V-1"]?.terms.endsOn == .of("2026-12-31"))
    try desk.store.expectSound()
    let again = try run(Self.both, desk: desk)
    #expect(amendments(again) == [1, 0, 0])
    #expect(try desk.store.agreements()["V-1"]?.terms.endsOn == .of("2027-12-31"))
    try desk.store.expectSound()
  }

  @Test func `an agreement with versions that stands twice is rejected`() throws {
    let desk = try desk()
    let report = try run(Self.both, Self.both, desk: desk)
    #expect(report.agreements == [0, 0, 0, 0, 0])
    #expect(Set(report.problems.map(\.code)) == ["key.repeated"])
  }

  @Test func `an export comes with its versions into a store that has something in it`() throws {
    let first = try desk()
    try run(Self.both, desk: first)
    let second = try desk()
    let path = try second.folder.write(first.store.export(), "export.xml")
    let read: @Sendable (any ByteSource, String, any DraftSink) throws -> Void = {
      try NativeImporter().read($0, named: $1, into: $2)
    }
    let report = try second.run(
      ImportUnit(profile: NativeDocument.id, files: [.init(path: path, read: read)])
    )
    #expect(report.problems == [])
    #expect(amendments(report) == [1, 0, 0])
    #expect(try versions(second.store) == versions(first.store))
    #expect(try second.store.agreements()["V-1"]?.terms.endsOn == .of("2027-12-31"))
    try second.store.expectSound()
  }
}
