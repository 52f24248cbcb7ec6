import Model
import Policies

/// Who answered a survey, as far as it is seen from one customer or from the organisation.
struct SurveySample {
  private let survey: Survey
  private let answers: [SurveyResponse]
  /// Whether there can be more answers than those seen.
  private let isPart: Bool

  /// Takes the answers to a survey of one customer.
  init(of survey: Survey, _ answers: [SurveyResponse]) {
    self.survey = survey
    self.answers = answers.filter { $0.survey == survey.id }
    isPart = false
  }

  /// Takes the answers to a survey of all customers that name no customer.
  ///
  /// Those that name one are kept with that customer and are not seen; that there are none is
  /// certain only if the answers seen account for everybody who was asked.
  init(ofAll survey: Survey, _ answers: [SurveyResponse]) {
    let own = answers.filter { $0.survey == survey.id }
    let asked = own.compactMap(\.invited)
    self.survey = survey
    self.answers = own
    isPart = asked.count != own.count || own.isEmpty || survey.invited != Self.sum(asked)
  }

  /// The judgement that it is not representative or that this cannot be told; nil if it is.
  func judge(
    _ subject: Judgement.Subject,
    _ what: String,
    _ context: RuleContext
  ) -> Judgement? {
    let start = "\(what): survey \(survey.reference) closed \(survey.closedOn ?? context.asOf)"
    guard !answers.isEmpty || isPart else {
      return .insufficientData(subject, "\(start) has no answers recorded.")
    }
    guard let asked else {
      return .insufficientData(subject, "\(start) does not say how many were asked.")
    }
    let faults = faults(asked, context.policy.satisfaction)
    guard !faults.isEmpty else { return nil }
    let list = faults.joined(separator: "; ")
    guard !isPart else {
      let message = "\(start): of the answers that name no customer \(list), and others may be kept"
      return .insufficientData(subject, "\(message) with customers.")
    }
    let message = "\(start) is not representative: \(list) as of \(context.asOf)."
    return .fail(subject, .minor, message)
  }

  /// How many were asked; nil if neither the survey nor all of its answers say so.
  private var asked: Int64? {
    let parts = answers.compactMap(\.invited)
    let sum = parts.count == answers.count && !parts.isEmpty ? Self.sum(parts) : nil
    return survey.invited ?? sum
  }

  private func faults(_ asked: Int64, _ policy: Policy.Satisfaction) -> [String] {
    let answered = Self.sum(answers.map(\.answered))
    let needed = Self.needed(of: asked, policy)
    var faults: [String] = []
    if answered < needed, !isComplete(answered) {
      faults.append("\(answered) of \(asked) answered, \(needed) needed")
    }
    let silent = silentSegments
    if !silent.isEmpty { faults.append("no answer from \(silent.joined(separator: ", "))") }
    return faults
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
