import Model
public import Storage

extension Report<Reader> {
  /// Every agreement, with its parties, dates and value, in order of reference.
  public static let register = Report(
    id: "register",
    title: "Register of agreements",
    summary: "Every agreement with its parties, dates and value.",
    noun: CountNoun("agreement", "agreements"),
    columns: registerColumns,
    rows: { reader, filter, write in
      try AgreementRows(reader).forEach(filter) { row in
        if filter.contains(row.standing.termEnd ?? row.record.terms.endsOn) {
          try write(registerRow(row))
        }
      }
    }
  )

  private static let registerColumns: [Column] = [
    Column("reference", "Reference", importance: .essential, overflow: .whole),
    Column("title", "Title", importance: .high, minimumWidth: 20),
    Column("kind", "Kind", importance: .low),
    Column("structure", "Structure", importance: .low, formats: .data),
    Column("status", "Status", importance: .high),
    Column("party", "Party", importance: .high, minimumWidth: 14),
    Column("partyReference", "Party reference", importance: .low, formats: .data),
    Column("parties", "Parties", .list(of: .record(partyColumns)), formats: .nested),
    Column(
      "partyIdentifiers",
      "Party identifiers",
      .list(of: .record(identifierColumns)),
      formats: .nested
    ),
    Column("owner", "Owner", importance: .medium),
    Column("tier", "Tier", importance: .low),
    Column("startsOn", "Starts", .day, importance: .medium),
    Column("endsOn", "Ends", .day, importance: .high),
    Column("latestPossibleEnd", "Latest end", .day, importance: .low),
    Column("currentTerm", "Current term", .period, importance: .low, formats: .data),
    Column("renewal", "Renewal", importance: .low),
    Column("noticePeriod", "Notice", importance: .low),
    Column("noticeDeadline", "Notice deadline", .day, importance: .medium),
    Column("safeNoticeOn", "Safe day", .day, importance: .low, formats: .data),
    Column("dispatchBy", "Send by", .day, importance: .medium),
    Column("daysToDispatch", "Days", .integer, importance: .low),
    Column("nextReviewDue", "Next review", .day, importance: .low),
    Column("value", "Value", .money, importance: .medium),
    Column("annualValue", "Per year", .money, importance: .low),
    Column("source", "Source", .record(sourceColumns), importance: .low, formats: .data),
  ]

  static var partyColumns: [Column] {
    [Column("reference", "Reference"), Column("name", "Name"), Column("role", "Role")]
  }

  static var identifierColumns: [Column] {
    [Column("scheme", "Scheme"), Column("value", "Value")]
  }

  static var sourceColumns: [Column] {
    [
      Column("file", "File"), Column("line", "Line", .integer),
      Column("record", "Record", .integer),
    ]
  }

  private static func registerRow(_ row: AgreementRow) -> Row {
    let record = row.record
    let standing = row.standing
    let party = row.counterparty
    return Row(
      [
        .text(record.reference), Cell(record.title), Cell(record.kind), Cell(record.structure),
        .text(standing.status.rawValue), Cell(party?.name), Cell(party?.reference),
        .list(row.parties.map(partyCell)),
        .list(
          (party?.identifiers ?? []).map { .record([.text($0.scheme), .text($0.value)]) }
        ),
        Cell(row.owner), Cell(row.tier), Cell(record.terms.startsOn),
        Cell(record.terms.initialEnd), Cell(standing.latestPossibleEnd),
        Cell(from: standing.currentTerm?.startsOn, to: standing.currentTerm?.endsOn),
        Cell(record.terms.renewal?.rawValue), Cell(record.noticePeriod),
        Cell(standing.noticeDeadline), Cell(standing.safeNoticeOn), Cell(standing.dispatchBy),
        Cell(standing.daysToDispatch), Cell(record.nextReviewDue), Cell(record.value),
        Cell(record.annualValue), sourceCell(record.source),
      ],
      mark: standing.mark
    )
  }

  static func partyCell(_ entry: PartyInAgreement) -> Cell {
    .record([.text(entry.party.reference), .text(entry.party.name), .text(entry.role)])
  }

  static func sourceCell(_ source: RecordSource?) -> Cell {
    guard let source else { return .empty }
    return .record([
      .text(source.file), Cell(source.line.map(Int.init)), Cell(source.record.map(Int.init)),
    ])
  }
}

extension AgreementStanding {
  /// How a row about the agreement is shown: late is an alert, soon a warning.
  var mark: Row.Mark {
    guard status == .active || status == .upcoming, let days = daysToDispatch else {
      return .normal
    }
    if days < 0 { return .alert }
    return days <= 90 ? .warning : .normal
  }
}
