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

/// Who answered a survey.
struct SurveySample {
  private let survey: Survey
  private let answers: [SurveyResponse]

  init(_ survey: Survey, _ answers: [SurveyResponse]) {
    self.survey = survey
    self.answers = answers
  }

  /// The judgement that it is not representative or that this cannot be told; nil if it is.
  func judge(
    _ subject: Judgement.Subject,
    _ what: String,
    _ context: RuleContext
  ) -> Judgement? {
    let start = "\(what): survey \(survey.reference) closed \(survey.closedOn ?? context.asOf)"
    let invited = answers.compactMap(\.invited)
    guard !answers.isEmpty,
      let asked = survey.invited ?? (invited.count == answers.count ? Self.sum(invited) : nil)
    else {
      let lack = answers.isEmpty ? "has no answers recorded" : "does not say how many were asked"
      return .insufficientData(subject, "\(start) \(lack).")
    }
    let answered = Self.sum(answers.map(\.answered))
    let needed = Self.needed(of: asked, context.policy.satisfaction)
    var faults: [String] = []
    if answered < needed, !isComplete(answered) {
      faults.append("\(answered) of \(asked) answered, \(needed) needed")
    }
    let silent = silentSegments
    if !silent.isEmpty { faults.append("no answer from \(silent.joined(separator: ", "))") }
    guard !faults.isEmpty else { return nil }
    let list = faults.joined(separator: "; ")
    return .fail(
      subject,
      .minor,
      "\(start) is not representative: \(list) as of \(context.asOf)."
    )
  }

  /// Whether everybody there is has answered, so that nothing is a sample.
  private func isComplete(_ answered: Int64) -> Bool {
    survey.population.map { $0 > 0 && answered >= $0 } ?? false
  }

  /// The segments that were asked and of which nobody answered, in order.
  private var silentSegments: [String] {
    let segments = Dictionary(grouping: answers.filter { !$0.segment.isBlank }) {
      $0.segment ?? ""
    }
    return segments.filter { $0.value.allSatisfy { $0.answered == 0 } }.keys.sorted()
  }

  /// How many answers it takes: a least number, and a least share of those asked, rounded up.
  private static func needed(of asked: Int64, _ policy: Policy.Satisfaction) -> Int64 {
    let parts = Int128(asked) * Int128(policy.leastRate.millionths)
    let whole = Int128(Policy.Share.whole)
    return max(Int64(policy.leastAnswers), Int64(clamping: (parts + whole - 1) / whole))
  }

  private static func sum(_ numbers: [Int64]) -> Int64 {
    Int64(clamping: numbers.reduce(Int128(0)) { $0 + Int128($1) })
  }
}
