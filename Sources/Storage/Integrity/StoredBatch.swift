/// An import as the store keeps it.
public struct StoredBatch: Sendable, Equatable {
  /// The number, from 1.
  public var id: Int64
  /// The profile or format that read it.
  public var profile: String
  /// SHA-256 of the profile's text as 64 hexadecimal digits, or nil.
  public var profileDigest: String?
  /// The name space of the source's keys.
  public var scheme: String
  /// The day on which its changes take effect, ISO text.
  public var effectiveOn: String
  /// The moment of the import, UTC ISO text ending in `Z`.
  public var recordedAt: String
  /// Who imported.
  public var actor: String
  /// The number of its journal entry.
  public var entry: Int64
  /// The counts as JSON, as the journal has them.
  public var summary: String
  /// The files, in the order in which they were read.
  public var sources: [Source]
  /// What the source said against a person's entry; only in ``Store/batch(_:)``.
  public var conflicts: [Conflict]
  /// The moment in which it was undone, or nil.
  public var undoneAt: String?

  /// Whether the batch was taken back.
  public var isUndone: Bool { undoneAt != nil }

  /// A file that was read.
  public struct Source: Sendable, Equatable {
    /// The path as given.
    public var path: String
    /// SHA-256 of its bytes as 64 hexadecimal digits.
    public var sha256: String
    /// Its size in bytes.
    public var byteCount: Int64
  }

  /// A field for which the source offered something else than a person had entered.
  public struct Conflict: Sendable, Equatable {
    /// The agreement's reference.
    public var agreement: String
    /// The field, such as `endsOn`.
    public var field: String
    /// The person's value, which was kept; nil for none.
    public var kept: String?
    /// What the source offered; nil for none.
    public var offered: String?
  }
}
