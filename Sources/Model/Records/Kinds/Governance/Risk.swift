/// A known gap.
public struct Risk: StoredRecord {
  /// Whether it still is there.
  public enum State: String, Sendable, CaseIterable {
    case open, closed
  }

  /// The kind of record.
  public static let type = RecordType(
    "risk",
    "risks",
    "A known gap.",
    [
      .required("title", .text, "what may happen"),
      RecordField("party", .reference("party"), "the party"),
      RecordField("agreement", .reference("agreement"), "the agreement"),
      RecordField("service", .reference("service"), "the service"),
      RecordField("owner", .text, "who watches it"),
      RecordField("state", .choice(State.self), "whether it still is there"),
    ]
  )

  /// The number in the store.
  public let id: Int64
  /// Our reference, unique among records of the kind.
  public let reference: String
  /// What may happen.
  public var title: String
  /// The party; its number in the store, or nil.
  public var party: Int64?
  /// The agreement; its number in the store, or nil.
  public var agreement: Int64?
  /// The service; its number in the store, or nil.
  public var service: Int64?
  /// Who watches it, or nil.
  public var owner: String?
  /// Whether it still is there, or nil.
  public var state: State?

  /// Reads the record from its cells; see ``StoredRecord``.
  public init(_ row: inout RecordRow<some RecordCells>) throws(RecordFault) {
    id = try row.requiredInteger()
    reference = try row.requiredText()
    title = try row.requiredText()
    party = row.integer()
    agreement = row.integer()
    service = row.integer()
    owner = row.text()
    state = try row.choice()
  }
}
