/// How important a supplier is and how risky.
public struct TierAssessment: StoredRecord {
  /// The tier set by a person instead.
  public enum OverrideTier: String, Sendable, CaseIterable {
    case strategic, tactical, operational, commodity
  }

  /// The kind of record.
  public static let type = RecordType(
    "tierAssessment",
    "tierAssessments",
    "How important a supplier is and how risky.",
    [
      .required("party", .reference("party"), "the supplier"),
      .required("impact", .count, "value and importance, 1 to 5"),
      .required("risk", .count, "supply risk, 1 to 5"),
      RecordField("overrideTier", .choice(OverrideTier.self), "the tier set by a person instead"),
      RecordField("overrideReason", .text, "why"),
      RecordField("isCritical", .flag, "whether it supports a critical or important function"),
      RecordField("underDora", .flag, "whether DORA applies to it"),
      RecordField("underNis2", .flag, "whether NIS2 applies to it"),
      .required("assessedOn", .day, "when"),
      RecordField("assessedBy", .text, "by whom"),
    ]
  )

  /// The number in the store.
  public let id: Int64
  /// Our reference, unique among records of the kind.
  public let reference: String
  /// The supplier; its number in the store.
  public var party: Int64
  /// Value and importance, 1 to 5.
  public var impact: Int64
  /// Supply risk, 1 to 5.
  public var risk: Int64
  /// The tier set by a person instead, or nil.
  public var overrideTier: OverrideTier?
  /// Why, or nil.
  public var overrideReason: String?
  /// Whether it supports a critical or important function, or nil.
  public var isCritical: Bool?
  /// Whether DORA applies to it, or nil.
  public var underDora: Bool?
  /// Whether NIS2 applies to it, or nil.
  public var underNis2: Bool?
  /// When.
  public var assessedOn: CivilDay
  /// By whom, or nil.
  public var assessedBy: String?

  /// Reads the record from its cells; see ``StoredRecord``.
  public init(_ row: inout RecordRow<some RecordCells>) throws(RecordFault) {
    id = try row.requiredInteger()
    reference = try row.requiredText()
    party = try row.requiredInteger()
    impact = try row.requiredInteger()
    risk = try row.requiredInteger()
    overrideTier = try row.choice()
    overrideReason = row.text()
    isCritical = row.flag()
    underDora = row.flag()
    underNis2 = row.flag()
    assessedOn = try row.requiredDay()
    assessedBy = row.text()
  }
}
