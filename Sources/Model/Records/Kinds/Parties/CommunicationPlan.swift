/// How we and a party agreed to talk.
public struct CommunicationPlan: StoredRecord {
  /// The kind of record.
  public static let type = RecordType(
    "communicationPlan",
    "communicationPlans",
    "How we and a party agreed to talk.",
    [
      .required("party", .reference("party"), "the party"),
      RecordField("channel", .text, "how"),
      RecordField("audience", .text, "with whom"),
      RecordField("frequency", .text, "how often"),
      RecordField("owner", .text, "who of us sees to it"),
      .required("approvedOn", .day, "when it was approved"),
    ]
  )

  /// The number in the store.
  public let id: Int64
  /// Our reference, unique among records of the kind.
  public let reference: String
  /// The party; its number in the store.
  public var party: Int64
  /// How, or nil.
  public var channel: String?
  /// With whom, or nil.
  public var audience: String?
  /// How often, or nil.
  public var frequency: String?
  /// Who of us sees to it, or nil.
  public var owner: String?
  /// When it was approved.
  public var approvedOn: CivilDay

  /// Reads the record from its cells; see ``StoredRecord``.
  public init(_ row: inout RecordRow<some RecordCells>) throws(RecordFault) {
    id = try row.requiredInteger()
    reference = try row.requiredText()
    party = try row.requiredInteger()
    channel = row.text()
    audience = row.text()
    frequency = row.text()
    owner = row.text()
    approvedOn = try row.requiredDay()
  }
}
