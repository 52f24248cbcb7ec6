/// A file or record that proves something: a report, a certificate, a test.
public struct Proof: StoredRecord {
  /// What sort.
  public enum Kind: String, Sendable, CaseIterable {
    case serviceReport, iso27001, iso20000, iso22301, iso9001, soc1, soc2, bridgeLetter
    case penetrationTest, continuityTest, insurance, financial, audit, subSupplierControl
    case subSupplierList, minutes, other
  }

  /// The kind of record.
  public static let type = RecordType(
    "proof",
    "proofs",
    "A file or record that proves something: a report, a certificate, a test.",
    [
      .required("kind", .choice(Kind.self), "what sort"),
      .required("title", .text, "what it is"),
      RecordField("party", .reference("party"), "the party it comes from"),
      RecordField("agreement", .reference("agreement"), "the agreement"),
      RecordField("obligation", .reference("obligation"), "the obligation it is for"),
      RecordField("dueOn", .day, "the due day of the instance it is for"),
      .required("receivedOn", .day, "when it arrived"),
      RecordField("issuer", .text, "who issued it"),
      RecordField("subject", .text, "whose legal name it bears"),
      RecordField("scope", .text, "what it covers"),
      RecordField("number", .text, "its own number"),
      RecordField("validFrom", .day, "the first day of its validity"),
      RecordField("validThrough", .day, "the last day of its validity"),
      RecordField("periodStart", .day, "the first day of the period it reports on"),
      RecordField("periodEnd", .day, "the last day of the period it reports on"),
      RecordField("sha256", .text, "the SHA-256 of the file among the originals"),
      RecordField("messageId", .text, "the message it came with"),
    ]
  )

  /// The number in the store.
  public let id: Int64
  /// Our reference, unique among records of the kind.
  public let reference: String
  /// What sort.
  public var kind: Kind
  /// What it is.
  public var title: String
  /// The party it comes from; its number in the store, or nil.
  public var party: Int64?
  /// The agreement; its number in the store, or nil.
  public var agreement: Int64?
  /// The obligation it is for; its number in the store, or nil.
  public var obligation: Int64?
  /// The due day of the instance it is for, or nil.
  public var dueOn: CivilDay?
  /// When it arrived.
  public var receivedOn: CivilDay
  /// Who issued it, or nil.
  public var issuer: String?
  /// Whose legal name it bears, or nil.
  public var subject: String?
  /// What it covers, or nil.
  public var scope: String?
  /// Its own number, or nil.
  public var number: String?
  /// The first day of its validity, or nil.
  public var validFrom: CivilDay?
  /// The last day of its validity, or nil.
  public var validThrough: CivilDay?
  /// The first day of the period it reports on, or nil.
  public var periodStart: CivilDay?
  /// The last day of the period it reports on, or nil.
  public var periodEnd: CivilDay?
  /// The SHA-256 of the file among the originals, or nil.
  public var sha256: String?
  /// The message it came with, or nil.
  public var messageId: String?

  /// Reads the record from its cells; see ``StoredRecord``.
  public init(_ row: inout RecordRow<some RecordCells>) throws(RecordFault) {
    id = try row.requiredInteger()
    reference = try row.requiredText()
    kind = try row.requiredChoice()
    title = try row.requiredText()
    party = row.integer()
    agreement = row.integer()
    obligation = row.integer()
    dueOn = try row.day()
    receivedOn = try row.requiredDay()
    issuer = row.text()
    subject = row.text()
    scope = row.text()
    number = row.text()
    validFrom = try row.day()
    validThrough = try row.day()
    periodStart = try row.day()
    periodEnd = try row.day()
    sha256 = row.text()
    messageId = row.text()
  }
}
