/// A number that was promised.
public struct ServiceLevelTarget: StoredRecord {
  /// What is measured.
  public enum Metric: String, Sendable, CaseIterable {
    case availability, responseInTime, resolutionInTime, resolutionTime, deliveryOnTime
    case defectRate, firstTimeFix, changeSuccess, reportOnTime, certificateCover, invoiceAccuracy
    case backlogAge, satisfaction, spend, other
  }

  /// How a value is compared.
  public enum Comparison: String, Sendable, CaseIterable {
    case atLeast, atMost, between
  }

  /// The period it is measured over.
  public typealias Window = CalendarWindow

  /// The kind of record.
  public static let type = RecordType(
    "target",
    "targets",
    "A number that was promised.",
    [
      .required("agreement", .reference("agreement"), "the agreement that promises it"),
      RecordField("service", .reference("service"), "the service it is about"),
      RecordField("component", .reference("component"), "the component it is about"),
      .required("title", .text, "what is promised"),
      .required("metric", .choice(Metric.self), "what is measured"),
      .required("comparison", .choice(Comparison.self), "how a value is compared"),
      .required("value", .decimal, "the target"),
      RecordField("upper", .decimal, "the upper bound, for between"),
      RecordField("unit", .text, "the unit"),
      RecordField("priority", .text, "the priority of the cases it is about, such as P1"),
      RecordField("timeLimit", .duration, "the time promised for each case"),
      .required("window", .choice(Window.self), "the period it is measured over"),
      RecordField("calendar", .text, "the calendar that its clock runs on"),
      RecordField("weight", .decimal, "its weight in the scorecard"),
      RecordField("floor", .decimal, "the value that scores nothing"),
      RecordField("isMandatory", .flag, "whether a miss caps the grade"),
      RecordField("validFrom", .day, "the first day"),
      RecordField("validThrough", .day, "the last day"),
    ]
  )

  /// The number in the store.
  public let id: Int64
  /// Our reference, unique among records of the kind.
  public let reference: String
  /// The agreement that promises it; its number in the store.
  public var agreement: Int64
  /// The service it is about; its number in the store, or nil.
  public var service: Int64?
  /// The component it is about; its number in the store, or nil.
  public var component: Int64?
  /// What is promised.
  public var title: String
  /// What is measured.
  public var metric: Metric
  /// How a value is compared.
  public var comparison: Comparison
  /// The target.
  public var value: DecimalNumber
  /// The upper bound, for between, or nil.
  public var upper: DecimalNumber?
  /// The unit, or nil.
  public var unit: String?
  /// The priority of the cases it is about, such as P1, or nil.
  public var priority: String?
  /// The time promised for each case, or nil.
  public var timeLimit: Period?
  /// The period it is measured over.
  public var window: Window
  /// The calendar that its clock runs on, or nil.
  public var calendar: String?
  /// Its weight in the scorecard, or nil.
  public var weight: DecimalNumber?
  /// The value that scores nothing, or nil.
  public var floor: DecimalNumber?
  /// Whether a miss caps the grade, or nil.
  public var isMandatory: Bool?
  /// The first day, or nil.
  public var validFrom: CivilDay?
  /// The last day, or nil.
  public var validThrough: CivilDay?

  /// Reads the record from its cells; see ``StoredRecord``.
  public init(_ row: inout RecordRow<some RecordCells>) throws(RecordFault) {
    id = try row.requiredInteger()
    reference = try row.requiredText()
    agreement = try row.requiredInteger()
    service = row.integer()
    component = row.integer()
    title = try row.requiredText()
    metric = try row.requiredChoice()
    comparison = try row.requiredChoice()
    value = try row.requiredDecimal()
    upper = try row.decimal()
    unit = row.text()
    priority = row.text()
    timeLimit = try row.duration()
    window = try row.requiredChoice()
    calendar = row.text()
    weight = try row.decimal()
    floor = try row.decimal()
    isMandatory = row.flag()
    validFrom = try row.day()
    validThrough = try row.day()
  }
}
