import Model
import Policies
import Storage

extension ReviewPack {
  // MARK: Targets

  private static let levelColumns = [
    Column("agreement", "Agreement", importance: .essential, overflow: .whole),
    Column("target", "Target", importance: .low),
    Column("title", "What is promised", importance: .essential, minimumWidth: 16),
    Column("promise", "Promise", importance: .high, overflow: .whole),
    Column("period", "Period", importance: .essential, overflow: .whole),
    Column("value", "Value", importance: .essential, alignment: .right, overflow: .whole),
    Column("state", "State", importance: .essential, overflow: .whole),
  ]

  /// The latest period of each target that holds, and how many periods since the last review were
  /// missed.
  var serviceLevels: Document.Section {
    let rows = targets.map { agreement, target, periods in
      let recent = periods.filter { $0.measurement.periodEnd > since }
      let missed = recent.count { Self.isMissed($0) }
      return Row(
        Self.cells(agreement, target, periods.last)
          + [Cell(periods.last?.trend), Cell(missed), Cell(recent.count)],
        mark: periods.last.map { Self.isMissed($0) } ?? true ? .alert : .normal
      )
    }
    return .table(
      key: "serviceLevels",
      title: "Service levels, latest period",
      Self.levelColumns + [
        Column("trend", "Trend", importance: .medium),
        Column("missed", "Missed", .integer, importance: .medium),
        Column("periods", "Of", .integer, importance: .medium),
      ],
      rows,
      emptySentence: "No service level target holds."
    )
  }

  /// The periods since the last review that were not met.
  var misses: Document.Section {
    let rows = targets.flatMap { agreement, target, periods in
      periods.filter { $0.measurement.periodEnd > since && Self.isMissed($0) }.map {
        Row(
          Self.cells(agreement, target, $0)
            + [Cell($0.measurement.reason), .text($0.measurement.reference)],
          mark: .alert
        )
      }
    }
    return .table(
      key: "misses",
      title: "Misses since \(since)",
      Self.levelColumns + [
        Column("reason", "Reason", importance: .medium),
        Column("measurement", "Measurement", formats: .data),
      ],
      rows,
      emptySentence: "No target was missed."
    )
  }

  /// The targets that hold, of agreements in force, with their periods.
  private var targets: [(AgreementFile, ServiceLevelTarget, [TargetHistory.Period])] {
    let sample = judged.policy.missTerms.minimumSample
    return file.agreements.filter(\.isActive).flatMap { agreement in
      agreement.records[ServiceLevelTarget.self]
        .filter { covers(day, from: $0.validFrom, through: $0.validThrough) }
        .map { target in
          let history = TargetHistory(target, agreement, sample, through: day)
          return (agreement, target, history.periods)
        }
    }
  }

  private static func isMissed(_ period: TargetHistory.Period) -> Bool {
    period.judged.state == .missed || period.judged.state == .noData
  }

  private static func cells(
    _ agreement: AgreementFile,
    _ target: ServiceLevelTarget,
    _ period: TargetHistory.Period?
  ) -> [Cell] {
    let term = period.map {
      Term(startsOn: $0.measurement.periodStart, endsOn: $0.measurement.periodEnd)
    }
    return [
      .text(agreement.reference), .text(target.reference), .text(target.title),
      .text(target.promise), Cell(term?.label),
      Cell(period?.judged.value.map { $0.text(decimals: 3) }),
      .text(period?.judged.state.rawValue ?? "notMeasured"),
    ]
  }

  // MARK: What is in dispute

  /// The open complaints of the party, and those of customers that it caused as a supplier.
  func complaints() throws -> Document.Section {
    let own = Set(file.agreements.map(\.id))
    var complaints = file.all(Complaint.self)
    let known = Set(complaints.map(\.id))
    complaints += try judged.reader.records(Complaint.self).filter { complaint in
      !known.contains(complaint.id)
        && (complaint.supplierAgreement.map { own.contains($0) } ?? false)
    }
    var rows: [Row] = []
    for complaint in complaints.sorted(by: { $0.reference < $1.reference }) {
      guard complaint.receivedAt <= judged.now, let state = try openState(of: complaint) else {
        continue
      }
      rows.append(
        Row([
          .text(complaint.reference), Cell(judged.zone.day(at: complaint.receivedAt)),
          Cell(complaint.severity?.rawValue), .text(state), Cell(complaint.description),
          Cell(complaint.responsible?.rawValue),
        ])
      )
    }
    return .table(
      key: "complaints",
      title: "Open complaints",
      [
        Column("reference", "Reference", importance: .essential, overflow: .whole),
        Column("receivedOn", "Received", .day, importance: .essential),
        Column("severity", "Severity", importance: .high),
        Column("state", "State", importance: .essential, overflow: .whole),
        Column("description", "What is wrong", importance: .high, minimumWidth: 18),
        Column("responsible", "Caused by", importance: .low),
      ],
      rows,
      emptySentence: "No open complaints."
    )
  }

  /// The state of a complaint; nil for one that is closed or none.
  private func openState(of complaint: Complaint) throws -> String? {
    let steps = try judged.reader.records(ComplaintStep.self, having: "complaint", complaint.id)
      .filter { $0.at <= judged.now }.sorted { ($0.at, $0.id) < ($1.at, $1.id) }
    guard
      let history = try? ComplaintHistory(
        receivedAt: complaint.receivedAt,
        events: steps.compactMap { ComplaintEvent($0) }
      )
    else { return "contradictory" }
    return history.state.isOpen ? history.state.rawValue : nil
  }

  var disputes: Document.Section {
    let rows = file.agreements.flatMap { agreement in
      agreement.records[Dispute.self].map { DisputeRow($0, agreement, file.party, day) }
    }
    return .table(
      key: "disputes",
      title: "Open disputes",
      Report<Reader>.disputes.columns,
      rows.filter(\.isOpen).map(\.row),
      emptySentence: "No open disputes."
    )
  }

  // MARK: Changes

  /// What changed since the last review, or within a year.
  func changes() throws -> Document.Section {
    let left: Set = ["agreement", "party", "partyReference", "facts"]
    let kept = Report<Reader>.changeColumns.indices.filter {
      !left.contains(Report<Reader>.changeColumns[$0].key)
    }
    var rows: [Row] = []
    try judged.reader.forEachChange(since: since) { change in
      guard change.partyReference == file.party.reference else { return }
      for var row in Report<Reader>.changeRows(change) {
        row.cells = kept.map { row.cells[$0] }
        rows.append(row)
      }
    }
    return .table(
      key: "changes",
      title: "Changes since \(since)",
      kept.map { Report<Reader>.changeColumns[$0] },
      rows,
      emptySentence: "Nothing changed."
    )
  }
}
