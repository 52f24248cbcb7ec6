/// A report that is owed to somebody again and again.
public struct ReportSpecification: StoredRecord {
  /// What sort.
  public enum Kind: String, Sendable, CaseIterable {
    case service, complaints, other
  }

  /// The period it reports on.
  public typealias Window = CalendarWindow

  /// The kind of record.
  public static let type = RecordType(
    "reportSpecification",
    "reportSpecifications",
    "A report that is owed to somebody again and again.",
    [
      .required("kind", .choice(Kind.self), "what sort"),
      .required("title", .text, "what it is called"),
      RecordField("agreement", .reference("agreement"), "the agreement that asks for it"),
      RecordField("party", .reference("party"), "who gets it"),
      .required("window", .choice(Window.self), "the period it reports on"),
      .required("startsOn", .day, "the first day of the first period"),
      RecordField("dueOffset", .duration, "how long after the period it is due"),
      RecordField("recipients", .text, "who gets it, by name"),
    ]
  )

  /// The number in the store.
  public let id: Int64
  /// Our reference, unique among records of the kind.
  public let reference: String
  /// What sort.
  public var kind: Kind
  /// What it is called.
  public var title: String
  /// The agreement that asks for it; its number in the store, or nil.
  public var agreement: Int64?
  /// Who gets it; its number in the store, or nil.
  public var party: Int64?
  /// The period it reports on.
  public var window: Window
  /// The first day of the first period.
  public var startsOn: CivilDay
  /// How long after the period it is due, or nil.
  public var dueOffset: Period?
  /// Who gets it, by name, or nil.
  public var recipients: String?

  /// Reads the record from its cells; see ``StoredRecord``.
  public init(_ row: inout RecordRow<some RecordCells>) throws(RecordFault) {
    id = try row.requiredInteger()
    reference = try row.requiredText()
    kind = try row.requiredChoice()
    title = try row.requiredText()
    agreement = row.integer()
    party = row.integer()
    window = try row.requiredChoice()
    startsOn = try row.requiredDay()
    dueOffset = try row.duration()
    recipients = row.text()
  }
}
