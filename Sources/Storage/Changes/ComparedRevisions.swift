import GRDB
import Importing
import Model

/// A kind of record with a reference and revisions, of which two days are compared.
struct ComparedRevisions {
  let type: RecordType
  /// Whether single revisions can be voided.
  private let isEachVoidable: Bool

  /// Makes the comparison of a kind.
  init(_ type: RecordType) {
    self.type = type
    isEachVoidable = type.name != Self.agreement.name && type.name != Self.party.name
  }

  /// Agreements by the fields that their revisions keep.
  static let agreement = RecordType(
    "agreement",
    "agreements",
    "What parties agreed.",
    AgreementFacts.fields.compactMap(field)
  )

  private static func field(_ field: Field) -> RecordField? {
    switch field {
    case .valueCurrency, .annualValueCurrency: nil
    case .value, .annualValue: RecordField("\(field)", .money, "")
    case .openEnded: RecordField("\(field)", .flag, "")
    case .maxRenewals: RecordField("\(field)", .count, "")
    default: RecordField("\(field)", field.isDay ? .day : .text, "")
    }
  }

  /// Parties by the columns that their revisions keep.
  static let party = RecordType(
    "party",
    "parties",
    "A supplier, a customer or another party.",
    PartyValues.columns.map { column in
      column == "parentId"
        ? RecordField("parent", .reference("party"), "") : RecordField(column, .text, "")
    }
  )

  /// Number, reference, the revision that holds on the earlier day, the one on the later, and the
  /// last day by the latter, of each record in order of reference.
  ///
  /// Parameters are those of ``ComparedDays/bind(to:)``.
  func walk(_ database: Database) throws -> RawStatement {
    let last = type.fields.first { RecordComparison.lastDays.contains($0.name) }
    let lastDay = last.map {
      "(SELECT y.\($0.name) FROM main.\(type.revisionTable) y WHERE y.id = \(holding(3, 4)))"
    }
    return try RawStatement(
      database,
      """
      SELECT o.id, o.reference, \(holding(1, 2)), \(holding(3, 4)), \(lastDay ?? "NULL")
      FROM \(owners) o ORDER BY o.reference, o.id
      """
    )
  }

  /// The records; of agreements only those that hold have an index by reference, so that the two
  /// parts are ordered each by itself.
  private var owners: String {
    guard type.name == Self.agreement.name else { return "main.\(type.table)" }
    let columns = "SELECT id, reference, recordingId FROM main.agreement"
    return "(\(columns) WHERE isVoided = 0 UNION ALL \(columns) WHERE isVoided <> 0)"
  }

  /// The number of the revision that holds on a day, which is bound by two parameters.
  private func holding(_ day: Int, _ recording: Int) -> String {
    """
    (CASE WHEN o.recordingId <= ?\(recording)
       AND \(notVoided(type.table, "o.id", recording))
     THEN (SELECT x.id FROM main.\(type.revisionTable) x
       WHERE x.id BETWEEN o.id << 20 AND (o.id << 20) + 1048575
         AND x.effectiveOn <= ?\(day) AND x.recordingId <= ?\(recording)
         \(isEachVoidable ? "AND " + notVoided(type.revisionTable, "x.id", recording) : "")
       ORDER BY x.effectiveOn DESC, x.recordingId DESC, x.id DESC LIMIT 1) END)
    """
  }

  private func notVoided(_ kind: String, _ id: String, _ recording: Int) -> String {
    """
    NOT EXISTS (SELECT 1 FROM main.voiding v WHERE v.kind = '\(kind)'
      AND v.recordId = \(id) AND v.recordingId <= ?\(recording))
    """
  }

  /// The recording by which a row was voided, null if it was not.
  static func voided(_ kind: String, _ id: String) -> String {
    """
    (SELECT min(v.recordingId) FROM main.voiding v WHERE v.kind = '\(kind)'
      AND v.recordId = \(id))
    """
  }

  /// All revisions of a record that are in effect and known on the later day, in the order in
  /// which they hold, and the recording by which the record was voided.
  func comparison(
    of id: Int64,
    _ days: ComparedDays,
    _ reader: Reader
  ) throws -> RecordComparison {
    let facts = type.fields.map { ", " + Reader.expression($0) }.joined()
    let voided = isEachVoidable ? Self.voided(type.revisionTable, "t.id") : "NULL"
    let rows = try Row.fetchAll(
      reader.database.cachedStatement(
        sql: """
          SELECT '', t.effectiveOn, t.sourceId, t.line, t.record\(facts), t.id, t.recordingId,
            \(voided), 1\(StateReading.numbers(type) { $0.columns })
          FROM main.\(type.revisionTable) t
          WHERE t.id BETWEEN ?1 << 20 AND (?1 << 20) + 1048575 AND t.effectiveOn <= ?2
            AND t.recordingId <= ?3 ORDER BY t.effectiveOn, t.recordingId, t.id
          """
      ),
      arguments: [id, days.later.text, days.later.recording]
    )
    return RecordComparison(
      type: type,
      days: days,
      table: type.revisionTable,
      number: id,
      states: try rows.map { try StateReading.state($0, type, reader) },
      isReplaced: false,
      voidedIn: try Int64.fetchOne(
        reader.database.cachedStatement(
          sql: "SELECT min(recordingId) FROM main.voiding WHERE kind = ? AND recordId = ?"
        ),
        arguments: [type.table, id]
      )
    )
  }
}
