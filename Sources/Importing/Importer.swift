/// Reads one foreign format: bytes to drafts.
///
/// An importer stores nothing, decides nothing and keeps no state between calls. Its promises,
/// checked for every importer by one shared test: the same bytes give the same drafts; every
/// draft has a place; an empty, cut-off or wrongly encoded source gives problems and never a
/// crash; a record is either handed over once or rejected once.
public protocol Importer: Sendable {
  /// The name of the format, also the scheme of the keys it makes, such as `eforms`.
  var id: String { get }

  /// Whether the first bytes of a source look like this format; must be cheap.
  ///
  /// - Parameter start: Up to 64 KiB from the start of the (decompressed) source.
  /// - Returns: True only if ``read(_:named:into:)`` can be expected to understand it.
  func recognizes(start: [UInt8]) -> Bool

  /// Reads the source to its end and hands over what it finds.
  ///
  /// - Throws: A ``Problem`` if the source as a whole cannot be used; what the sink throws.
  func read(_ source: any ByteSource, named file: String, into sink: any DraftSink) throws

  /// The raw bytes of some records, for records that were read but could not be stored.
  ///
  /// Need not be written: by default there are no raw bytes.
  func rawRecords(
    _ numbers: Set<Int>,
    of source: any ByteSource,
    named file: String
  ) throws -> [RejectedRecord]
}

extension Importer {
  /// No raw bytes.
  public func rawRecords(
    _ numbers: Set<Int>,
    of source: any ByteSource,
    named file: String
  ) throws -> [RejectedRecord] {
    []
  }
}

/// Takes what an importer finds.
public protocol DraftSink: AnyObject {
  /// Takes a draft; the sink may exchange it for an emptied one with storage to reuse.
  ///
  /// The importer calls ``Draft/reset()`` before it fills the draft again.
  func take(_ draft: inout Draft) throws

  /// Takes a record of a kind, such as a review, a setting or a contact.
  func take(_ record: RecordDraft) throws

  /// Takes a record that cannot be used, with all reasons; at least one is an error.
  func reject(_ record: RejectedRecord, because problems: [Problem]) throws

  /// Takes a problem that rejects no record.
  func note(_ problem: Problem) throws
}

/// A record that was not taken, as the source wrote it.
public struct RejectedRecord: Sendable, Equatable {
  /// Where it starts.
  public var place: Place
  /// The raw bytes, for CSV without the line end.
  public var raw: [UInt8]
  /// For CSV the raw header line that a corrected file needs, else empty.
  public var header: [UInt8]
  /// For CSV the delimiter byte, else nil.
  public var delimiter: UInt8?

  /// Makes a rejected record.
  public init(place: Place, raw: [UInt8], header: [UInt8] = [], delimiter: UInt8? = nil) {
    self.place = place
    self.raw = raw
    self.header = header
    self.delimiter = delimiter
  }
}
