/// That the list of customers, users and interested parties was confirmed.
public struct StakeholderConfirmation: StoredRecord {
  /// The kind of record.
  public static let type = RecordType(
    "stakeholderConfirmation",
    "stakeholderConfirmations",
    "That the list of customers, users and interested parties was confirmed.",
    [
      .required("party", .reference("party"), "the party"),
      .required("confirmedOn", .day, "when"),
      RecordField("confirmedBy", .text, "by whom"),
    ]
  )

  /// The number in the store.
  public let id: Int64
  /// Our reference, unique among records of the kind.
  public let reference: String
  /// The party; its number in the store.
  public var party: Int64
  /// When.
  public var confirmedOn: CivilDay
  /// By whom, or nil.
  public var confirmedBy: String?

  /// Reads the record from its cells; see ``StoredRecord``.
  public init(_ row: inout RecordRow<some RecordCells>) throws(RecordFault) {
    id = try row.requiredInteger()
    reference = try row.requiredText()
    party = try row.requiredInteger()
    confirmedOn = try row.requiredDay()
    confirmedBy = row.text()
  }
}
