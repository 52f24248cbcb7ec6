/// Who of us answers for a party, an agreement or, with neither, for all.
public struct AssignmentFacts: Sendable, Hashable {
  /// The part that the person plays, such as `contractManager`.
  public var role: String
  /// The number of the person and of the deputy in the store.
  public var person: Int64
  /// The deputy's number, or nil.
  public var deputy: Int64?
  /// The agreement's number, or nil for the party or for all.
  public var agreement: Int64?
  /// The first day.
  public var validFrom: CivilDay
  /// The last day; nil without bound.
  public var validThrough: CivilDay?

  /// Makes an assignment without deputy and end.
  public init(
    role: String,
    person: Int64,
    agreement: Int64? = nil,
    validFrom: CivilDay,
    validThrough: CivilDay? = nil
  ) {
    self.role = role
    self.person = person
    self.agreement = agreement
    self.validFrom = validFrom
    self.validThrough = validThrough
  }

  /// Whether it holds on the day.
  public func holds(on day: CivilDay) -> Bool {
    covers(day, from: validFrom, through: validThrough)
  }
}
