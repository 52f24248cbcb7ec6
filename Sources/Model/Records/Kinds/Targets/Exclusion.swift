/// Time or cases that do not count in a measurement.
public struct Exclusion: StoredRecord {
  /// What sort.
  public enum Kind: String, Sendable, CaseIterable {
    case maintenance, customerFault, forceMajeure, other
  }

  /// The kind of record.
  public static let type = RecordType(
    "exclusion",
    "exclusions",
    "Time or cases that do not count in a measurement.",
    [
      .required("measurement", .reference("measurement"), "the measurement"),
      .required("kind", .choice(Kind.self), "what sort"),
      .required("seconds", .count, "how long"),
      .required("reason", .text, "why"),
      RecordField("approvedBy", .text, "who agreed"),
      RecordField("noticeGivenOn", .day, "when maintenance was announced"),
    ]
  )

  /// The number in the store.
  public let id: Int64
  /// Our reference, unique among records of the kind.
  public let reference: String
  /// The measurement; its number in the store.
  public var measurement: Int64
  /// What sort.
  public var kind: Kind
  /// How long.
  public var seconds: Int64
  /// Why.
  public var reason: String
  /// Who agreed, or nil.
  public var approvedBy: String?
  /// When maintenance was announced, or nil.
  public var noticeGivenOn: CivilDay?

  /// Reads the record from its cells; see ``StoredRecord``.
  public init(_ row: inout RecordRow<some RecordCells>) throws(RecordFault) {
    id = try row.requiredInteger()
    reference = try row.requiredText()
    measurement = try row.requiredInteger()
    kind = try row.requiredChoice()
    seconds = try row.requiredInteger()
    reason = try row.requiredText()
    approvedBy = row.text()
    noticeGivenOn = try row.day()
  }
}
