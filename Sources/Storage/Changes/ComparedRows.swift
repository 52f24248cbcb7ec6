import GRDB
import Model

/// A kind of record that is one row, or one row for each time it was said, of which two days are
/// compared.
///
/// Rows with the same keys are the same record.
struct ComparedRows {
  let entry: EntryType
  /// The fact that names what the record is a part of: `agreement`, `party`, or nil for none.
  let whole: String?
  /// The number by which a row is voided, as SQL of a row named `t`; nil if none ever is.
  private let number: String?
  /// Whether something takes part, as SQL.
  private let presence: String
  /// Whether of several rows the one with the latest day holds, and not the latest recorded.
  private let isLatestDayRead: Bool

  private init(
    _ entry: EntryType,
    whole: String? = nil,
    number: String? = "t.id",
    presence: String = "1",
    isLatestDayRead: Bool = false
  ) {
    self.entry = entry
    self.whole = whole
    self.number = number
    self.presence = presence
    self.isLatestDayRead = isLatestDayRead
  }

  /// Versions, parties and mentions of agreements.
  static let partsOfAgreements = [
    ComparedRows(
      .amendment,
      whole: "agreement",
      number: "(t.agreementId << 20) + t.number"
    ),
    ComparedRows(.agreementParty, whole: "agreement", number: nil, presence: "t.isPresent"),
    ComparedRows(.agreementMention, whole: "agreement", number: nil, presence: "t.isPresent"),
  ]

  /// Roles and contacts of parties, and who of us answers for what.
  static let partsOfParties =
    named(["role", "contact"], whole: "party") + named(["assignment"], whole: nil)

  /// What is kept about the organisation itself.
  static let organization =
    named(["absence", "exception"], whole: nil)
    + named(["calendar", "setting"], whole: nil, isLatestDayRead: true)

  private static func named(
    _ names: [String],
    whole: String?,
    isLatestDayRead: Bool = false
  ) -> [ComparedRows] {
    names.compactMap(EntryType.named).map {
      ComparedRows($0, whole: whole, isLatestDayRead: isLatestDayRead)
    }
  }

  /// Hands over each record that may differ, by its keys.
  ///
  /// - Throws: What reading throws; what the body throws.
  func forEach(
    _ days: ComparedDays,
    _ reader: Reader,
    _ body: (RecordComparison) throws -> Void
  ) throws {
    let rows = try Row.fetchCursor(
      reader.database,
      sql: sql,
      arguments: [
        days.earlier.text, days.earlier.recording, days.later.text, days.later.recording,
      ]
    )
    var key = ""
    var states: [RecordState] = []
    while let row = try rows.next() {
      let next: String = row[row.count - 1]
      if next != key, !states.isEmpty {
        try body(comparison(states, days))
        states = []
      }
      key = next
      states.append(try StateReading.state(row, entry.type, reader))
    }
    if !states.isEmpty { try body(comparison(states, days)) }
  }

  private func comparison(_ states: [RecordState], _ days: ComparedDays) -> RecordComparison {
    RecordComparison(
      type: entry.type,
      days: days,
      table: entry.table,
      number: nil,
      states: states,
      isReplaced: true,
      voidedIn: nil
    )
  }

  // MARK: SQL

  private var sql: String {
    let facts = entry.type.fields.map { ", " + Reader.expression($0, entry) }.joined()
    return """
      SELECT '', t.effectiveOn, t.sourceId, t.line, t.record\(facts), \(number ?? "t.rowNumber"),
        t.recordingId, \(number.map { ComparedRevisions.voided(entry.table, $0) } ?? "NULL"),
        \(presence)\(StateReading.numbers(entry.type) { entry.columns(of: $0) }), \(keyText)
      FROM \(relation) t WHERE t.recordingId <= ?4 AND t.effectiveOn <= ?3\(scope)
      ORDER BY \(order)
      """
  }

  /// The rows, with a number where they have none.
  private var relation: String {
    guard number == nil else { return "main.\(entry.table)" }
    return "(SELECT *, (recordingId << 20) + sequence AS rowNumber FROM main.\(entry.table))"
  }

  private var keyColumns: [String] {
    entry.keys.compactMap { entry.type.field($0) }.flatMap { entry.columns(of: $0) }
      .map { "t.\($0)" }
  }

  private var keyText: String {
    keyColumns.map { "quote(\($0))" }.joined(separator: " || ',' || ")
  }

  private var order: String {
    let names = entry.keys.compactMap { entry.type.field($0) }.map { Reader.expression($0, entry) }
    let days = isLatestDayRead ? ["t.effectiveOn"] : []
    return (names + keyColumns + days + ["t.recordingId", "t.sequence"]).joined(separator: ", ")
  }

  /// Of the parts of agreements only those of agreements of which some part differs; nothing of
  /// what was voided with its whole.
  private var scope: String {
    guard let whole, let field = entry.type.field(whole) else { return "" }
    let owner = entry.columns(of: field)[0]
    var scope = """
       AND NOT EXISTS (SELECT 1 FROM main.voiding v WHERE v.kind = '\(whole)'
        AND v.recordId = t.\(owner) AND v.recordingId <= ?4)
      """
    guard whole == "agreement" else { return scope }
    scope += """
       AND t.\(owner) IN (SELECT u.\(owner) FROM main.\(entry.table) u
        WHERE (u.effectiveOn > ?1 AND u.effectiveOn <= ?3)
          OR (u.recordingId > ?2 AND u.recordingId <= ?4)
        UNION SELECT v.recordId >> 20 FROM main.voiding v WHERE v.kind = '\(entry.table)'
          AND v.recordingId > ?2 AND v.recordingId <= ?4)
      """
    return scope
  }
}

extension EntryType {
  /// Versions of agreements after the first known one, as their sources name them.
  fileprivate static let amendment = EntryType(
    RecordType(
      "amendment",
      "amendments",
      "A version of an agreement.",
      [
        .required("agreement", .reference("agreement"), "the agreement"),
        .required("number", .count, "the number of the version"),
        RecordField("effectiveFrom", .day, "the day it took effect by its source"),
        RecordField("amendment", .text, "the source's own name"),
        RecordField("title", .text, "what it changed"),
        RecordField("valueChange", .money, "by how much it changed the value"),
      ]
    ),
    keys: ["agreement", "number"],
    table: "agreementVersion",
    columns: ["valueChange": ["valueChange", "valueCurrency"]]
  )

  /// Parties that take part in agreements.
  fileprivate static let agreementParty = EntryType(
    RecordType(
      "agreementParty",
      "agreementParties",
      "A party that takes part in an agreement.",
      [
        .required("agreement", .reference("agreement"), "the agreement"),
        .required("role", .text, "buyer, supplier or signatory"),
        .required("party", .reference("party"), "the party"),
      ]
    ),
    keys: ["agreement", "role", "party"]
  )

  /// Services, content items and documents of agreements.
  fileprivate static let agreementMention = EntryType(
    RecordType(
      "agreementMention",
      "agreementMentions",
      "Something that an agreement covers, contains or is written in.",
      [
        .required("agreement", .reference("agreement"), "the agreement"),
        .required("kind", .text, "service, contentItem or document"),
        .required("name", .text, "its name"),
        RecordField("detail", .text, "the state of a content item, the address of a document"),
        RecordField("locator", .text, "where in the agreement"),
        RecordField("checkedBy", .text, "who looked"),
        RecordField("checkedOn", .day, "when somebody looked"),
      ]
    ),
    keys: ["agreement", "kind", "name"]
  )
}
