/// A volume that a service is built for.
public struct WorkloadLimit: StoredRecord {
  /// The period it is counted over.
  public typealias Window = CalendarWindow

  /// The kind of record.
  public static let type = RecordType(
    "workloadLimit",
    "workloadLimits",
    "A volume that a service is built for.",
    [
      .required("agreement", .reference("agreement"), "the agreement"),
      RecordField("service", .reference("service"), "the service"),
      .required("metric", .text, "what is counted"),
      .required("value", .decimal, "the limit"),
      RecordField("unit", .text, "the unit"),
      .required("window", .choice(Window.self), "the period it is counted over"),
    ]
  )

  /// The number in the store.
  public let id: Int64
  /// Our reference, unique among records of the kind.
  public let reference: String
  /// The agreement; its number in the store.
  public var agreement: Int64
  /// The service; its number in the store, or nil.
  public var service: Int64?
  /// What is counted.
  public var metric: String
  /// The limit.
  public var value: DecimalNumber
  /// The unit, or nil.
  public var unit: String?
  /// The period it is counted over.
  public var window: Window

  /// Reads the record from its cells; see ``StoredRecord``.
  public init(_ row: inout RecordRow<some RecordCells>) throws(RecordFault) {
    id = try row.requiredInteger()
    reference = try row.requiredText()
    agreement = try row.requiredInteger()
    service = row.integer()
    metric = try row.requiredText()
    value = try row.requiredDecimal()
    unit = row.text()
    window = try row.requiredChoice()
  }
}
