import Model

/// Makes the picture of an agreement in time from its terms.
struct AgreementTimeline {
  /// The most terms that are drawn, the latest ones.
  private static let mostTerms = 6
  /// The days around today in which something is drawn.
  private static let reach = 3_653

  let terms: AgreementTerms
  /// Where it stands on the day.
  let standing: AgreementStanding
  let nextReviewDue: CivilDay?
  let calendar: BusinessCalendar?

  private var today: CivilDay { standing.asOf }

  /// The picture; nil if neither a term nor a start is known.
  var picture: Picture.Timeline? {
    let steps = termSteps
    let stretches = steps.isEmpty ? openStretches : steps.map(\.term)
    guard let first = stretches.first?.first else { return nil }
    return Picture.Timeline(
      today: today,
      terms: stretches,
      windows: steps.isEmpty ? openWindow : steps.compactMap(\.window),
      marks: marks.filter { $0.day >= first && $0.day <= today.adding(days: Self.reach) }
    )
  }

  /// One term with the days on which it is too late for notice to its end.
  private struct Step {
    let term: Picture.Timeline.Stretch
    let window: Picture.Timeline.Stretch?
  }

  /// The latest terms through the one that runs on the day, and the one after it if it may come.
  private var termSteps: [Step] {
    guard var day = terms.startsOn ?? standing.currentTerm?.startsOn else { return [] }
    var steps: [Step] = []
    for number in 1...1_000 {
      let there = terms.standing(on: day, calendar: calendar)
      guard let term = there.currentTerm, term.endsOn >= day else { break }
      if term.startsOn > today, !mayCome(after: term, number: number) { break }
      steps.append(step(term, there.noticeDeadline, number: number))
      if term.startsOn > today || term.endsOn >= .last { break }
      day = term.endsOn.adding(days: 1)
    }
    return steps.suffix(Self.mostTerms)
  }

  /// Whether a term to come is still open: the first one always, else if notice can be missed.
  private func mayCome(after term: Term, number: Int) -> Bool {
    number == 1 || standing.boundUntilIfMissed.map { $0 >= term.startsOn } ?? false
  }

  private func step(_ term: Term, _ deadline: CivilDay?, number: Int) -> Step {
    let isPossible = term.startsOn > today && number > 1
    let kind: Picture.Timeline.Stretch.Kind =
      isPossible ? .possible : number.isMultiple(of: 2) ? .otherTerm : .term
    let name = "Term \(number)"
    let drawn = Picture.Timeline.Stretch(
      first: term.startsOn,
      last: term.endsOn,
      kind: kind,
      label: name
    )
    return Step(term: drawn, window: window(term, deadline, name))
  }

  private func window(_ term: Term, _ deadline: CivilDay?, _ name: String)
    -> Picture.Timeline.Stretch?
  {
    guard let first = deadline?.adding(days: 1), first <= term.endsOn else { return nil }
    return Picture.Timeline.Stretch(
      first: max(first, term.startsOn),
      last: term.endsOn,
      kind: .window,
      label: "Too late for notice to the end of \(name.lowercased())"
    )
  }

  /// An agreement without agreed end: from its start, at most some years ago, to the end that
  /// notice would have, and on to the one after it; without notice to a year from now.
  private var openStretches: [Picture.Timeline.Stretch] {
    guard let start = terms.startsOn else { return [] }
    let first = max(start, today.adding(days: -Self.reach))
    let end = standing.termEnd ?? (standing.noticeDeadline == nil ? nil : standing.boundUntil)
    let last = end ?? max(first, today).adding(days: 365)
    guard first <= last else { return [] }
    let label = standing.termEnd == nil ? "Without agreed end" : "To its end"
    let sure = Picture.Timeline.Stretch(first: first, last: last, kind: .term, label: label)
    guard end != nil, let missed = standing.boundUntilIfMissed, missed > last else { return [sure] }
    let further = Picture.Timeline.Stretch(
      first: last.adding(days: 1),
      last: missed,
      kind: .possible,
      label: "If missed"
    )
    return [sure, further]
  }

  /// The days on which it is too late for notice to the next end that there can be.
  private var openWindow: [Picture.Timeline.Stretch] {
    guard let first = standing.noticeDeadline?.adding(days: 1), let last = standing.boundUntil,
      first <= last
    else { return [] }
    let label = "Too late for notice to \(last)"
    return [Picture.Timeline.Stretch(first: first, last: last, kind: .window, label: label)]
  }

  private var marks: [Picture.Timeline.Mark] {
    let days: [(CivilDay?, String)] = [
      (standing.dispatchBy, "Send notice by"),
      (standing.noticeDeadline, "Last day for notice"),
      (standing.boundUntil, "Bound until"),
      (standing.boundUntilIfMissed, "Bound until if notice is missed"),
      (standing.latestPossibleEnd, "Latest possible end"),
      (nextReviewDue, "Next review due"),
    ]
    return days.compactMap { day, label in
      day.map { Picture.Timeline.Mark(day: $0, label: label) }
    }
    .sorted { ($0.day, $0.label) < ($1.day, $1.label) }
  }
}
