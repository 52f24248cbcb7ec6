/// Counts complaints for the figures of a period.
struct ComplaintCounting {
  /// The complaints that are reported.
  let cases: [ComplaintCase]
  let scope: ComplaintFigures.Scope

  private var span: Range<Instant> { scope.span }

  func countReceived(
    into figures: inout ComplaintFigures,
    among all: [ComplaintCase]
  ) throws(CalendarGap) {
    let received = cases.filter { span.contains($0.receivedAt) }
    figures.received = received.count
    figures.formal = received.count { $0.isFormal == true }
    var escalated = 0
    for complaint in received where try complaint.clocks.escalation().level >= 2 { escalated += 1 }
    figures.escalated = CaseRatio(escalated, of: received.count)
    figures.repeated = received.count { complaint in
      all.contains { complaint.repeats($0, within: scope.repeatDays, zone: scope.zone) }
    }
  }

  func countDecided(into figures: inout ComplaintFigures) {
    let decided = cases.filter { $0.wasDecided(in: span) }
    figures.upheld = CaseRatio(of: decided, where: \.isUpheld)
    figures.unknownDecisions = decided.count { $0.decision == nil }
    figures.causedBySupplier = CaseRatio(of: decided) { $0.responsible == .supplier }
    figures.improved = CaseRatio(of: decided.filter(\.isUpheld)) { $0.improvement != nil }
    for money in decided.compactMap(\.compensation) {
      figures.compensation[money.currency, default: .zero] =
        figures.compensation[money.currency, default: .zero] + Fraction(money.minorUnits)
    }
  }

  func countClosed(into figures: inout ComplaintFigures) {
    let closed = cases.filter { $0.closing(in: span) != nil }
    figures.reopened = CaseRatio(of: closed, where: \.wasReopened)
    figures.closedAgreed = ratio(.agreed, closed)
    figures.closedDeemed = ratio(.deemed, closed)
    let scores = closed.compactMap(\.handlingScore)
    let sum = scores.reduce(Fraction.zero) { $0 + Fraction($1) }
    figures.satisfaction = sum.divided(by: Fraction(scores.count))
  }

  private func ratio(_ kind: Complaint.ClosureKind, _ closed: [ComplaintCase]) -> CaseRatio {
    CaseRatio(of: closed) { $0.closing(in: span)?.isClosing(kind) ?? false }
  }

  func countTimes(into figures: inout ComplaintFigures) throws(CalendarGap) {
    figures.open = ComplaintFigures.OpenAges(try openAges())
    for clock in ComplaintClock.allCases { figures.inTarget[clock] = try inTarget(clock) }
    var paused: Int64 = 0
    var all: Int64 = 0
    for complaint in cases {
      let time = try complaint.clocks.openTime(in: span)
      paused += time.paused
      all += time.all
    }
    figures.pauseShare = Fraction(numerator: paused, denominator: all).map { Percentage(share: $0) }
  }

  private func openAges() throws(CalendarGap) -> [Int] {
    var ages: [Int] = []
    for complaint in cases {
      let clocks = complaint.clocks
      let end = min(clocks.now, span.upperBound.adding(seconds: -1))
      guard complaint.receivedAt <= end, complaint.history.known(at: end).state.isOpen
      else { continue }
      let (first, last) = (scope.zone.day(at: complaint.receivedAt), scope.zone.day(at: end))
      ages.append(try clocks.calendar.businessDays(after: first, through: last))
    }
    return ages
  }

  private func inTarget(_ clock: ComplaintClock) throws(CalendarGap) -> CaseRatio {
    var (met, due) = (0, 0)
    for complaint in cases {
      let now = complaint.clocks.now
      for run in try complaint.clocks.standings(clock)
      where span.contains(run.dueAt) && run.dueAt <= now {
        switch run.state {
        case .met: (met, due) = (met + 1, due + 1)
        case .missed, .breached: due += 1
        case .running, .warning, .ended: continue
        }
      }
    }
    return CaseRatio(met, of: due)
  }
}
