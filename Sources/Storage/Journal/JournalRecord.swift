/// One entry of the journal, for reading.
public struct JournalRecord: Sendable, Equatable {
  /// The number, from 1 without gaps.
  public var id: Int64
  /// The moment, UTC ISO text ending in `Z`.
  public var recordedAt: String
  /// Who acted.
  public var actor: String
  /// The command, such as `import`.
  public var command: String
  /// What was done as JSON; nil if it was redacted.
  public var payload: String?
  /// The entry's hash as 64 hexadecimal digits.
  public var hash: String
  /// The rows written, in order of table; empty in a listing.
  public var tables: [TableRows]

  /// The rows that an entry wrote into one table.
  public struct TableRows: Sendable, Equatable {
    /// The table.
    public var table: String
    /// How many rows.
    public var rowCount: Int64
    /// SHA-256 over the rows as 64 hexadecimal digits.
    public var digest: String
  }

  /// Whether the payload was taken away for the protection of personal data.
  public var isRedacted: Bool { payload == nil }
}
