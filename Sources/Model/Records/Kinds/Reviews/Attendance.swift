/// Somebody who took part in a review.
public struct Attendance: StoredRecord {
  /// For whom.
  public enum Side: String, Sendable, CaseIterable {
    case ours, theirs
  }

  /// The kind of record.
  public static let type = RecordType(
    "attendance",
    "attendances",
    "Somebody who took part in a review.",
    [
      .required("review", .reference("review"), "the review"),
      .required("name", .text, "who"),
      .required("side", .choice(Side.self), "for whom"),
      RecordField("function", .text, "in what function"),
    ]
  )

  /// The number in the store.
  public let id: Int64
  /// Our reference, unique among records of the kind.
  public let reference: String
  /// The review; its number in the store.
  public var review: Int64
  /// Who.
  public var name: String
  /// For whom.
  public var side: Side
  /// In what function, or nil.
  public var function: String?

  /// Reads the record from its cells; see ``StoredRecord``.
  public init(_ row: inout RecordRow<some RecordCells>) throws(RecordFault) {
    id = try row.requiredInteger()
    reference = try row.requiredText()
    review = try row.requiredInteger()
    name = try row.requiredText()
    side = try row.requiredChoice()
    function = row.text()
  }
}
