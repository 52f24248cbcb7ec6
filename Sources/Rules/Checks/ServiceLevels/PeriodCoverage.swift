import Model
import Policies

/// For which finished periods something is on record, and for which it is missing.
struct PeriodCoverage {
  /// A period without a record, and by when it is due; nil if no calendar knows that.
  struct Gap {
    let term: Term
    let due: CivilDay?
  }

  /// The periods that were looked at, earliest first.
  let terms: [Term]
  /// Those without a record, earliest first.
  let gaps: [Gap]
  private let due: (Term) -> CivilDay?
  private let series: PeriodSeries
  private let context: RuleContext

  /// Looks at the last finished periods; a record counts for the period on whose first day it
  /// begins.
  init(
    _ series: PeriodSeries,
    recorded: Set<CivilDay>,
    lag: Period,
    _ calendar: BusinessCalendar?,
    _ context: RuleContext
  ) {
    let due = { (term: Term) in context.day(term.endsOn, plus: lag, calendar) }
    let most = context.policy.measurements.lookBackPeriods
    terms = series.finished(before: context.asOf, most: most)
    gaps = terms.filter { !recorded.contains($0.startsOn) }.map { Gap(term: $0, due: due($0)) }
    self.due = due
    self.series = series
    self.context = context
  }

  /// The gaps that are overdue.
  var overdue: [Gap] { gaps.filter { $0.due.map { $0 < context.asOf } ?? false } }

  /// The most overdue periods in a row.
  var longestRun: Int {
    let missing = Set(overdue.map(\.term))
    var run = 0
    return terms.reduce(0) { longest, term in
      run = missing.contains(term) ? run + 1 : 0
      return max(longest, run)
    }
  }

  /// Judges the gaps; `thing` is what is missing, such as `value`.
  func judge(_ subject: Judgement.Subject, _ what: String, _ thing: String, _ grade: Grade = .minor)
    -> Judgement
  {
    let late = overdue
    if let due = late.first?.due {
      let periods = late.map(\.term.label).listed
      return DueJudgement(
        subject: subject,
        what: what,
        last: "no \(thing) for \(periods)",
        due: due,
        grade: grade
      ).judge(context)
    }
    if let gap = gaps.first {
      guard let due = gap.due else {
        return .insufficientData(
          subject,
          "\(what): no calendar says by when the \(thing) for \(gap.term.label) is due."
        )
      }
      let last = "no \(thing) for \(gap.term.label) yet"
      return DueJudgement(subject: subject, what: what, last: last, due: due).judge(context)
    }
    return pass(subject, what, thing)
  }

  private func pass(_ subject: Judgement.Subject, _ what: String, _ thing: String) -> Judgement {
    let next = series.current(on: context.asOf)
    let due = next.flatMap(due)
    guard let last = terms.last else {
      return .pass(subject, due: due, "\(what): no period has ended yet.")
    }
    return .pass(
      subject,
      due: due,
      "\(what): a \(thing) for each of the last periods, the latest \(last.label)."
    )
  }
}
