import Importing
import Model
import Native
import Storage
import Testing

@testable import Intake

/// Our own format, imported into a store that has something in it.
struct OwnFormatTests {
  private let header = "Number,Title,Start,End,Value,Note,Supplier,Other"

  private func unit(_ store: Store, _ folder: TemporaryFolder) throws -> ImportUnit {
    let path = try folder.write(store.export(), "export.xml")
    let read: @Sendable (any ByteSource, String, any DraftSink) throws -> Void = {
      try NativeImporter().read($0, named: $1, into: $2)
    }
    return ImportUnit(profile: NativeDocument.id, files: [.init(path: path, read: read)])
  }

  private func store(_ title: String, ends: CivilDay? = nil) throws -> Store {
    let store = try Store.inMemory()
    var values: [Field: RecordValue] = [.title: .text(title)]
    if let ends { values[.endsOn] = .day(ends) }
    let day = CivilDay.of("2026-03-01")
    try store.addAgreement(
      NewAgreement(reference: "V-1", values: values, recordedOn: day),
      .number(40)
    )
    return store
  }

  @Test func `an agreement is found by our reference, whoever entered it`() throws {
    let desk = try Desk(store: store("Mail"))
    let source = try unit(store("Mail", ends: .of("2027-12-31")), desk.folder)
    let report = try desk.run(source)
    #expect(report.agreements == [0, 1, 0, 0, 0])
    #expect(try desk.store.agreements().keys.sorted() == ["V-1"])
    #expect(try desk.store.agreements()["V-1"]?.terms.endsOn == .of("2027-12-31"))
    let again = try desk.run(source)
    #expect(again.outcome.isUnchanged)
    try desk.store.expectSound()
  }

  @Test func `what a person entered otherwise is a conflict`() throws {
    let desk = try Desk(store: store("Mail"))
    let report = try desk.run(try unit(store("Post"), desk.folder))
    #expect(report.agreements == [0, 0, 0, 0, 1])
    #expect(try desk.store.agreements()["V-1"]?.title == "Mail")
  }

  @Test func `an agreement of a source is found by the name that the source gave it`() throws {
    let first = try Desk()
    try first.run(header, "A,One,2025-01-01,,100.00,First,Acme,")
    let second = try Desk()
    try second.run(header, "A,One,2025-01-01,,100.00,,Acme,")
    let report = try second.run(try unit(first.store, second.folder))
    #expect(report.agreements == [0, 1, 0, 0, 0])
    #expect(try second.store.agreements().keys.sorted() == ["A"])
    #expect(try second.store.agreements()["A"]?.note == "First")
    try second.store.expectSound()
  }

  @Test func `only one export into an empty store is taken over as it is`() throws {
    let desk = try Desk()
    let source = try unit(store("Mail"), desk.folder)
    #expect(try RestoreRun.fits(source, desk.store))
    #expect(try !RestoreRun.fits(source, store("Mail")))
    let other = ImportUnit(profile: "sample", rules: desk.profile, files: source.files)
    #expect(try !RestoreRun.fits(other, desk.store))
    var two = source
    two.files += source.files
    #expect(try !RestoreRun.fits(two, desk.store))
    let run = RestoreRun(path: source.files[0].path, isDryRun: true)
    let dry = try run.run(desk.store, .number(1))
    #expect(try desk.store.isEmpty)
    let wet = try RestoreRun(path: source.files[0].path, isDryRun: false)
      .run(desk.store, .number(1))
    #expect(wet.text == dry.text)
    #expect(wet.isRestored)
    #expect(wet.agreements == [1, 0, 0, 0, 0])
    #expect(try desk.store.agreements()["V-1"]?.title == "Mail")
  }
}
