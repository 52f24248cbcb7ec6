/// A part that a service is made of.
public struct Component: StoredRecord {
  /// What data of ours it handles.
  public enum DataClass: String, Sendable, CaseIterable {
    case none, `internal`, personal, critical
  }

  /// The kind of record.
  public static let type = RecordType(
    "component",
    "components",
    "A part that a service is made of.",
    [
      .required("name", .text, "what it is"),
      .required("service", .reference("service"), "the service it belongs to"),
      RecordField("operatedBy", .reference("party"), "the party that runs it; none for ourselves"),
      RecordField(
        "agreement",
        .reference("agreement"),
        "the agreement under which it is delivered"
      ),
      RecordField("availability", .decimal, "the availability promised for it, in per cent"),
      RecordField("site", .text, "where it stands"),
      RecordField("network", .text, "the network it hangs on"),
      RecordField("dependencyGroup", .reference("dependencyGroup"), "the group it is a member of"),
      RecordField("dataClass", .choice(DataClass.self), "what data of ours it handles"),
    ]
  )

  /// The number in the store.
  public let id: Int64
  /// Our reference, unique among records of the kind.
  public let reference: String
  /// What it is.
  public var name: String
  /// The service it belongs to; its number in the store.
  public var service: Int64
  /// The party that runs it; none for ourselves; its number in the store, or nil.
  public var operatedBy: Int64?
  /// The agreement under which it is delivered; its number in the store, or nil.
  public var agreement: Int64?
  /// The availability promised for it, in per cent, or nil.
  public var availability: DecimalNumber?
  /// Where it stands, or nil.
  public var site: String?
  /// The network it hangs on, or nil.
  public var network: String?
  /// The group it is a member of; its number in the store, or nil.
  public var dependencyGroup: Int64?
  /// What data of ours it handles, or nil.
  public var dataClass: DataClass?

  /// Reads the record from its cells; see ``StoredRecord``.
  public init(_ row: inout RecordRow<some RecordCells>) throws(RecordFault) {
    id = try row.requiredInteger()
    reference = try row.requiredText()
    name = try row.requiredText()
    service = try row.requiredInteger()
    operatedBy = row.integer()
    agreement = row.integer()
    availability = try row.decimal()
    site = row.text()
    network = row.text()
    dependencyGroup = row.integer()
    dataClass = try row.choice()
  }
}
