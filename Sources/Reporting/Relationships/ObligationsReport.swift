import Model
import Policies
import Reminders
import Storage

extension Report<JudgedReader> {
  /// What is owed to us and by us, when, and what came of it.
  static let obligations = Report(
    id: "obligations",
    title: "Obligations",
    summary: "What is owed to us and by us, when it is due, and what came of it.",
    noun: CountNoun("line", "lines"),
    emptySentence: "No obligation is on record.",
    columns: [
      Column("obligation", "Obligation", importance: .essential, overflow: .whole),
      Column("title", "What is owed", importance: .essential, minimumWidth: 18),
      Column("agreement", "Agreement", importance: .high),
      Column("party", "Party", importance: .medium), Column("debtor", "By", importance: .high),
      Column("kind", "Kind", importance: .low),
      Column("dueOn", "Due", .day, importance: .essential),
      Column("days", "Days", .integer, importance: .medium),
      Column("state", "State", importance: .essential, overflow: .whole),
      Column("reason", "Reason", importance: .low),
    ],
    notes: [
      "An instance that was decided has its state; what is to come and what is overdue is reckoned "
        + "from the recurrence and the proofs."
    ],
    rows: { judged, filter, write in
      let planner = judged.planner([.obligation], try judged.reader.organizationFile())
      try judged.reader.forEachRelationship { file in
        guard filter.fits(file.party) else { return }
        let due = Dictionary(grouping: planner.due(in: file).things, by: \.key.subject.reference)
        for agreement in file.agreements {
          let rows = ObligationRows(agreement, file, judged.day, judged.zone)
          for line in rows.lines(due)
          where filter.fits(line.moment) && filter.fits(status: line.state) {
            try write(line.row)
          }
        }
      }
    }
  )
}

/// The obligations of one agreement.
private struct ObligationRows {
  private let agreement: AgreementFile
  private let file: RelationshipFile
  private let day: CivilDay
  private let zone: Zone

  init(_ agreement: AgreementFile, _ file: RelationshipFile, _ day: CivilDay, _ zone: Zone) {
    self.agreement = agreement
    self.file = file
    self.day = day
    self.zone = zone
  }

  func lines(_ due: [String: [DueThing]]) -> [ReviewRows.Line] {
    agreement.records[Obligation.self].flatMap { obligation in
      decided(obligation) + next(due[obligation.reference] ?? []).map { next(obligation, $0) }
    }
  }

  private func decided(_ obligation: Obligation) -> [ReviewRows.Line] {
    agreement.records[ObligationInstance.self].filter { $0.obligation == obligation.id }
      .sorted { ($0.dueOn, $0.reference) < ($1.dueOn, $1.reference) }
      .map { line(obligation, $0.dueOn, $0.state.rawValue, reason: $0.reason) }
  }

  /// What is overdue, and the first one to come.
  private func next(_ due: [DueThing]) -> [CivilDay] {
    let days = due.map { $0.key.due.day(in: zone) }.sorted()
    return days.filter { $0 < day } + days.filter { $0 >= day }.prefix(1)
  }

  private func next(_ obligation: Obligation, _ due: CivilDay) -> ReviewRows.Line {
    line(obligation, due, due < day ? "overdue" : "due", reason: nil)
  }

  private func line(
    _ obligation: Obligation,
    _ due: CivilDay,
    _ state: String,
    reason: String?
  ) -> ReviewRows.Line {
    let row = Row(
      [
        .text(obligation.reference), .text(obligation.title), .text(agreement.reference),
        .text(file.party.name), .text(obligation.debtor.rawValue), .text(obligation.kind.rawValue),
        Cell(due), Cell(day.days(to: due)), .text(state), Cell(reason),
      ],
      mark: state == "overdue" ? .alert : .normal
    )
    return ReviewRows.Line(state: state, moment: due, row: row)
  }
}
