import Foundation
import GRDB
public import Importing
import Schemas

extension Store {
  /// Fills an empty store from a native export: all facts with both times and provenance.
  ///
  /// Everything happens in one transaction with one journal entry, whose payload says that it is
  /// a restoration and of which file. Exporting again gives the same bytes; the bytes of
  /// originals and the journal of the other store do not come along.
  ///
  /// - Parameters:
  ///   - write: Who writes, and when; facts keep the times of the export.
  ///   - source: The document.
  ///   - file: Its name for problems and the journal.
  ///   - digest: The digest of the document for the journal, or nil if it is not known.
  ///   - isDryRun: Whether everything is taken back.
  ///   - report: Takes each place where the document does not follow the schema.
  /// - Returns: What was restored, counted as new.
  /// - Throws: A ``Problem`` if the document cannot be restored; ``StoreError/notAllowed(_:)``
  ///   if the store is not empty; other ``StoreError``s.
  public func restoreNative(
    _ write: WriteRequest,
    from source: any ByteSource,
    named file: String,
    digest: OriginalDigest?,
    isDryRun: Bool = false,
    report: (Problem) throws -> Void
  ) throws -> ImportOutcome {
    let url = Schemas.xml.appendingPathComponent("liaison-1.xsd")
    let schema = try XMLSchema(contentsOf: url)
    return try onConnection { database in
      try database.execute(sql: "BEGIN IMMEDIATE")
      do {
        guard try Int64.fetchOne(database, sql: "SELECT 1 FROM main.recording LIMIT 1") == nil
        else { throw StoreError.notAllowed(Self.notEmpty) }
        try database.execute(sql: "PRAGMA defer_foreign_keys = ON")
        let session = try WriteSession(restoring: database, write)
        let restorer = try NativeRestorer(session, source, named: file, schema: schema)
        try restorer.run(report: report)
        try restorer.settleDigests()
        let outcome = try ImportOutcome(
          restored: restorer.rowCounts,
          amendments: Self.amendments(database)
        )
        try session.finish(payload: outcome.restorationPayload(file, digest))
        try database.execute(sql: isDryRun ? "ROLLBACK" : "COMMIT")
        return outcome
      } catch {
        try? database.execute(sql: "ROLLBACK")
        throw error
      }
    }
  }

  private static func amendments(_ database: Database) throws -> Int {
    try Int.fetchOne(database, sql: "SELECT count(*) FROM agreementVersion WHERE number > 1") ?? 0
  }

  private static let notEmpty =
    "An export can be restored only into an empty store. Choose another path with --store."
}

extension ImportOutcome {
  /// What was restored, by the number of rows of each table.
  fileprivate init(restored rows: [String: Int], amendments count: Int) {
    self.init()
    agreements.new = rows["agreement"] ?? 0
    amendments.new = count
    parties.new = rows["party"] ?? 0
    for (table, name) in Self.otherNames {
      guard let count = rows[table], count > 0 else { continue }
      others[name, default: ImportCounts()].new = count
    }
  }

  private static let otherNames = [
    "batch": "batches", "setting": "settings", "calendar": "calendars", "person": "people",
    "service": "services", "contact": "contacts", "assignment": "assignments",
  ]

  /// What the journal says: that this is a restoration, of which file, and the counts.
  fileprivate func restorationPayload(_ file: String, _ digest: OriginalDigest?) throws -> String {
    struct Payload: Encodable {
      var restoration = true
      var path: String
      var sha256: String?
      var new: [String: Int]
    }
    var new = others.mapValues(\.new)
    new["agreements"] = agreements.new
    new["amendments"] = amendments.new
    new["parties"] = parties.new
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let payload = Payload(path: file, sha256: digest?.hexadecimal, new: new)
    return String(decoding: try encoder.encode(payload), as: UTF8.self)
  }
}
