import Model

/// The surveys by which the satisfaction of a customer was measured.
struct Surveys {
  /// The last one that is closed, or nil.
  let last: Survey?
  /// The day by which the next one is due; nil if nothing says from when on.
  let due: CivilDay?
  /// Whether there are so few customers that each one has to be asked.
  let areForEach: Bool

  /// Takes the surveys of the customer itself, and those of all customers that count for it.
  init(_ file: RelationshipFile, _ context: RuleContext) {
    let forEach = Self.areForEach(context)
    areForEach = forEach
    let answered = Set(file.all(SurveyResponse.self).map(\.survey))
    let own = file.all(Survey.self)
    let shared = context.organization.records[Survey.self].filter {
      !forEach || answered.contains($0.id)
    }
    last = Self.last(own + shared, context)
    let planned = PlannedInterval(
      .satisfaction,
      [file.records, context.organization.records],
      default: context.policy.satisfaction.surveyInterval,
      context
    )
    due = (last?.closedOn ?? file.customerSince(on: context.asOf))?.adding(planned.period)
  }

  /// Whether there are so few customers that each one has to be asked in every interval.
  static func areForEach(_ context: RuleContext) -> Bool {
    context.organization.customerCount < context.policy.satisfaction.eachBelow
  }

  /// The last survey of all customers that is closed, or nil.
  static func last(in organization: OrganizationFile, _ context: RuleContext) -> Survey? {
    last(organization.records[Survey.self], context)
  }

  private static func last(_ surveys: [Survey], _ context: RuleContext) -> Survey? {
    closed(surveys, context).max {
      ($0.closedOn ?? .first, $0.reference) < ($1.closedOn ?? .first, $1.reference)
    }
  }

  /// The surveys that are closed by the day judged, in their order.
  static func closed(_ surveys: [Survey], _ context: RuleContext) -> [Survey] {
    surveys.filter { $0.closedOn.map { $0 <= context.asOf } ?? false }
  }
}
