import CSV
import Importing
import Storage
import Testing

@testable import Intake

/// A store, a folder and a profile: what a test of imports needs.
final class Desk {
  static let yaml = """
    profile: 1
    id: sample
    formats: {dates: [yyyy-MM-dd], currency: EUR}
    key: [Number]
    recognizedBy: [Title]
    fields:
      title: Title
      startsOn: Start
      endsOn: End
      value: Value
      note: Note
    identifiers:
      - {scheme: other, from: Other}
    parties:
      - role: supplier
        name: Supplier

    """

  let store: Store
  let folder: TemporaryFolder
  let profile: Profile
  private var writes = 0

  /// Makes an empty store and a profile of the sample with more lines.
  init(_ lines: String = "", yaml: String = Desk.yaml, store: Store? = nil) throws {
    self.store = try store ?? Store.inMemory()
    folder = try TemporaryFolder()
    let reading = Profile.read(yaml: yaml + lines + "\n", named: "sample.yaml")
    #expect(reading.problems == [])
    profile = try #require(reading.profile)
  }

  /// A file of the folder, read by the profile.
  func file(_ path: String) -> ImportUnit.File {
    let importer = CSVImporter(profile)
    return ImportUnit.File(
      path: path,
      read: { try importer.read($0, named: $1, into: $2) },
      rawRecords: { try importer.rawRecords($0, of: $1, named: $2) }
    )
  }

  /// Imports files that lie in the folder.
  @discardableResult
  func run(files: [String], _ configure: (inout ImportOptions) -> Void = { _ in }) throws
    -> ImportReport
  {
    let unit = ImportUnit(profile: profile.id, rules: profile, files: files.map(file))
    return try run(unit, configure)
  }

  /// Imports a file with the lines.
  @discardableResult
  func run(_ lines: String..., configure: (inout ImportOptions) -> Void = { _ in }) throws
    -> ImportReport
  {
    let text = lines.map { $0 + "\n" }.joined()
    return try run(files: [folder.write(text, "input.csv")], configure)
  }

  /// Imports a unit.
  @discardableResult
  func run(_ unit: ImportUnit, _ configure: (inout ImportOptions) -> Void = { _ in }) throws
    -> ImportReport
  {
    var options = ImportOptions.sample
    configure(&options)
    return try ImportRun(unit, options).run(store, next())
  }

  /// The next request to write.
  func next(_ command: String = "import") -> WriteRequest {
    writes += 1
    return .number(writes, command)
  }
}
