import Model
public import Storage

extension Report<Reader> {
  /// What was added, changed, ended and voided between two days, by kind of record and reference.
  ///
  /// The earlier day is the first one of the filter, the later one that of the reader. Without a
  /// first day all that there is was added.
  public static let changes = Report(
    id: "changes",
    title: "Changes",
    summary: "What was added, changed, ended and voided between two days, fact by fact.",
    noun: CountNoun("change", "changes"),
    emptySentence: "Nothing changed between the two days.",
    columns: changeColumns,
    notes: [
      "Both days count as of their end. From is the day from which a change holds, By who recorded "
        + "it. Parts of an agreement or a party that is new itself are not listed again.",
      "With --known now, changes are what took effect between the two days. With --known then, what "
        + "was recorded and voided between them counts too, whatever day it holds from.",
    ],
    rows: { reader, filter, write in
      let day = filter.from.map { CivilDay(number: $0) } ?? .first
      try reader.forEachChange(since: day, of: filter.record) { change in
        guard filter.fits(change) else { return }
        for row in changeRows(change) { try write(row) }
      }
    }
  )

  static let changeColumns: [Column] = [
    Column("record", "Record", importance: .high, minimumWidth: 9),
    Column("reference", "Reference", importance: .essential, minimumWidth: 9),
    Column("title", "Title", importance: .medium, minimumWidth: 14),
    Column("agreement", "Agreement", formats: .data),
    Column("party", "Party", importance: .medium, minimumWidth: 12),
    Column("partyReference", "Party reference", formats: .data),
    Column("change", "Change", importance: .essential, overflow: .whole),
    Column("fact", "Fact", importance: .high, overflow: .whole),
    Column("before", "Before", importance: .high, minimumWidth: 10),
    Column("after", "After", importance: .high, minimumWidth: 10),
    Column("effectiveOn", "From", .day, importance: .high),
    Column("recordedAt", "Recorded", importance: .low, overflow: .whole),
    Column("actor", "By", importance: .medium, minimumWidth: 8),
    Column("reason", "Reason", importance: .low),
    Column("entry", "Journal", .integer, importance: .low),
    Column("source", "Read from", .record(sourceColumns), importance: .low),
    Column("facts", "Facts", .list(of: .record(factColumns)), formats: .nested),
  ]

  private static var factColumns: [Column] {
    [Column("fact", "Fact"), Column("value", "Value")]
  }

  /// A row for each fact that changed, one for all else.
  static func changeRows(_ change: ChangedRecord) -> [Row] {
    switch change.kind {
    case .changed: change.facts.map { row(change, $0, $0.origin, []) }
    case .added, .voided: [row(change, nil, change.origin, change.facts)]
    case .ended:
      // An agreement ends by its status, everything else as a whole.
      change.facts.first.flatMap { $0.after == nil ? nil : $0 }.map {
        [row(change, $0, change.origin, [])]
      } ?? [row(change, nil, change.origin, change.facts)]
    }
  }

  private static func row(
    _ change: ChangedRecord,
    _ fact: ChangedRecord.Fact?,
    _ origin: ChangedRecord.Origin,
    _ facts: [ChangedRecord.Fact]
  ) -> Row {
    Row(
      [
        .text(change.record), .text(change.reference), Cell(change.title), Cell(change.agreement),
        Cell(change.partyName), Cell(change.partyReference), .text(change.kind.rawValue),
        Cell(fact?.name), Cell(fact?.before), Cell(fact?.after),
        Cell(origin.effectiveOn.flatMap { CivilDay($0) }), .text(origin.recordedAt),
        .text(origin.actor), Cell(change.reason), .integer(origin.entry),
        sourceCell(origin.source),
        .list(facts.map { .record([.text($0.name), Cell($0.after ?? $0.before)]) }),
      ],
      mark: change.kind == .ended || change.kind == .voided ? .warning : .normal
    )
  }
}

extension ReportFilter {
  /// The kind of record to which changes are narrowed down, nil for all.
  fileprivate var record: String? {
    kind.map { AgreementKind(rawValue: $0) == nil ? $0 : "agreement" }
  }

  fileprivate func fits(_ change: ChangedRecord) -> Bool {
    if let kind, kind != change.record, kind != change.agreementKind { return false }
    guard fits(status: change.kind.rawValue) else { return false }
    guard let wanted = party else { return true }
    return change.partyReference == wanted || AgreementRow.matches(change.partyName, wanted)
  }
}
