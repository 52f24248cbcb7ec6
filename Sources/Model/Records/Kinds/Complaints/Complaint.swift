/// That somebody is dissatisfied and expects an answer.
public struct Complaint: StoredRecord {
  /// How it arrived.
  public enum Channel: String, Sendable, CaseIterable {
    case mail, telephone, letter, meeting, portal, other
  }

  /// How grave.
  public enum Severity: String, Sendable, CaseIterable {
    case critical, major, minor
  }

  /// Who caused it.
  public enum Responsible: String, Sendable, CaseIterable {
    case us, supplier, customer, unclear
  }

  /// What was decided.
  public enum Decision: String, Sendable, CaseIterable {
    case upheld, partlyUpheld, notUpheld
  }

  /// How it was closed.
  public enum ClosureKind: String, Sendable, CaseIterable {
    case agreed, deemed, exhausted, withdrawn, duplicate, reclassified
  }

  /// The kind of record.
  public static let type = RecordType(
    "complaint",
    "complaints",
    "That somebody is dissatisfied and expects an answer.",
    [
      .required("receivedAt", .instant, "when it arrived"),
      RecordField("party", .reference("party"), "the customer"),
      RecordField("complainant", .text, "who complains"),
      RecordField("address", .text, "where to answer"),
      RecordField("channel", .choice(Channel.self), "how it arrived"),
      RecordField("messageId", .text, "the message it came with"),
      RecordField("service", .reference("service"), "the service it is about"),
      RecordField("agreement", .reference("agreement"), "the agreement"),
      RecordField("description", .text, "what is wrong"),
      RecordField("remedySought", .text, "what the complainant wants"),
      RecordField("isFormal", .flag, "whether it meets the agreed definition"),
      RecordField("severity", .choice(Severity.self), "how grave"),
      RecordField("owner", .reference("person"), "who of us handles it"),
      RecordField("calendar", .text, "the calendar that its clocks run on"),
      RecordField("immediateAction", .text, "what was done at once"),
      RecordField("findings", .text, "what the investigation found"),
      RecordField("cause", .text, "the cause"),
      RecordField("responsible", .choice(Responsible.self), "who caused it"),
      RecordField(
        "supplierAgreement",
        .reference("agreement"),
        "the supplier's agreement, if a supplier caused it"
      ),
      RecordField("dispute", .reference("dispute"), "the dispute it led to"),
      RecordField("decision", .choice(Decision.self), "what was decided"),
      RecordField("remedy", .text, "what is done to put it right"),
      RecordField("remedyDoneOn", .day, "when the last part of it was done"),
      RecordField("compensation", .money, "what was paid"),
      RecordField("closureKind", .choice(ClosureKind.self), "how it was closed"),
      RecordField("closureProof", .text, "where that is written"),
      RecordField("consentBy", .text, "who agreed"),
      RecordField("leading", .reference("complaint"), "the complaint it repeats"),
      RecordField("handlingScore", .count, "satisfaction with the handling, 0 to 10"),
      RecordField("improvement", .reference("improvement"), "the improvement it led to"),
    ]
  )

  /// The number in the store.
  public let id: Int64
  /// Our reference, unique among records of the kind.
  public let reference: String
  /// When it arrived.
  public var receivedAt: Instant
  /// The customer; its number in the store, or nil.
  public var party: Int64?
  /// Who complains, or nil.
  public var complainant: String?
  /// Where to answer, or nil.
  public var address: String?
  /// How it arrived, or nil.
  public var channel: Channel?
  /// The message it came with, or nil.
  public var messageId: String?
  /// The service it is about; its number in the store, or nil.
  public var service: Int64?
  /// The agreement; its number in the store, or nil.
  public var agreement: Int64?
  /// What is wrong, or nil.
  public var description: String?
  /// What the complainant wants, or nil.
  public var remedySought: String?
  /// Whether it meets the agreed definition, or nil.
  public var isFormal: Bool?
  /// How grave, or nil.
  public var severity: Severity?
  /// Who of us handles it; its number in the store, or nil.
  public var owner: Int64?
  /// The calendar that its clocks run on, or nil.
  public var calendar: String?
  /// What was done at once, or nil.
  public var immediateAction: String?
  /// What the investigation found, or nil.
  public var findings: String?
  /// The cause, or nil.
  public var cause: String?
  /// Who caused it, or nil.
  public var responsible: Responsible?
  /// The supplier's agreement, if a supplier caused it; its number in the store, or nil.
  public var supplierAgreement: Int64?
  /// The dispute it led to; its number in the store, or nil.
  public var dispute: Int64?
  /// What was decided, or nil.
  public var decision: Decision?
  /// What is done to put it right, or nil.
  public var remedy: String?
  /// When the last part of it was done, or nil.
  public var remedyDoneOn: CivilDay?
  /// What was paid, or nil.
  public var compensation: Money?
  /// How it was closed, or nil.
  public var closureKind: ClosureKind?
  /// Where that is written, or nil.
  public var closureProof: String?
  /// Who agreed, or nil.
  public var consentBy: String?
  /// The complaint it repeats; its number in the store, or nil.
  public var leading: Int64?
  /// Satisfaction with the handling, 0 to 10, or nil.
  public var handlingScore: Int64?
  /// The improvement it led to; its number in the store, or nil.
  public var improvement: Int64?

  /// Reads the record from its cells; see ``StoredRecord``.
  public init(_ row: inout RecordRow<some RecordCells>) throws(RecordFault) {
    id = try row.requiredInteger()
    reference = try row.requiredText()
    receivedAt = try row.requiredInstant()
    party = row.integer()
    complainant = row.text()
    address = row.text()
    channel = try row.choice()
    messageId = row.text()
    service = row.integer()
    agreement = row.integer()
    description = row.text()
    remedySought = row.text()
    isFormal = row.flag()
    severity = try row.choice()
    owner = row.integer()
    calendar = row.text()
    immediateAction = row.text()
    findings = row.text()
    cause = row.text()
    responsible = try row.choice()
    supplierAgreement = row.integer()
    dispute = row.integer()
    decision = try row.choice()
    remedy = row.text()
    remedyDoneOn = try row.day()
    compensation = try row.money()
    closureKind = try row.choice()
    closureProof = row.text()
    consentBy = row.text()
    leading = row.integer()
    handlingScore = row.integer()
    improvement = row.integer()
  }
}
