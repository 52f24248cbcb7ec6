import Foundation
import GRDB

/// A version of an agreement as the parties agreed it.
public struct VersionRecord: Sendable {
  /// 1 for the agreement as first known.
  public var number: Int64
  /// The day it took effect by its source, `YYYY-MM-DD`, or nil.
  public var effectiveFrom: String?
  /// The source's own name of the version, and what it changed.
  public var amendment, title: String?
  /// By how much it changed the value, in minor units with the currency.
  public var valueChange: (minor: Int64, currency: String)?
}

/// A revision of an agreement: what we entered or read, and when.
public struct RevisionRecord: Sendable {
  /// The version it describes.
  public var version: Int64
  /// The day from which it holds, `YYYY-MM-DD`.
  public var effectiveOn: String
  /// When we learned it, ISO text in UTC.
  public var recordedAt: String
  /// Who entered it.
  public var actor: String
  /// The command it came by.
  public var command: String
  /// The fields it set, comma-separated; nil for all.
  public var changed: String?
  /// Where it was read, or nil for an entry by a person.
  public var source: RecordSource?
}

/// Something that an agreement mentions.
public struct MentionRecord: Sendable {
  /// `service`, `contentItem` or `document`.
  public var kind: String
  /// Its name.
  public var name: String
  /// More about it, or nil.
  public var detail: String?
}

extension Reader {
  /// The named versions of an agreement, in order.
  ///
  /// - Returns: The versions; the first is missing where nobody names it.
  /// - Throws: ``StoreError``.
  public func versions(of agreement: Int64) throws -> [VersionRecord] {
    try Row.fetchAll(
      database,
      sql: "SELECT * FROM temp.agreementVersionAsOf WHERE agreementId = ? ORDER BY number",
      arguments: [agreement]
    ).map { row in
      let change: Int64? = row["valueChange"]
      let currency: String? = row["valueCurrency"]
      return VersionRecord(
        number: row["number"],
        effectiveFrom: row["effectiveFrom"],
        amendment: row["amendment"],
        title: row["title"],
        valueChange: change.flatMap { minor in currency.map { (minor, $0) } }
      )
    }
  }

  /// All that was recorded about an agreement and is known on the day, oldest first.
  ///
  /// - Returns: The revisions.
  /// - Throws: ``StoreError``.
  public func revisions(of agreement: Int64) throws -> [RevisionRecord] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT r.versionNumber, r.effectiveOn, r.changed, r.sourceId, r.line, r.record,
          g.recordedAt, e.actor, e.command
        FROM main.agreementRevision r JOIN main.recording g ON g.id = r.recordingId
        JOIN main.journalEntry e ON e.id = g.entryId
        WHERE r.agreementId = ?1 AND r.id BETWEEN ?1 << 20 AND (?1 << 20) + 1048575
          AND r.recordingId <= (SELECT recordingId FROM temp.asOf)
        ORDER BY r.recordingId, r.id
        """,
      arguments: [agreement]
    ).map(revision)
  }

  private func revision(_ row: Row) throws -> RevisionRecord {
    var record = RevisionRecord(
      version: row["versionNumber"],
      effectiveOn: row["effectiveOn"],
      recordedAt: row["recordedAt"],
      actor: row["actor"],
      command: row["command"],
      changed: row["changed"]
    )
    if let id: Int64 = row["sourceId"], let source = try source(id) {
      record.source = RecordSource(
        file: source.file,
        line: row["line"],
        record: row["record"],
        profile: source.profile,
        sha256: source.sha256
      )
    }
    return record
  }

  /// What an agreement mentions, by kind and name.
  ///
  /// - Returns: The mentions.
  /// - Throws: ``StoreError``.
  public func mentions(of agreement: Int64) throws -> [MentionRecord] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT kind, name, detail FROM temp.agreementMentionAsOf WHERE agreementId = ?
        ORDER BY kind, name
        """,
      arguments: [agreement]
    ).map { MentionRecord(kind: $0["kind"], name: $0["name"], detail: $0["detail"]) }
  }

  /// The further names of an agreement, by scheme and value.
  ///
  /// - Returns: Scheme and value of each.
  /// - Throws: ``StoreError``.
  public func identifiers(of agreement: Int64) throws -> [(scheme: String, value: String)] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT scheme, value FROM temp.agreementIdentifierAsOf WHERE agreementId = ?
        ORDER BY scheme, value
        """,
      arguments: [agreement]
    ).map { ($0["scheme"], $0["value"]) }
  }
}
