import Importing
public import Storage

/// Takes a native export over into an empty store, with both times of every fact.
public struct RestoreRun {
  private let path: String
  private let isDryRun: Bool

  /// Makes a run for one file.
  public init(path: String, isDryRun: Bool) {
    self.path = path
    self.isDryRun = isDryRun
  }

  /// Whether the unit is one native export and the store has nothing in it, so that the export
  /// is taken over as it is instead of being compared.
  ///
  /// - Returns: Whether ``run(_:_:)`` will do.
  /// - Throws: A ``Problem`` if the file cannot be read; ``StoreError``.
  public static func fits(_ unit: ImportUnit, _ store: Store) throws -> Bool {
    guard unit.files.count == 1, unit.rules == nil else { return false }
    let start = try ByteSources.open(path: unit.files[0].path).peek(64 << 10)
    return try NativeDocument.isExport(start: start) && store.isEmpty
  }

  /// Restores the export, or tries it only.
  ///
  /// - Returns: What was done; parties and agreements count as records.
  /// - Throws: A ``Problem`` if the document cannot be restored; ``StoreError``.
  public func run(_ store: Store, _ write: WriteRequest) throws -> ImportReport {
    var report = ImportReport(profile: "liaison")
    let digest = try OriginalDigest.of(FileSource(path: path))
    report.sources = [ImportReport.Source(path: path, digest: digest)]
    report.outcome = try store.restoreNative(
      write,
      from: ByteSources.open(path: path),
      named: path,
      digest: digest,
      isDryRun: isDryRun
    ) { report.add($0) }
    report.read = report.outcome.agreements.new + report.outcome.parties.new
    report.accepted = report.read
    report.isRestored = true
    return report
  }
}
