public import Importing
public import Model

/// Reads CSV files of Liaison's own: one file for one kind of records, a record in each row.
///
/// The format is RFC 4180 in UTF-8 with commas, with the leniencies of ``CSVReader``. The header
/// has `reference`, facts of one kind by name, and `effectiveOn` or not, in any order; records of
/// one row, such as assignments, have no reference beside their facts. An empty cell says that
/// there is no value. The guard against spreadsheet formulas is taken off. Columns
/// that a file of rejected records has beside these are passed over. `Schemas/csv` has a Table
/// Schema for each kind; `docs/formats/native-csv.md` explains the format.
public struct NativeCSVImporter: Importer {
  private let kind: RecordType?

  /// Makes the importer.
  ///
  /// - Parameter kind: The kind of all records; nil to find it by the header, and by the name of
  ///   the file where several kinds fit.
  public init(_ kind: RecordType? = nil) { self.kind = kind }

  /// `liaison`, because the records are those of the native document.
  public var id: String { NativeDocument.id }

  /// Whether the header has only facts of one kind, and those that are needed among them.
  public func recognizes(start: [UInt8]) -> Bool {
    let kinds = NativeCSVHeader(Self.names(start)).kinds
    guard let kind else { return !kinds.isEmpty }
    return kinds.contains { $0.name == kind.name }
  }

  /// The kind that a file is meant to have by its name, such as `reviews.csv`.
  ///
  /// - Returns: Nil if no kind is called so, or the header lacks a column that the kind needs.
  public static func kind(ofFile file: String, start: [UInt8]) -> RecordType? {
    NativeCSVHeader(names(start)).kind(ofFile: file)
  }

  /// Reads the file.
  ///
  /// - Throws: A ``Problem``: `format.undecided` if the header and the name of the file leave the
  ///   kind open, `column.missing`, `column.repeated` or `column.unknown` for a header that does
  ///   not fit the kind, or why the source cannot be read; what the sink throws.
  public func read(_ source: any ByteSource, named file: String, into sink: any DraftSink) throws {
    let reader = CSVReader(source, named: file, dialect: Self.dialect)
    let header = NativeCSVHeader(try reader.readHeader())
    let type = try kind ?? header.kind(of: file)
    try header.check(against: type, file: file)
    var reading = NativeCSVReading(reader, type, header)
    try reading.read(into: sink)
  }

  /// The raw bytes of some records.
  public func rawRecords(
    _ numbers: Set<Int>,
    of source: any ByteSource,
    named file: String
  ) throws -> [RejectedRecord] {
    let reader = CSVReader(source, named: file, dialect: Self.dialect)
    _ = try reader.readHeader()
    var record = CSVRecord()
    var found: [RejectedRecord] = []
    while found.count < numbers.count, try reader.next(into: &record) {
      if numbers.contains(record.number) { found.append(reader.rejected(record)) }
    }
    return found
  }

  private static var dialect: CSVDialect {
    var dialect = CSVDialect()
    dialect.formulaGuard = true
    return dialect
  }

  /// The names of the header; none if it cannot be read.
  private static func names(_ start: [UInt8]) -> [String] {
    let reader = CSVReader(MemorySource(start), named: "", dialect: dialect)
    return (try? reader.readHeader()) ?? []
  }
}

extension CSVReader {
  /// The latest record as the source has it.
  func rejected(_ record: CSVRecord) -> RejectedRecord {
    RejectedRecord(
      place: record.place(),
      raw: rawBytes(),
      header: rawHeader,
      delimiter: dialect.delimiter
    )
  }
}
