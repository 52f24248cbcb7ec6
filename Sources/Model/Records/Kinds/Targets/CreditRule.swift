/// What a miss costs the one who missed.
public struct CreditRule: StoredRecord {
  /// How the credit is reckoned.
  public enum Shape: String, Sendable, CaseIterable {
    case bands, linear, proportional, fixed
  }

  /// How several credits of a period go together.
  public enum Combination: String, Sendable, CaseIterable {
    case sum, highest
  }

  /// How the end result is rounded.
  public enum Rounding: String, Sendable, CaseIterable {
    case halfAwayFromZero, halfEven
  }

  /// The kind of record.
  public static let type = RecordType(
    "creditRule",
    "creditRules",
    "What a miss costs the one who missed.",
    [
      .required("agreement", .reference("agreement"), "the agreement"),
      RecordField("target", .reference("target"), "the target"),
      .required("shape", .choice(Shape.self), "how the credit is reckoned"),
      RecordField(
        "bands",
        .text,
        "for bands: lower bounds and per cent, such as 99.90:0 99.50:5 0:25"
      ),
      RecordField(
        "points",
        .decimal,
        "for linear: per cent for each full tenth of a per cent missed"
      ),
      RecordField("factor", .decimal, "for proportional: the factor on the share of the downtime"),
      RecordField("amount", .money, "for fixed: the sum for each failure"),
      RecordField("charge", .money, "what the period costs"),
      RecordField(
        "combination",
        .choice(Combination.self),
        "how several credits of a period go together"
      ),
      RecordField("capPercent", .decimal, "the most that is credited, in per cent of the charge"),
      RecordField("minimum", .money, "what is not paid out below it"),
      RecordField("rounding", .choice(Rounding.self), "how the end result is rounded"),
      RecordField("claimDays", .count, "days after the end of the period within which to claim"),
    ]
  )

  /// The number in the store.
  public let id: Int64
  /// Our reference, unique among records of the kind.
  public let reference: String
  /// The agreement; its number in the store.
  public var agreement: Int64
  /// The target; its number in the store, or nil.
  public var target: Int64?
  /// How the credit is reckoned.
  public var shape: Shape
  /// For bands: lower bounds and per cent, such as 99.90:0 99.50:5 0:25, or nil.
  public var bands: String?
  /// For linear: per cent for each full tenth of a per cent missed, or nil.
  public var points: DecimalNumber?
  /// For proportional: the factor on the share of the downtime, or nil.
  public var factor: DecimalNumber?
  /// For fixed: the sum for each failure, or nil.
  public var amount: Money?
  /// What the period costs, or nil.
  public var charge: Money?
  /// How several credits of a period go together, or nil.
  public var combination: Combination?
  /// The most that is credited, in per cent of the charge, or nil.
  public var capPercent: DecimalNumber?
  /// What is not paid out below it, or nil.
  public var minimum: Money?
  /// How the end result is rounded, or nil.
  public var rounding: Rounding?
  /// Days after the end of the period within which to claim, or nil.
  public var claimDays: Int64?

  /// Reads the record from its cells; see ``StoredRecord``.
  public init(_ row: inout RecordRow<some RecordCells>) throws(RecordFault) {
    id = try row.requiredInteger()
    reference = try row.requiredText()
    agreement = try row.requiredInteger()
    target = row.integer()
    shape = try row.requiredChoice()
    bands = row.text()
    points = try row.decimal()
    factor = try row.decimal()
    amount = try row.money()
    charge = try row.money()
    combination = try row.choice()
    capPercent = try row.decimal()
    minimum = try row.money()
    rounding = try row.choice()
    claimDays = row.integer()
  }
}
