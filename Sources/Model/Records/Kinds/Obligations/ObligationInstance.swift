/// What was settled about one due day of an obligation.
public struct ObligationInstance: StoredRecord {
  /// Whether it was waived or fell away.
  public enum State: String, Sendable, CaseIterable {
    case waived, cancelled
  }

  /// The kind of record.
  public static let type = RecordType(
    "obligationInstance",
    "obligationInstances",
    "What was settled about one due day of an obligation.",
    [
      .required("obligation", .reference("obligation"), "the obligation"),
      .required("dueOn", .day, "the due day"),
      .required("state", .choice(State.self), "whether it was waived or fell away"),
      RecordField("decidedBy", .text, "by whom"),
      .required("reason", .text, "why"),
    ]
  )

  /// The number in the store.
  public let id: Int64
  /// Our reference, unique among records of the kind.
  public let reference: String
  /// The obligation; its number in the store.
  public var obligation: Int64
  /// The due day.
  public var dueOn: CivilDay
  /// Whether it was waived or fell away.
  public var state: State
  /// By whom, or nil.
  public var decidedBy: String?
  /// Why.
  public var reason: String

  /// Reads the record from its cells; see ``StoredRecord``.
  public init(_ row: inout RecordRow<some RecordCells>) throws(RecordFault) {
    id = try row.requiredInteger()
    reference = try row.requiredText()
    obligation = try row.requiredInteger()
    dueOn = try row.requiredDay()
    state = try row.requiredChoice()
    decidedBy = row.text()
    reason = try row.requiredText()
  }
}
