/// Parts of a service that it needs all, any or some of.
public struct DependencyGroup: StoredRecord {
  /// How many of the members must work.
  public enum Rule: String, Sendable, CaseIterable {
    case allOf, anyOf, kOf
  }

  /// The kind of record.
  public static let type = RecordType(
    "dependencyGroup",
    "dependencyGroups",
    "Parts of a service that it needs all, any or some of.",
    [
      .required("service", .reference("service"), "the service"),
      .required("rule", .choice(Rule.self), "how many of the members must work"),
      RecordField("required", .count, "how many, for kOf"),
      RecordField(
        "within",
        .reference("dependencyGroup"),
        "the group that this one is a member of"
      ),
      RecordField("name", .text, "what it is called"),
    ]
  )

  /// The number in the store.
  public let id: Int64
  /// Our reference, unique among records of the kind.
  public let reference: String
  /// The service; its number in the store.
  public var service: Int64
  /// How many of the members must work.
  public var rule: Rule
  /// How many, for kOf, or nil.
  public var required: Int64?
  /// The group that this one is a member of; its number in the store, or nil.
  public var within: Int64?
  /// What it is called, or nil.
  public var name: String?

  /// Reads the record from its cells; see ``StoredRecord``.
  public init(_ row: inout RecordRow<some RecordCells>) throws(RecordFault) {
    id = try row.requiredInteger()
    reference = try row.requiredText()
    service = try row.requiredInteger()
    rule = try row.requiredChoice()
    required = row.integer()
    within = row.integer()
    name = row.text()
  }
}
