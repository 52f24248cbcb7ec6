/// How well a process works that another party runs.
public struct ProcessEvaluation: StoredRecord {
  /// The kind of record.
  public static let type = RecordType(
    "processEvaluation",
    "processEvaluations",
    "How well a process works that another party runs.",
    [
      .required("party", .reference("party"), "the party"),
      .required("process", .text, "the process"),
      .required("evaluatedOn", .day, "when"),
      RecordField("result", .text, "what came out"),
    ]
  )

  /// The number in the store.
  public let id: Int64
  /// Our reference, unique among records of the kind.
  public let reference: String
  /// The party; its number in the store.
  public var party: Int64
  /// The process.
  public var process: String
  /// When.
  public var evaluatedOn: CivilDay
  /// What came out, or nil.
  public var result: String?

  /// Reads the record from its cells; see ``StoredRecord``.
  public init(_ row: inout RecordRow<some RecordCells>) throws(RecordFault) {
    id = try row.requiredInteger()
    reference = try row.requiredText()
    party = try row.requiredInteger()
    process = try row.requiredText()
    evaluatedOn = try row.requiredDay()
    result = row.text()
  }
}
