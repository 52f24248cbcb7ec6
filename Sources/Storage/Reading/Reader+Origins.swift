import GRDB
public import Model

/// When and by which entry of the journal something was recorded, and where it was read.
public struct RecordOrigin: Sendable {
  /// Our reference of the record.
  public var reference: String
  /// Its name or title, or nil.
  public var name: String?
  /// The day from which what holds holds, `YYYY-MM-DD`.
  public var effectiveOn: String
  /// When we learned it, ISO text in UTC.
  public var recordedAt: String
  /// The number of the journal's entry.
  public var entry: Int64
  /// Where it was read; nil for a person's entry.
  public var source: RecordSource?
}

/// A record of a kind as people read it, with its origin.
public struct RecordedText: Sendable {
  /// The facts.
  public var record: RecordText
  /// When we learned them, ISO text in UTC.
  public var recordedAt: String
  /// The number of the journal's entry.
  public var entry: Int64
}

extension Reader {
  /// The records of a kind that hold on the day with their origin, in order of reference.
  ///
  /// - Throws: ``StoreError``; what the body throws.
  public func forEachRecorded(of type: RecordType, _ body: (RecordedText) throws -> Void) throws {
    // People and services are called by other names in their views, and lack the recording.
    let view =
      RecordType.register.contains { $0.name == type.name }
      ? Self.current(type) : "temp.\(type.name)AsOf"
    try forEachRecorded(type, from: view, order: "t.reference", body)
  }

  /// All that is known on the day of the records of a kind, by reference, day and recording.
  ///
  /// What was voided and what takes effect after the day is left out.
  ///
  /// - Throws: ``StoreError``; what the body throws.
  public func forEachState(of type: RecordType, _ body: (RecordedText) throws -> Void) throws {
    try forEachRecorded(
      type,
      from: Self.states(type),
      order: "t.reference, t.effectiveOn, t.recordingId, t.revision",
      body
    )
  }

  private func forEachRecorded(
    _ type: RecordType,
    from relation: String,
    order: String,
    _ body: (RecordedText) throws -> Void
  ) throws {
    let facts = type.fields.map { ", " + Self.expression($0) }.joined()
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT t.reference, t.effectiveOn, t.sourceId, t.line, t.record\(facts), g.recordedAt,
          g.entryId
        FROM \(relation) t JOIN main.recording g ON g.id = t.recordingId ORDER BY \(order)
        """
    )
    while let row = try rows.next() {
      try body(
        RecordedText(
          record: try text(row, type),
          recordedAt: row[row.count - 2],
          entry: row[row.count - 1]
        )
      )
    }
  }

  /// Every revision of a kind that is in effect, known and not voided.
  private static func states(_ type: RecordType) -> String {
    let facts = type.fields.flatMap(\.columns).map { "r.\($0), " }.joined()
    return """
      (SELECT o.reference, \(facts)r.sourceId, r.line, r.record, r.effectiveOn, r.recordingId,
         r.id AS revision
       FROM main.\(type.table) o
       JOIN main.\(type.revisionTable) r ON r.id BETWEEN o.id << 20 AND (o.id << 20) + 1048575
       WHERE r.effectiveOn <= (SELECT day FROM temp.asOf) AND r.\(AsOfViews.known)
         AND o.\(AsOfViews.known) AND \(AsOfViews.notVoided(type.table, "o.id"))
         AND \(AsOfViews.notVoided(type.revisionTable, "r.id")))
      """
  }

  /// The last of the states of each record of a kind.
  private static func current(_ type: RecordType) -> String {
    """
    (SELECT * FROM (SELECT *, row_number() OVER (PARTITION BY reference
       ORDER BY effectiveOn DESC, recordingId DESC, revision DESC) AS place
     FROM \(states(type))) WHERE place = 1)
    """
  }

  /// Where what holds of each agreement comes from, in order of reference.
  ///
  /// - Throws: ``StoreError``; what the body throws.
  public func forEachAgreementOrigin(_ body: (RecordOrigin) throws -> Void) throws {
    try forEachOrigin(view: "agreementAsOf", name: "title", body)
  }

  /// Where what holds of each party comes from, in order of reference.
  ///
  /// - Throws: ``StoreError``; what the body throws.
  public func forEachPartyOrigin(_ body: (RecordOrigin) throws -> Void) throws {
    try forEachOrigin(view: "partyAsOf", name: "name", body)
  }

  private func forEachOrigin(
    view: String,
    name: String,
    _ body: (RecordOrigin) throws -> Void
  ) throws {
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT t.reference, t.effectiveOn, t.sourceId, t.line, t.record, t.\(name),
          g.recordedAt, g.entryId
        FROM temp.\(view) t JOIN main.recording g ON g.id = t.recordingId ORDER BY t.reference
        """
    )
    while let row = try rows.next() {
      try body(
        RecordOrigin(
          reference: row[0],
          name: row[5],
          effectiveOn: row[1],
          recordedAt: row[6],
          entry: row[7],
          source: try place(row)
        )
      )
    }
  }
}
