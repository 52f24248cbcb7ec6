public import Importing

/// The files of one import that belong together: one batch.
public struct ImportUnit: Sendable {
  /// A file, and how it is read.
  public struct File: Sendable {
    /// Where its bytes come from.
    public var source: ImportSource
    /// The path as it was given.
    public var path: String { source.path }
    /// Reads the file into drafts.
    public var read: @Sendable (any ByteSource, String, any DraftSink) throws -> Void
    /// The raw records with the numbers, for the rejects file.
    public var rawRecords: @Sendable (Set<Int>, any ByteSource, String) throws -> [RejectedRecord]

    /// Makes a file on disk.
    public init(
      path: String,
      read: @escaping @Sendable (any ByteSource, String, any DraftSink) throws -> Void,
      rawRecords:
        @escaping @Sendable (Set<Int>, any ByteSource, String) throws ->
        [RejectedRecord] = { _, _, _ in [] }
    ) {
      self.init(ImportSource(path: path), read: read, rawRecords: rawRecords)
    }

    /// Makes a file.
    public init(
      _ source: ImportSource,
      read: @escaping @Sendable (any ByteSource, String, any DraftSink) throws -> Void,
      rawRecords:
        @escaping @Sendable (Set<Int>, any ByteSource, String) throws ->
        [RejectedRecord] = { _, _, _ in [] }
    ) {
      self.source = source
      self.read = read
      self.rawRecords = rawRecords
    }
  }

  /// The profile or format, also the name space of the keys unless a source is named.
  public var profile: String
  /// The profile itself, or nil for a format without one.
  public var rules: Profile?
  /// The text of the profile, for its digest; nil for a format without one.
  public var text: [UInt8]?
  /// Schemes of further names by which agreements are found; a profile states its own.
  public var matchBy: [String] = []
  /// The files, in order.
  public var files: [File]

  /// Makes a unit.
  public init(profile: String, rules: Profile? = nil, text: [UInt8]? = nil, files: [File]) {
    self.profile = profile
    self.rules = rules
    self.text = text
    self.files = files
  }
}

/// How an import is to be run, as the command line says it.
public struct ImportOptions: Sendable {
  /// The number of rejected records above which nothing is stored.
  public enum RejectLimit: Sendable, Equatable {
    /// A count.
    case count(Int)
    /// Whole per cent of the records read.
    case percent(Int)
  }

  /// The name of the source, for one profile used by several; nil takes the profile's id.
  public var source: String?
  /// The day on which changes take effect, days since 1970-01-01; nil for the import day.
  public var effectiveOn: Int32?
  /// The day of the import in the organisation's zone, days since 1970-01-01.
  public var importDay: Int32
  /// Whether nothing is stored.
  public var isDryRun = false
  /// What to do with vanished agreements; nil takes the profile's rule.
  public var vanished: String?
  /// When to give up; nil for never.
  public var rejectLimit: RejectLimit?
  /// Where rejected records go; nil for nowhere.
  public var rejects: String?

  /// Makes options for a day.
  public init(importDay: Int32) { self.importDay = importDay }
}
