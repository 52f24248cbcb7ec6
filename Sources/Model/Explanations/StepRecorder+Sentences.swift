// The words of explanations, in one place.
extension StepRecorder {
  func initialTerm(_ terms: AgreementTerms, end: CivilDay) {
    let start = terms.startsOn.map { "Term starts \($0)" }
    if terms.endsOn != nil {
      add("\(start.map { "\($0); the " } ?? "The ")stated last day is \(end).")
    } else if let start, let length = terms.initialTerm {
      add("\(start) and runs \(length.words): last day \(end).")
    }
  }

  func renewal(_ link: RenewalChain.Link, by length: Period) {
    guard let start = link.startsOn else { return }
    add(
      "Renews automatically by \(length.words) each time: "
        + "renewal \(link.number) runs from \(start) to \(link.endsOn)."
    )
  }

  func deadline(_ rule: NoticeRule, lastDay: CivilDay, deadline: CivilDay) {
    let by: String
    var base = "\(lastDay)"
    if rule.period.months != nil {
      by = rule.convention == .clampedSubtract ? "clamped subtraction" : "whole periods"
    } else {
      by = rule.period.unit == .businessDay ? "business days" : "days"
      base =
        rule.base == .lastDay
        ? "the last day \(lastDay)" : "the renewal day \(lastDay.adding(days: 1))"
    }
    add("Notice period \(rule.period.words), counted by \(by) from \(base): \(deadline).")
  }

  func safeDay(
    _ safe: CivilDay,
    _ deadline: CivilDay,
    _ rule: NoticeRule,
    _ calendar: BusinessCalendar?
  ) {
    guard rule.adjustment != .none, let calendar else {
      return add("The deadline is not moved to a business day.")
    }
    let holiday = calendar.name(of: deadline).map { " (\($0))" } ?? ""
    let day = "\(deadline) is a \(deadline.weekday)\(holiday)"
    if safe == deadline { return add("\(day), a business day in \(calendar.reference).") }
    add("\(day): \(rule.adjustment.rawValue) business day in \(calendar.reference) is \(safe).")
  }

  func dispatch(_ day: CivilDay, _ rule: NoticeRule) {
    if rule.counts == .dispatch {
      add("Dispatch counts, so no time is needed for delivery: \(day).")
    } else {
      add("\(Self.words(of: rule.delivery)) for delivery: \(day).")
    }
  }

  func earliestEnd(_ day: CivilDay, _ target: NoticeTarget, onOrAfter asOf: CivilDay) {
    let place =
      switch target {
      case .termEnd: "term end"
      case .monthEnd: "month end"
      case .quarterEnd: "quarter end"
      case .yearEnd: "year end"
      case .anyTime: "day"
      }
    add("The first \(place) to which notice from \(asOf) on is in time is \(day).")
  }

  func tooEarly(_ end: CivilDay, dispatchBy: CivilDay) {
    add("Notice to \(end) would have had to be sent by \(dispatchBy).")
  }

  func noticeGiven(_ day: CivilDay, end: CivilDay?) {
    let effect = end.map { "it ends the agreement on \($0)" } ?? "its effect cannot be told"
    add("Notice was given on \(day): \(effect).")
  }

  func outlook(_ standing: AgreementStanding) {
    guard let deadline = standing.noticeDeadline, let left = standing.daysToDeadline else { return }
    let count = "\(abs(left)) day\(abs(left) == 1 ? "" : "s")"
    if left >= 0 {
      let missed = standing.boundUntilIfMissed.map { "; if missed, bound until \($0)" } ?? ""
      add("As of \(standing.asOf), \(count) left until \(deadline)\(missed).")
    } else {
      let bound = standing.boundUntil.map { "; bound until \($0)" } ?? ""
      add("As of \(standing.asOf), \(deadline) passed \(count) ago\(bound).")
    }
  }

  /// A period with a small count as a word at the start of a sentence, such as `Five business
  /// days`.
  private static func words(of period: Period) -> String {
    let names = [
      "No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten",
      "Eleven", "Twelve",
    ]
    guard names.indices.contains(Int(period.count)) else { return period.words }
    return "\(names[Int(period.count)]) \(period.unit.name)\(period.count == 1 ? "" : "s")"
  }
}
