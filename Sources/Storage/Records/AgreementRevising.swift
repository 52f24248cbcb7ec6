import GRDB
import Importing
import Model

/// Writes what a person changes of one agreement.
struct AgreementRevising {
  let session: WriteSession
  let wanted: AgreementChange

  init(_ session: WriteSession, _ wanted: AgreementChange) {
    self.session = session
    self.wanted = wanted
  }

  /// Writes the change.
  ///
  /// - Returns: The fields that differ; empty if nothing was written.
  func run() throws -> [PlanItem.Change] {
    let agreement = try session.agreement(wanted.reference)
    let before = try session.revision(of: agreement)
    var after = before
    after.facts.take(wanted.values)
    try AgreementValues.check(wanted.values, reference: wanted.reference, facts: after.facts)
    let fields = wanted.values.keys.sorted { $0.rawValue < $1.rawValue }
    let changes = fields.filter { before[$0] != after[$0] }.map { field in
      PlanItem.Change(
        field: "\(field)",
        before: before[field].text,
        after: after[field].text
      )
    }
    guard !changes.isEmpty || wanted.version != nil else { return [] }
    after.id = try session.nextRevision("agreement", of: agreement)
    after.changed = Set(fields).names
    after.source = .person
    after.digest = nil
    after.effectiveOn = try effect(after: before)
    let writer = try AgreementWriter(session)
    if let version = wanted.version {
      after.version = try insert(version, agreement, after.effectiveOn, writer)
    }
    try writer.insertRevision(after)
    return changes
  }

  private func effect(after before: RevisionRow) throws -> String {
    guard let day = wanted.effectiveOn ?? wanted.version?.effectiveFrom else {
      return before.effectiveOn
    }
    guard day.description >= before.effectiveOn else {
      throw StoreError.notAllowed(
        "The change of \(wanted.reference) would hold from \(day), and the latest values hold "
          + "from \(before.effectiveOn). Give a later day, or none to correct them."
      )
    }
    return day.description
  }

  private func insert(
    _ version: AgreementChange.Version,
    _ agreement: Int64,
    _ effect: String,
    _ writer: AgreementWriter
  ) throws -> Int64 {
    let number = try Int64.fetchOne(
      session.database,
      sql: "SELECT max(1, ifnull(max(number), 1)) + 1 FROM agreementVersion WHERE agreementId = ?",
      arguments: [agreement]
    )
    let row = VersionRow(
      agreement: agreement,
      number: number ?? 2,
      effectiveFrom: version.effectiveFrom,
      amendment: version.amendment,
      title: version.title,
      effectiveOn: CivilDay(effect) ?? version.effectiveFrom
    )
    try writer.insertVersion(row, .person)
    return row.number
  }
}

extension FactSource {
  /// A person's entry.
  static var person: FactSource { FactSource(sourceId: nil, place: nil) }
}

extension [StoredValue] {
  /// Sets facts, in the order of ``AgreementFacts/fields``, to what a person gives.
  mutating func take(_ values: [Field: RecordValue]) {
    for (field, value) in values where AgreementFacts.set.contains(field) {
      if let stored = value.stored(field) { self[Int(field.rawValue)] = stored }
    }
  }
}

extension Set<Field> {
  /// The names in the order of the fields, comma-separated.
  var names: String {
    sorted { $0.rawValue < $1.rawValue }.map { "\($0)" }.joined(separator: ",")
  }
}

extension Store {
  /// Runs a small change; one that finds nothing to do is taken back and leaves no entry.
  func changeUnlessSame(
    _ request: WriteRequest,
    _ payload: [String: String?],
    body: (WriteSession) throws -> [PlanItem.Change]
  ) throws -> [PlanItem.Change] {
    do {
      return try change(request, payload) { session in
        let changes = try body(session)
        if changes.isEmpty, session.isEmpty { throw NothingToDo() }
        return changes
      }
    } catch is NothingToDo {
      return []
    }
  }
}

private struct NothingToDo: Error {}
