import Model
import Rules
import Storage

/// Keeps what a check found: findings with a key of their own, once each.
struct CheckRecording {
  let result: CheckResult
  /// The only subject that was looked at, or nil for all.
  let subject: String?

  /// Writes the findings in one change, and says how many are new, found again, or gone.
  ///
  /// - Throws: ``StoreError/notAllowed(_:)`` for a day before that of a run that is kept already.
  func write(_ store: Store, _ request: WriteRequest) throws -> String {
    let day = result.asOf.day
    let known = try store.readLatest { try $0.records(Finding.self) }
    try requireOrder(known)
    let entries = FindingLedger(known, on: day).entries(result.outcome.findings, covers: covers)
    try store.putRecords(entries.map(record), today: day, request)
    return sentence(entries)
  }

  private func requireOrder(_ known: [Finding]) throws {
    guard let latest = known.map(\.lastSeenOn).max(), latest > result.asOf.day else { return }
    throw StoreError.notAllowed(
      "A run as of \(latest) is kept already, and runs are kept in the order of their days. "
        + "Check without --record, or as of \(latest) or a later day."
    )
  }

  private func covers(_ finding: Finding) -> Bool {
    let isAsked = result.outcome.rules.contains { $0.rule.id == finding.rule }
    return isAsked && (subject == nil || finding.subject == subject)
  }

  private func record(_ entry: FindingLedger.Entry) -> NewRecord {
    var record = NewRecord(
      Finding.type,
      reference: entry.key,
      effectiveOn: result.asOf.day
    )
    record.set("status", .text(entry.status.rawValue))
    record.set("firstSeenOn", .day(entry.firstSeenOn))
    record.set("lastSeenOn", .day(entry.lastSeenOn))
    if let finding = entry.finding { describe(finding, &record) }
    return record
  }

  private func describe(_ finding: CheckFinding, _ record: inout NewRecord) {
    let judgement = finding.judgement
    let reference = judgement.subject.reference
    record.set("rule", .text(finding.rule))
    record.set("subjectKind", .text(judgement.subject.kind.rawValue))
    record.set("subject", reference.isEmpty ? nil : .text(reference))
    record.set("grade", .text((judgement.grade ?? .info).rawValue))
    record.set("clause", .text(finding.clause ?? "good practice"))
    record.set("due", judgement.due.map(FieldValue.day))
    record.set("message", .text([judgement.message, judgement.upgrade].joinedWords))
  }

  private func sentence(_ entries: [FindingLedger.Entry]) -> String {
    let counts = FindingLedger.Event.allCases.map { event in
      "\(entries.count { $0.event == event }) \(event.words)"
    }
    return "Kept the findings as of \(result.asOf.day): \(counts.joined(separator: ", "))."
  }
}

extension [String?] {
  /// The texts that are there, with a blank between them.
  fileprivate var joinedWords: String { compactMap { $0 }.joined(separator: " ") }
}

extension FindingLedger.Event {
  fileprivate var words: String { self == .again ? "found again" : rawValue }
}
