/// Reads a CSV file record by record, with every line, record and field number right.
///
/// The format is that of RFC 4180, section 2:
///
///     file   = [BOM] skipRows*line headerRows*row *row footnoteRows*row
///     row    = field *(delimiter field) line-end
///     field  = quoted / plain
///     quoted = quote *(any byte but quote / 2 quotes / escape any byte) quote
///     plain  = *(any byte but delimiter, CR, LF / escape any byte)
///     line-end = CRLF / LF / CR / end of file
///
/// Leniencies, each without loss:
/// - Line ends may be mixed in one file; those within quotes are kept as they are.
/// - A quote within a plain field is text: warning `quote.inside`.
/// - What follows a closing quote up to the delimiter is added to the field, and further quotes
///   in it are text: warning `quote.trailing`.
/// - A NUL byte and bytes that are no UTF-8 become U+FFFD: warnings `byte.nul`, `utf8.invalid`.
/// - Rows may have any number of fields; see ``CSVHeader`` for comparing.
/// - Blank rows and comment lines are passed over as the dialect says; a comment is a physical
///   line, whatever quotes it holds. The lines of the preamble are physical lines, too.
///
/// Ambiguities, decided:
/// - A quote that is never closed would swallow the file. When the end is reached, or a record
///   gets longer than allowed, within quotes, the lines from the record's first to the one where
///   the quote was opened are rejected (`quote.unclosed`), and reading goes on at the next line.
///   Until then, a quote on a later line is taken for the closing one.
/// - A quote opens only at the start of a field; with `trim` also after spaces and tabs.
/// - An escape makes any next byte text, also a line end; at the end of a file it is text itself.
/// - A blank at the end of the file after the last line end is no row.
///
/// A record that cannot be read is in ``takeRejections()``; it counts as a record. If the source
/// fails, all complete records before are given first. A value for one reader on one thread.
public final class CSVReader {
  /// The source's name, as in all problems.
  public let file: String
  /// How the file is read.
  public let dialect: CSVDialect
  /// The bytes of the header rows as UTF-8, with a line feed between two rows, none at the end.
  public internal(set) var rawHeader: [UInt8] = []
  /// What the reader itself found so far, in the order of the file.
  ///
  /// Of each code the first 100 are kept; after the last record one more says how many there
  /// were beyond. The problems of ``takeRejections()`` are here, too. Those of rows that were
  /// read ahead because they may be footnotes appear when the row does.
  public var problems: [Problem] {
    guard let number = ahead.first?.record.number else { return found }
    return found.filter { ($0.place?.record ?? 0) < number }
  }

  let limits: CSVLimits
  let buffer: CSVBuffer
  let marks: CSVMarks
  let transcoder: TranscodingSource?
  /// The physical line on which the next record starts.
  var line = 1
  /// The number of the latest data record.
  var number = 0
  var isStarted = false
  var isFinished = false
  /// All problems, also of rows that were read ahead.
  var found: [Problem] = []
  var rejections: [CSVRejection] = []
  var counts: [String: Int] = [:]
  /// The extent of the latest record in the buffer.
  var extent = 0..<0
  /// Records read ahead because the last ones are footnotes, and their raw bytes.
  var ahead: [(record: CSVRecord, raw: [UInt8])] = []
  /// The raw bytes of the latest record, if it was read ahead.
  var rawAhead: [UInt8]?

  /// Makes a reader of a source; nothing is read yet.
  public init(
    _ source: any ByteSource,
    named file: String,
    dialect: CSVDialect,
    limits: CSVLimits = CSVLimits()
  ) {
    self.file = file
    self.dialect = dialect
    self.limits = limits
    marks = CSVMarks(dialect)
    transcoder =
      dialect.encoding == .utf8 ? nil : TranscodingSource(source, from: dialect.encoding)
    buffer = CSVBuffer(transcoder ?? source, limits: limits)
  }

  /// Reads the preamble and the header rows.
  ///
  /// - Returns: The names of the columns in the order of the file; empty if the dialect has no
  ///   header rows.
  /// - Throws: A ``Problem``: `header.missing` if the source ends before the header, one that
  ///   makes the whole source unusable (`dialect.unusable`, `encoding.different`, what the
  ///   source throws), or one that makes the header unreadable.
  public func readHeader() throws -> [String] {
    guard !isStarted else { return [] }
    isStarted = true
    try start()
    guard dialect.headerRows > 0 else { return [] }
    var names: [String] = []
    var record = CSVRecord()
    for row in 0..<dialect.headerRows {
      guard try advance(&record, isHeader: true) else { throw headerMissing() }
      if row > 0 { rawHeader.append(0x0A) }
      rawHeader += rawBytes()
      join(record, to: &names)
    }
    return names
  }

  /// Adds a header row to the names of the rows above it.
  private func join(_ record: CSVRecord, to names: inout [String]) {
    for field in 0..<record.count {
      let part = record.string(field)
      if field >= names.count {
        names.append(part)
      } else if !part.isEmpty {
        names[field] += names[field].isEmpty ? part : dialect.headerJoiner + part
      }
    }
  }

  /// Reads the next data record; the header is passed if it was not read before.
  ///
  /// - Returns: False at the end; the record is then empty.
  /// - Throws: What ``readHeader()`` throws, and what the source throws, after all records before.
  public func next(into record: inout CSVRecord) throws -> Bool {
    if !isStarted { _ = try readHeader() }
    rawAhead = nil
    if dialect.footnoteRows > 0 { return try nextBeforeFootnotes(&record) }
    return try advance(&record, isHeader: false)
  }

  /// The latest record as the source has it (UTF-8), without the line end.
  ///
  /// To be called before the next record is read.
  public func rawBytes() -> [UInt8] { rawAhead ?? buffer.bytes(extent) }

  /// Gives the records that could not be read since the last call, in the order of the file.
  public func takeRejections() -> [CSVRejection] {
    let number = ahead.first?.record.number ?? .max
    let taken = rejections.prefix { ($0.record.place.record ?? 0) < number }
    rejections.removeFirst(taken.count)
    return Array(taken)
  }
}

/// A record that the reader could not take apart, and why.
public struct CSVRejection: Sendable, Equatable {
  /// The record; its raw bytes are cut to 64 KiB, and its header and delimiter are the reader's.
  public var record: RejectedRecord
  /// The reason; always an error.
  public var problem: Problem
}
