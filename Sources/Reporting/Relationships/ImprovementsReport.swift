import Model
import Storage

extension Report<Reader> {
  /// Improvements with their owners, days and states.
  static let improvements = Report(
    id: "improvements",
    title: "Improvements",
    summary: "Improvements: who does them, by when, how far they are, and what they brought.",
    noun: CountNoun("improvement", "improvements"),
    columns: [
      Column("reference", "Reference", importance: .essential, overflow: .whole),
      Column("title", "What is improved", importance: .essential),
      Column("source", "Out of", importance: .medium),
      Column("party", "Party", importance: .medium),
      Column("agreement", "Agreement", importance: .low),
      Column("owner", "Owner", importance: .high),
      Column("registeredOn", "Registered", .day, importance: .low),
      Column("dueOn", "Due", .day, importance: .essential),
      Column("days", "Days", .integer, importance: .medium),
      Column("state", "State", importance: .essential, overflow: .whole),
      Column("doneOn", "Done", .day, importance: .medium),
      Column("effectCheckedOn", "Effect checked", .day, importance: .low),
      Column("benefit", "Benefit", importance: .low),
    ],
    notes: ["The due day is the new one where an improvement was planned anew."],
    rows: { reader, filter, write in
      let names = try PartyNames(reader)
      for improvement in try reader.records(Improvement.self) {
        let due = improvement.replannedOn ?? improvement.dueOn
        let isOverdue = improvement.doneOn == nil && (due.map { $0 < reader.asOf.day } ?? false)
        let state = improvement.state?.rawValue ?? (improvement.doneOn == nil ? "open" : "done")
        let party = improvement.party.flatMap { names.names[$0] }
        guard filter.fits(due), filter.fits(status: state),
          filter.owner.map({ AgreementRow.matches(improvement.owner, $0) }) ?? true,
          filter.party.map({ wanted in party.map { AgreementRow.matches($0, wanted) } ?? false })
            ?? true
        else { continue }
        try write(
          Row(
            [
              .text(improvement.reference), .text(improvement.title),
              .text(improvement.source.rawValue), Cell(party),
              Cell(improvement.agreement.flatMap { names.agreements[$0] }), Cell(improvement.owner),
              Cell(improvement.registeredOn), Cell(due),
              improvement.doneOn == nil ? Cell(due.map { reader.asOf.day.days(to: $0) }) : .empty,
              .text(state), Cell(improvement.doneOn), Cell(improvement.effectCheckedOn),
              Cell(improvement.benefit),
            ],
            mark: isOverdue ? .alert : .normal
          )
        )
      }
    }
  )
}

/// The names of parties and the references of agreements by their numbers.
struct PartyNames {
  private(set) var names: [Int64: String] = [:]
  private(set) var agreements: [Int64: String] = [:]

  init(_ reader: Reader) throws {
    try reader.forEachParty { names[$0.id] = $0.name }
    try reader.forEachAgreement { agreements[$0.id] = $0.reference }
  }
}
