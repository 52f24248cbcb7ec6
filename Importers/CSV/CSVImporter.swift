public import Importing

/// Reads CSV files by an import profile.
///
/// Format: RFC 4180 with the leniencies of ``CSVReader``, in the dialect that the profile states.
/// Each row gives one draft. Where rows or files belong together (``Profile/needsGathering``)
/// every draft has its `key` and `order`, and whoever takes the drafts puts them together.
public struct CSVImporter: Importer {
  /// The profile by which files are read.
  public let profile: Profile
  /// The texts that the profile asks for, by name.
  public let answers: [String: String]

  /// The id of the profile, which is also the scheme of the keys.
  public var id: String { profile.id }

  /// Makes an importer for one profile.
  public init(_ profile: Profile, answers: [String: String] = [:]) {
    self.profile = profile
    self.answers = answers
  }

  /// Whether the header has all columns that the profile needs, in its file of records.
  public func recognizes(start: [UInt8]) -> Bool {
    profile.matches(start: start).contains { $0.file == .records }
  }

  /// Reads a file of records.
  ///
  /// - Throws: A ``Problem`` if the header does not fit the profile or the source cannot be read;
  ///   what the sink throws.
  public func read(_ source: any ByteSource, named file: String, into sink: any DraftSink) throws {
    try read(source, named: file, as: .records, into: sink)
  }

  /// Reads the second file of a profile, which holds the parties of the records.
  ///
  /// Its drafts are agreements with the keys of the first file and nothing but parties; they
  /// sort after the rows of the first file.
  ///
  /// - Throws: As ``read(_:named:into:)``.
  public func readParties(
    _ source: any ByteSource,
    named file: String,
    into sink: any DraftSink
  ) throws {
    try read(source, named: file, as: .parties, into: sink)
  }

  private func read(
    _ source: any ByteSource,
    named file: String,
    as kind: CompiledProfile.File,
    into sink: any DraftSink
  ) throws {
    let peekable = PeekableSource(source)
    let dialect = try dialect(of: peekable, as: kind)
    let reader = CSVReader(peekable, named: file, dialect: dialect)
    let header = try reader.readHeader()
    let compiled = CompiledProfile(profile, header: header, file: kind, answers: answers)
    if let refusal = compiled.refusal(of: file) { throw refusal }
    for var note in compiled.notes {
      note.file = file
      try sink.note(note)
    }
    var run = CSVRun(reader, RecordMapper(compiled, file: file))
    try run.read(into: sink)
  }

  /// The dialect of the file: the first that fits, or else the profile's first.
  private func dialect(
    of source: PeekableSource,
    as kind: CompiledProfile.File
  ) throws -> CSVDialect {
    if kind == .parties { return profile.partyFile?.dialect ?? profile.dialect }
    guard profile.delimiters.count > 1 else { return profile.dialects[0] }
    let start = try source.peek(CSVSniffer.sampleBytes)
    let match = profile.matches(start: start).first { $0.file == .records }
    return match?.dialect ?? profile.dialects[0]
  }
}

extension CSVImporter {
  /// The raw bytes of some records of a file of records.
  public func rawRecords(
    _ numbers: Set<Int>,
    of source: any ByteSource,
    named file: String
  ) throws -> [RejectedRecord] {
    let peekable = PeekableSource(source)
    let reader = CSVReader(peekable, named: file, dialect: try dialect(of: peekable, as: .records))
    _ = try reader.readHeader()
    var record = CSVRecord()
    var found: [RejectedRecord] = []
    while found.count < numbers.count, try reader.next(into: &record) {
      guard numbers.contains(record.number) else { continue }
      found.append(
        RejectedRecord(
          place: record.place(),
          raw: reader.rawBytes(),
          header: reader.rawHeader,
          delimiter: reader.dialect.delimiter
        )
      )
    }
    return found
  }
}
