import GRDB
import Importing
import Model

/// The temporary views through which everything below is read as of a day.
///
/// `asOf` has one row: the day, and the last recording that counts as known. Each view gives
/// the rows that are in effect and known, without what was voided; where a record has several
/// such rows, the one with the latest `effectiveOn`, then the latest recording.
enum AsOfViews {
  /// The names of the views, for those who select from them.
  static let names = views.map(\.name)

  /// Makes the views on a connection.
  static func create(_ database: Database) throws {
    try database.execute(
      sql: """
        CREATE TEMP TABLE IF NOT EXISTS asOf (
          day TEXT NOT NULL, recordingId INTEGER NOT NULL, knowledge TEXT NOT NULL
        )
        """
    )
    for view in views {
      try database.execute(
        sql: "CREATE TEMP VIEW IF NOT EXISTS \(view.name) AS \(view.select)"
      )
    }
  }

  /// Sets the day and what counts as known on it.
  static func set(_ database: Database, _ asOf: AsOf, zone: Zone) throws {
    let last = try lastRecording(database, asOf, zone: zone)
    try database.execute(sql: "DELETE FROM temp.asOf")
    try database.execute(
      sql: "INSERT INTO temp.asOf (day, recordingId, knowledge) VALUES (?, ?, ?)",
      arguments: [asOf.day.description, last, asOf.knowledge.rawValue]
    )
  }

  /// The last recording that counts as known.
  static func lastRecording(_ database: Database, _ asOf: AsOf, zone: Zone) throws -> Int64 {
    guard asOf.knowledge == .then else { return .max }
    return try Int64.fetchOne(
      database,
      sql: "SELECT max(id) FROM main.recording WHERE recordedAt < ?",
      arguments: [border(of: asOf.day, zone)]
    ) ?? 0
  }

  /// The first instant after the day, to the second and without `Z`, so that `22:00:00` sorts
  /// before every recording within that second, with or without a fraction.
  private static func border(of day: CivilDay, _ zone: Zone) -> String {
    String("\(zone.end(of: day))".dropLast())
  }

  static let known = "recordingId <= (SELECT recordingId FROM temp.asOf)"
  static let inEffect = "effectiveOn <= (SELECT day FROM temp.asOf)"

  static func notVoided(_ kind: String, _ id: String) -> String {
    """
    NOT EXISTS (
      SELECT 1 FROM main.voiding v WHERE v.kind = '\(kind)' AND v.recordId = \(id)
        AND v.recordingId <= (SELECT recordingId FROM temp.asOf))
    """
  }

  /// The id of the revision that holds, for an owner whose revisions lie together.
  private static func latest(_ table: String, owner: String) -> String {
    """
    (SELECT x.id FROM main.\(table) x
     WHERE x.id BETWEEN \(owner) << 20 AND (\(owner) << 20) + 1048575
       AND x.\(inEffect) AND x.\(known)
     ORDER BY x.effectiveOn DESC, x.recordingId DESC, x.id DESC LIMIT 1)
    """
  }

  /// The id of the revision of a record of a kind that holds; voided ones do not.
  private static func latestUnvoided(_ table: String, owner: String) -> String {
    """
    (SELECT x.id FROM main.\(table) x
     WHERE x.id BETWEEN \(owner) << 20 AND (\(owner) << 20) + 1048575
       AND x.\(inEffect) AND x.\(known) AND \(notVoided(table, "x.id"))
     ORDER BY x.effectiveOn DESC, x.recordingId DESC, x.id DESC LIMIT 1)
    """
  }

  private static let agreementColumns =
    AgreementFacts.columns.map { "r.\($0)" }.joined(separator: ", ")

  /// A record of a kind with what holds of it.
  private static func view(of type: RecordType) -> (name: String, select: String) {
    let facts = type.fields.flatMap(\.columns).map { "r.\($0)" }.joined(separator: ", ")
    return (
      type.name + "AsOf",
      """
      SELECT t.id, t.reference, \(facts), r.sourceId, r.line, r.record, r.effectiveOn,
        r.recordingId
      FROM main.\(type.table) t
      JOIN main.\(type.revisionTable) r ON r.id = \(latestUnvoided(type.revisionTable, owner: "t.id"))
      WHERE t.\(known) AND \(notVoided(type.table, "t.id"))
      """
    )
  }

  /// Where a record that is one row comes from, and since when it holds.
  private static let origin = "sourceId, line, record, effectiveOn"

  private static let views = register + RecordType.all.map(view)

  private static let register: [(name: String, select: String)] = [
    (
      "settingAsOf",
      """
      SELECT key, value FROM main.setting s WHERE \(inEffect) AND \(known)
        AND \(notVoided("setting", "s.id"))
        AND NOT EXISTS (
          SELECT 1 FROM main.setting t WHERE t.key = s.key AND t.\(inEffect) AND t.\(known)
            AND \(notVoided("setting", "t.id"))
            AND (t.effectiveOn, t.recordingId, t.id) > (s.effectiveOn, s.recordingId, s.id))
      """
    ),
    (
      "calendarAsOf",
      """
      SELECT id, reference, zone, country, windows, validFrom, validThrough, \(origin)
      FROM main.calendar c WHERE \(inEffect) AND \(known)
        AND \(notVoided("calendar", "c.id"))
        AND NOT EXISTS (
          SELECT 1 FROM main.calendar d WHERE d.reference = c.reference
            AND d.\(inEffect) AND d.\(known) AND \(notVoided("calendar", "d.id"))
            AND (d.effectiveOn, d.recordingId, d.id) > (c.effectiveOn, c.recordingId, c.id))
      """
    ),
    (
      "calendarExceptionAsOf",
      """
      SELECT id, calendarReference, day, windows, name, \(origin) FROM main.calendarException c
      WHERE \(inEffect) AND \(known) AND \(notVoided("calendarException", "c.id"))
      """
    ),
    (
      "personAsOf",
      """
      SELECT p.id AS personId, p.reference, r.name, r.email, r.phone, r.leadId, r.sourceId,
        r.line, r.record, r.effectiveOn
      FROM main.person p JOIN main.personRevision r ON r.id = \(latestUnvoided("personRevision", owner: "p.id"))
      WHERE p.\(known) AND \(notVoided("person", "p.id"))
      """
    ),
    (
      "absenceAsOf",
      """
      SELECT id, personId, startsOn, endsOn, deputyId, \(origin) FROM main.absence a
      WHERE \(inEffect) AND \(known) AND \(notVoided("absence", "a.id"))
      """
    ),
    (
      "serviceAsOf",
      """
      SELECT s.id AS serviceId, s.reference, r.name, r.description, r.liveFrom, r.liveThrough,
        r.sourceId, r.line, r.record, r.effectiveOn
      FROM main.service s
      JOIN main.serviceRevision r ON r.id = \(latestUnvoided("serviceRevision", owner: "s.id"))
      WHERE s.\(known) AND \(notVoided("service", "s.id"))
      """
    ),
    (
      "partyAsOf",
      """
      SELECT p.id AS partyId, p.reference, p.isOwn, r.name, r.legalForm, r.country, r.address,
        r.postalCode, r.city, r.region, r.email, r.phone, r.website, r.tier, r.parentId, r.note,
        r.sourceId, r.line, r.record, r.effectiveOn, r.recordingId
      FROM main.party p
      JOIN main.partyRevision r ON r.id = \(latest("partyRevision", owner: "p.id"))
      WHERE p.\(known) AND \(notVoided("party", "p.id"))
      """
    ),
    (
      "partyRoleAsOf",
      """
      SELECT id, partyId, role, validFrom, validThrough, \(origin) FROM main.partyRole r
      WHERE \(inEffect) AND \(known) AND \(notVoided("partyRole", "r.id"))
      """
    ),
    (
      "partyIdentifierAsOf",
      """
      SELECT i.partyId, s.name AS scheme, i.value, coalesce(i.raw, i.value) AS raw
      FROM main.partyIdentifier i JOIN main.scheme s ON s.id = i.schemeId WHERE i.\(known)
      """
    ),
    (
      "contactAsOf",
      """
      SELECT id, partyId, name, email, phone, function, validFrom, validThrough, \(origin)
      FROM main.contact c WHERE \(inEffect) AND \(known) AND \(notVoided("contact", "c.id"))
      """
    ),
    (
      "agreementAsOf",
      """
      SELECT a.id AS agreementId, a.reference, r.versionNumber, \(agreementColumns),
        r.sourceId, r.line, r.record, r.effectiveOn, r.recordingId
      FROM main.agreement a
      JOIN main.agreementRevision r ON r.id = \(latest("agreementRevision", owner: "a.id"))
      WHERE a.\(known) AND (a.isVoided = 0 OR \(notVoided("agreement", "a.id")))
      """
    ),
    (
      "agreementIdentifierAsOf",
      """
      SELECT i.agreementId, s.name AS scheme, i.value
      FROM main.agreementIdentifier i JOIN main.scheme s ON s.id = i.schemeId WHERE i.\(known)
      UNION ALL
      SELECT a.id, s.name, a.reference
      FROM main.agreement a JOIN main.scheme s ON s.id = a.schemeId WHERE a.\(known)
      """
    ),
    (
      "agreementVersionAsOf",
      """
      SELECT agreementId, number, effectiveFrom, amendment, title, valueChange, valueCurrency,
        sourceId, line, record, effectiveOn
      FROM main.agreementVersion w WHERE \(inEffect) AND \(known)
        AND \(notVoided("agreementVersion", "(w.agreementId << 20) + w.number"))
      """
    ),
    (
      "agreementPartyAsOf",
      """
      SELECT id, agreementId, role, partyId, position, sourceId, line, record
      FROM main.agreementParty m
      WHERE isPresent = 1 AND \(inEffect) AND \(known)
        AND NOT EXISTS (
          SELECT 1 FROM main.agreementParty n
          WHERE n.id > m.id AND n.id <= (m.agreementId << 20) + 1048575
            AND n.role = m.role AND n.partyId = m.partyId AND n.\(inEffect) AND n.\(known))
      """
    ),
    (
      "agreementMentionAsOf",
      """
      SELECT agreementId, kind, name, detail, locator, checkedBy, checkedOn, originalId, sourceId,
        line, record
      FROM main.agreementMention m WHERE isPresent = 1 AND \(inEffect) AND \(known)
        AND NOT EXISTS (
          SELECT 1 FROM main.agreementMention n
          WHERE n.agreementId = m.agreementId AND n.kind = m.kind AND n.name = m.name
            AND n.recordingId > m.recordingId AND n.\(inEffect) AND n.\(known))
      """
    ),
    (
      "assignmentAsOf",
      """
      SELECT id, role, personId, deputyId, partyId, agreementId, validFrom, validThrough,
        \(origin)
      FROM main.assignment a WHERE \(inEffect) AND \(known) AND \(notVoided("assignment", "a.id"))
      """
    ),
    (
      "sourceAsOf",
      """
      SELECT s.id AS sourceId, s.path, o.sha256, b.profile, b.id AS batchId
      FROM main.batchSource s JOIN main.original o ON o.id = s.originalId
      JOIN main.batch b ON b.id = s.batchId WHERE s.\(known)
      """
    ),
  ]
}
