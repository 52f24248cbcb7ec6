/// That a customer agreed to a service.
public struct ServiceAcceptance: StoredRecord {
  /// The kind of record.
  public static let type = RecordType(
    "serviceAcceptance",
    "serviceAcceptances",
    "That a customer agreed to a service.",
    [
      .required("service", .reference("service"), "the service"),
      .required("party", .reference("party"), "the customer"),
      .required("agreedOn", .day, "when"),
      RecordField("evidence", .text, "where that is written: a contract, a mail, minutes"),
    ]
  )

  /// The number in the store.
  public let id: Int64
  /// Our reference, unique among records of the kind.
  public let reference: String
  /// The service; its number in the store.
  public var service: Int64
  /// The customer; its number in the store.
  public var party: Int64
  /// When.
  public var agreedOn: CivilDay
  /// Where that is written: a contract, a mail, minutes, or nil.
  public var evidence: String?

  /// Reads the record from its cells; see ``StoredRecord``.
  public init(_ row: inout RecordRow<some RecordCells>) throws(RecordFault) {
    id = try row.requiredInteger()
    reference = try row.requiredText()
    service = try row.requiredInteger()
    party = try row.requiredInteger()
    agreedOn = try row.requiredDay()
    evidence = row.text()
  }
}
