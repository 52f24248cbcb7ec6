import Model
public import Storage

extension Report<Reader> {
  /// What must be decided by when, the earliest first.
  public static let deadlines = Report(
    id: "deadlines",
    title: "Deadlines",
    summary: "What must be decided by when: notice deadlines of what is in force or to come.",
    noun: CountNoun("deadline", "deadlines"),
    emptySentence: "No deadlines: nothing that is in force or to come has one.",
    columns: deadlineColumns,
    notes: [
      "Decide by is the safe day for notice less the time for delivery; without a notice period "
        + "it is the end of the term. Missed is judged by the notice deadline alone."
    ],
    rows: { reader, filter, write in
      let sorted = SortedRows()
      try AgreementRows(reader).forEach(filter) { row in
        guard let day = row.standing.decisionDay, filter.contains(day) else { return }
        try sorted.add(deadlineRow(row), day: day.number)
      }
      try sorted.handOver(to: write)
    }
  )

  private static let deadlineColumns: [Column] = [
    Column("reference", "Reference", importance: .essential, overflow: .whole),
    Column("title", "Title", importance: .medium, minimumWidth: 16),
    Column("party", "Party", importance: .high, minimumWidth: 14),
    Column("owner", "Owner", importance: .medium),
    Column("status", "Status", importance: .low),
    Column("decision", "Decision", importance: .high),
    Column("decideBy", "Decide by", .day, importance: .essential),
    Column("daysLeft", "Days left", .integer, importance: .high),
    Column("dispatchBy", "Send by", .day, importance: .medium, formats: .data),
    Column("daysToDispatch", "Days to send", .integer, importance: .low, formats: .data),
    Column("safeNoticeOn", "Safe day", .day, importance: .low),
    Column("noticeDeadline", "Notice deadline", .day, importance: .medium),
    Column("noticePeriod", "Notice", importance: .low),
    Column("currentTerm", "Current term", .period, importance: .low),
    Column("boundUntil", "Bound until", .day, importance: .medium),
    Column("boundUntilIfMissed", "If missed", .day, importance: .medium),
    Column("latestPossibleEnd", "Latest end", .day, importance: .low),
    Column("annualValue", "Per year", .money, importance: .low),
    Column("gap", "Why no date", importance: .low, formats: .data),
  ]

  private static func deadlineRow(_ row: AgreementRow) -> Row {
    let standing = row.standing
    return Row(
      [
        .text(row.record.reference), Cell(row.record.title), Cell(row.counterparty?.name),
        Cell(row.owner), .text(standing.status.rawValue), .text(standing.decision),
        Cell(standing.decisionDay), Cell(standing.decisionDay.map { standing.asOf.days(to: $0) }),
        Cell(standing.dispatchBy), Cell(standing.daysToDispatch), Cell(standing.safeNoticeOn),
        Cell(standing.noticeDeadline), Cell(row.record.noticePeriod),
        Cell(from: standing.currentTerm?.startsOn, to: standing.currentTerm?.endsOn),
        Cell(standing.boundUntil), Cell(standing.boundUntilIfMissed),
        Cell(standing.latestPossibleEnd), Cell(row.record.annualValue),
        Cell((standing.noticeGap ?? standing.businessDayGap)?.sentence),
      ],
      mark: standing.mark
    )
  }
}

extension AgreementStanding {
  /// The day by which something must be decided: the day of dispatch, else the deadline, else
  /// the end of the term; nil for what is not in force nor to come, and without any.
  var decisionDay: CivilDay? {
    guard status == .active || status == .upcoming else { return nil }
    return dispatchBy ?? noticeDeadline ?? termEnd
  }

  /// What is to be decided, in a few words.
  var decision: String {
    switch noticeState {
    case .inTime?: "renew or give notice"
    case .sendNow?: "send notice now"
    case .missed(let days)?: "missed \(days) \(days == 1 ? "day" : "days") ago"
    case nil: "ends: renew or replace"
    }
  }
}
