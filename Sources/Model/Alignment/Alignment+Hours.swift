extension Alignment {
  /// Compares the hours on which the customer's times run with those of each agreement behind.
  ///
  /// Only hours that a target names count; each pair of calendars is compared once.
  func hoursLinks(
    _ targets: [ServiceLevelTarget],
    _ sources: [ServiceNeeds.Source]
  ) -> [AlignmentLink] {
    var seen: Set<String> = []
    let named = targets.filter { $0.timeLimit != nil && $0.calendar != nil }
      .filter { seen.insert($0.calendar ?? "").inserted }
    return named.flatMap { target in sources.map { hoursLink(target, $0) } }
  }

  private func hoursLink(
    _ target: ServiceLevelTarget,
    _ source: ServiceNeeds.Source
  ) -> AlignmentLink {
    let name = target.calendar ?? ""
    let title = "Hours \(name), \(source.label)"
    let offers = fitting(target, source.agreement, source)
      .filter { $0.timeLimit != nil && $0.calendar != nil }
    let records = [target.reference, source.agreement.reference] + offers.map(\.reference)
    func unknown(_ reason: String) -> AlignmentLink {
      .unknown(.hours, title, promised: .percentage(.whole), reason, records: records)
    }
    guard let offer = offers.first, let limit = offer.timeLimit, let offered = offer.calendar else {
      return unknown("The \(source.label) names no hours for \(target.title).")
    }
    guard let customer = calendars[name] else { return unknown("Calendar \(name) is not known.") }
    guard let supplier = calendars[offered] else {
      return unknown("Calendar \(offered) is not known.")
    }
    let hours = SupportHours(customer: customer, supplier: supplier)
    do throws(CalendarGap) {
      guard let share = try hours.coverage(in: year),
        let worst = try hours.worstElapsed(of: limit, in: year)
      else { return unknown("Calendar \(name) is closed all year.") }
      return AlignmentLink(
        .hours,
        title,
        promised: .percentage(.whole),
        carried: .percentage(share),
        share < .whole ? .gap(.percentage(share.rest)) : .aligned,
        reason: "On calendar \(offered) \(limit.words) take up to "
          + "\(AlignmentValue.elapsed(worst.seconds).text), from \(worst.start).",
        records: records
      )
    } catch {
      return unknown(error.sentence)
    }
  }
}
