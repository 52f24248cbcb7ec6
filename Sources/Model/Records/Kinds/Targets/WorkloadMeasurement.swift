/// The volume of a period.
public struct WorkloadMeasurement: StoredRecord {
  /// The kind of record.
  public static let type = RecordType(
    "workloadMeasurement",
    "workloadMeasurements",
    "The volume of a period.",
    [
      .required("workloadLimit", .reference("workloadLimit"), "the limit"),
      .required("periodStart", .day, "the first day of the period"),
      .required("periodEnd", .day, "the last day of the period"),
      RecordField("actual", .decimal, "what was counted"),
      RecordField("note", .text, "what was done about it"),
    ]
  )

  /// The number in the store.
  public let id: Int64
  /// Our reference, unique among records of the kind.
  public let reference: String
  /// The limit; its number in the store.
  public var workloadLimit: Int64
  /// The first day of the period.
  public var periodStart: CivilDay
  /// The last day of the period.
  public var periodEnd: CivilDay
  /// What was counted, or nil.
  public var actual: DecimalNumber?
  /// What was done about it, or nil.
  public var note: String?

  /// Reads the record from its cells; see ``StoredRecord``.
  public init(_ row: inout RecordRow<some RecordCells>) throws(RecordFault) {
    id = try row.requiredInteger()
    reference = try row.requiredText()
    workloadLimit = try row.requiredInteger()
    periodStart = try row.requiredDay()
    periodEnd = try row.requiredDay()
    actual = try row.decimal()
    note = row.text()
  }
}
