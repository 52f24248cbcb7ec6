import Model
import Storage

extension Report<Reader> {
  /// Disputes with their states, amounts and limitation days.
  static let disputes = Report(
    id: "disputes",
    title: "Disputes",
    summary: "Disputes: about what, how far they are, what is at stake, and until when.",
    noun: CountNoun("dispute", "disputes"),
    columns: [
      Column("reference", "Reference", importance: .essential, overflow: .whole),
      Column("subject", "About", importance: .essential),
      Column("agreement", "Agreement", importance: .high),
      Column("party", "Party", importance: .high), Column("openedBy", "By", importance: .low),
      Column("openedOn", "Opened", .day, importance: .high),
      Column("state", "State", importance: .essential, overflow: .whole),
      Column("stateSince", "Since", .day, importance: .high),
      Column("daysOpen", "Days open", .integer, importance: .medium),
      Column("amount", "Amount", .money, importance: .medium),
      Column("withheld", "Withheld", .money, importance: .low),
      Column("limitationOn", "Barred after", .day, importance: .medium),
      Column("outcome", "Outcome", importance: .low),
    ],
    rows: { reader, filter, write in
      try reader.forEachRelationship { file in
        guard filter.fits(file.party) else { return }
        for agreement in file.agreements {
          for dispute in agreement.records[Dispute.self] {
            let row = DisputeRow(dispute, agreement, file.party, reader.asOf.day)
            guard filter.fits(dispute.openedOn), filter.fits(status: row.state) else { continue }
            try write(row.row)
          }
        }
      }
    }
  )
}

/// A dispute with its last step.
struct DisputeRow {
  private let dispute: Dispute
  private let agreement: AgreementFile
  private let party: PartyFacts
  private let day: CivilDay
  private let last: DisputeStep?

  init(_ dispute: Dispute, _ agreement: AgreementFile, _ party: PartyFacts, _ day: CivilDay) {
    self.dispute = dispute
    self.agreement = agreement
    self.party = party
    self.day = day
    last = agreement.records[DisputeStep.self]
      .filter { $0.dispute == dispute.id && $0.kind != .entry && $0.happenedOn <= day }
      .max { ($0.happenedOn, $0.reference) < ($1.happenedOn, $1.reference) }
  }

  var state: String { last?.kind.rawValue ?? DisputeStep.Kind.raised.rawValue }

  /// Whether nothing has ended it.
  var isOpen: Bool {
    !["settled", "decided", "withdrawn", "closed"].contains(state)
  }

  var row: Row {
    let end = isOpen ? day : last?.happenedOn ?? day
    let isNear = isOpen && dispute.limitationOn.map { day.days(to: $0) <= 90 } ?? false
    return Row(
      [
        .text(dispute.reference), .text(dispute.subject), .text(agreement.reference),
        .text(party.name), .text(dispute.openedBy.rawValue), Cell(dispute.openedOn), .text(state),
        Cell(last?.happenedOn ?? dispute.openedOn), Cell(dispute.openedOn.days(to: end)),
        Self.cell(dispute.amount), Self.cell(dispute.withheld), Cell(dispute.limitationOn),
        Cell(dispute.outcome),
      ],
      mark: isNear ? .alert : .normal
    )
  }

  private static func cell(_ money: Money?) -> Cell {
    money.map { .money(minor: $0.minorUnits, currency: $0.currency.code) } ?? .empty
  }
}
