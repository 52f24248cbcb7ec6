/// An item on the agenda of a review, with what came out.
public struct Topic: StoredRecord {
  /// What was talked about.
  public enum Kind: String, Sendable, CaseIterable {
    case performance, outcome, scope, agreement, needs, businessChange, complaints, satisfaction
    case obligations, contentItems, price, security, risk, tier, exitPlan, other
  }

  /// The kind of record.
  public static let type = RecordType(
    "topic",
    "topics",
    "An item on the agenda of a review, with what came out.",
    [
      .required("review", .reference("review"), "the review"),
      .required("kind", .choice(Kind.self), "what was talked about"),
      RecordField("outcome", .text, "what came out"),
      RecordField("demand", .text, "the reference of a demand that came out of it"),
    ]
  )

  /// The number in the store.
  public let id: Int64
  /// Our reference, unique among records of the kind.
  public let reference: String
  /// The review; its number in the store.
  public var review: Int64
  /// What was talked about.
  public var kind: Kind
  /// What came out, or nil.
  public var outcome: String?
  /// The reference of a demand that came out of it, or nil.
  public var demand: String?

  /// Reads the record from its cells; see ``StoredRecord``.
  public init(_ row: inout RecordRow<some RecordCells>) throws(RecordFault) {
    id = try row.requiredInteger()
    reference = try row.requiredText()
    review = try row.requiredInteger()
    kind = try row.requiredChoice()
    outcome = row.text()
    demand = row.text()
  }
}
