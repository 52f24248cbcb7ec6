import Model

/// The tables whose rows the journal's digests cover, with the columns that are covered.
///
/// A column that is missing here (`agreement.isVoided`) is derived and checked by ``Doctor``.
/// The canonical form of a row is, for each column that is not null in the order of this list:
/// the column's number as one byte, then `i` and eight bytes little-endian for an integer, or
/// `t` (text) or `b` (blob), four bytes little-endian for the length, and the bytes; then 0xFF.
/// `recordingId` and `sequence`, which end every list, always have the numbers 0xFD and 0xFE, so
/// that a column added before them later leaves the digests of older rows as they are.
struct AuditedTable: Sendable {
  /// The numbers of `recordingId` and `sequence` in the canonical form.
  static let recordingNumber: UInt8 = 0xFD
  static let sequenceNumber: UInt8 = 0xFE

  let name: String
  let columns: [String]

  init(_ name: String, _ columns: String) {
    self.name = name
    self.columns = columns.split(separator: " ").map(String.init)
  }

  /// All of them, in the order in which they are checked.
  static let all: [AuditedTable] =
    register + RecordType.all.flatMap { [table(of: $0), revisionTable(of: $0)] }

  private static let register: [AuditedTable] = [
    table("voiding", "kind recordId reason"),
    table("original", "id sha256 byteCount"),
    table("scheme", "id name"),
    table("batch", "id profile profileDigest schemeId effectiveOn summary"),
    table("batchSource", "id batchId path originalId"),
    table("batchUndo", "batchId"),
    table("importConflict", "id batchId agreementId field kept offered"),
    table("setting", "id key value effectiveOn sourceId line record"),
    table(
      "calendar",
      "id reference zone country windows validFrom validThrough effectiveOn sourceId line record"
    ),
    table(
      "calendarException",
      "id calendarReference day windows name effectiveOn sourceId line record"
    ),
    table("person", "id reference"),
    table("personRevision", "id personId name email phone leadId effectiveOn sourceId line record"),
    table("absence", "id personId startsOn endsOn deputyId effectiveOn sourceId line record"),
    table("service", "id reference"),
    table(
      "serviceRevision",
      "id serviceId name description effectiveOn sourceId line record liveFrom liveThrough"
    ),
    table("party", "id reference isOwn"),
    partyRevision,
    table(
      "partyRole",
      "id partyId role validFrom validThrough sourceId line record effectiveOn"
    ),
    table("partyIdentifier", "schemeId value partyId raw sourceId line record"),
    table("partyName", "schemeId nameKey partyId"),
    table(
      "contact",
      "id partyId name email phone function validFrom validThrough sourceId line record effectiveOn"
    ),
    table("agreement", "id reference schemeId"),
    table(
      "agreementIdentifier",
      "schemeId value agreementId isKey sourceId line record"
    ),
    table(
      "agreementVersion",
      "agreementId number effectiveFrom amendment title valueChange valueCurrency sourceId line record effectiveOn"
    ),
    agreementRevision,
    table(
      "agreementParty",
      "id agreementId role partyId isPresent position sourceId line record effectiveOn"
    ),
    table(
      "agreementMention",
      "agreementId kind name isPresent detail locator checkedBy checkedOn originalId sourceId line record effectiveOn"
    ),
    table("sourcePresence", "schemeId agreementId isPresent action"),
    table(
      "assignment",
      "id role personId deputyId partyId agreementId validFrom validThrough effectiveOn sourceId line record"
    ),
  ]

  private static let partyRevision = table(
    "partyRevision",
    "id partyId name legalForm country address postalCode city region email phone website tier parentId note changed sourceId line record effectiveOn"
  )

  private static let agreementRevision = table(
    "agreementRevision",
    "id agreementId versionNumber "
      + AgreementFacts.columns.joined(separator: " ")
      + " changed sourceId line record digest effectiveOn"
  )

  /// The table of what records of a kind are known by.
  private static func table(of type: RecordType) -> AuditedTable {
    table(type.table, "id reference")
  }

  /// The table of the revisions of records of a kind.
  private static func revisionTable(of type: RecordType) -> AuditedTable {
    let facts = type.fields.flatMap(\.columns).joined(separator: " ")
    return table(
      type.revisionTable,
      "id \(type.name)Id \(facts) sourceId line record effectiveOn"
    )
  }

  /// A table with these columns, followed by the two that place a row in the journal.
  private static func table(_ name: String, _ columns: String) -> AuditedTable {
    AuditedTable(name, columns + " recordingId sequence")
  }

  static func named(_ name: String) -> AuditedTable? { byName[name] }

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
}
