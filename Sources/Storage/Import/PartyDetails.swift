import GRDB
import Importing
import Model

/// Settles what an import says of each party, and writes it at the end.
///
/// Records of one source may describe one party differently. What is kept must not depend on
/// the order of the records, so of all statements the one that sorts first as bytes is taken;
/// a detail that is missing sorts last, so that a fuller statement wins over a bare name.
final class PartyDetails {
  /// The day since which a party is known if nobody says when it began: as far back as asked.
  static let sinceEver = "0001-01-01"

  /// The columns of `partyRevision` that a source can fill, name first.
  static let columns = [
    "name", "country", "address", "postalCode", "city", "email", "phone", "website",
  ]

  private let session: WriteSession
  private let request: ImportRequest
  private let keep: RawStatement

  init(_ session: WriteSession, request: ImportRequest) throws {
    self.session = session
    self.request = request
    let database = session.database
    try database.execute(
      sql: """
        DROP TABLE IF EXISTS temp.partyCandidate;
        CREATE TEMP TABLE partyCandidate (
          partyId INTEGER PRIMARY KEY, sourceId INTEGER, line INTEGER, record INTEGER,
          \(Self.columns.joined(separator: ", "))
        )
        """
    )
    let names = Self.columns.joined(separator: ", ")
    let new = Self.columns.map { "excluded.\($0)" }.joined(separator: ", ")
    let old = Self.columns.map { "coalesce(\($0), char(1114111))" }.joined(separator: ", ")
    let newText = Self.columns.map { "coalesce(excluded.\($0), char(1114111))" }.joined(
      separator: ", "
    )
    keep = try RawStatement(
      database,
      """
      INSERT INTO temp.partyCandidate (partyId, sourceId, line, record, \(names))
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (partyId) DO UPDATE SET
        (sourceId, line, record, \(names)) =
        (excluded.sourceId, excluded.line, excluded.record, \(new))
      WHERE (\(newText)) < (\(old))
      """
    )
  }

  /// Takes one statement about a party.
  func take(
    _ draft: borrowing Draft,
    _ party: DraftParty,
    id: Int64,
    from source: FactSource
  ) throws {
    keep.bind(1, id)
    keep.bind(2, source.sourceId)
    keep.bind(3, source.line)
    keep.bind(4, source.record)
    keep.bind(5, draft.string(party.name))
    for (number, path) in DraftParty.details.enumerated() {
      keep.bind(Int32(number) + 6, party[keyPath: path].map(draft.string))
    }
    try keep.run()
  }

  /// Takes what was said of a party as said of another, which it turned out to be.
  func move(_ party: Int64, to other: Int64) throws {
    let said = try RawStatement(
      session.database,
      """
      SELECT sourceId, line, record, \(Self.columns.joined(separator: ", "))
      FROM temp.partyCandidate WHERE partyId = ?
      """
    )
    said.bind(1, party)
    if try said.step() {
      keep.bind(1, other)
      for column in 0..<Int32(3) { keep.bind(column + 2, said.optionalInteger(column)) }
      for column in 3..<Int32(3 + Self.columns.count) {
        keep.bind(column + 2, said.optionalText(column))
      }
      said.reset()
      try keep.run()
    }
    try forget(party)
  }

  private func forget(_ party: Int64) throws {
    try session.database.execute(
      sql: "DELETE FROM temp.partyCandidate WHERE partyId = ?",
      arguments: [party]
    )
  }

  // MARK: Writing

  /// Writes what is new or changed, in order of party.
  func finish(firstNewId: Int64, counts: inout ImportCounts, plan: (PlanItem) -> Void) throws {
    let names = Self.columns.joined(separator: ", ")
    let candidates = try RawStatement(
      session.database,
      """
      SELECT partyId, sourceId, line, record, \(names), party.reference
      FROM temp.partyCandidate JOIN party ON party.id = partyId ORDER BY partyId
      """
    )
    let current = try RawStatement(
      session.database,
      """
      SELECT \(names), id FROM partyRevision
      WHERE id BETWEEN ?1 << 20 AND (?1 << 20) + 1048575
      ORDER BY effectiveOn DESC, recordingId DESC, id DESC LIMIT 1
      """
    )
    let count = Int32(Self.columns.count)
    while try candidates.step() {
      let party = candidates.integer(0)
      let said = (0..<count).map { candidates.optionalText($0 + 4) }
      let source = FactSource(candidates, from: 1)
      let reference = candidates.text(count + 4)
      guard party < firstNewId else {
        counts.new += 1
        try insert(party, number: 1, values: said, changed: nil, source)
        plan(
          PlanItem(
            action: .new,
            kind: "party",
            reference: reference,
            changes: [],
            place: source.place
          )
        )
        continue
      }
      current.bind(1, party)
      guard try current.step() else {
        try insert(party, number: 1, values: said, changed: nil, source)
        continue
      }
      let before = (0..<count).map { current.optionalText($0) }
      let number = (current.integer(count) & 0xFFFFF) + 1
      current.reset()
      try revise(
        party,
        reference,
        number: number,
        before: before,
        said: said,
        source,
        &counts,
        plan
      )
    }
  }

  private func revise(
    _ party: Int64,
    _ reference: String,
    number: Int64,
    before: [String?],
    said: [String?],
    _ source: FactSource,
    _ counts: inout ImportCounts,
    _ plan: (PlanItem) -> Void
  ) throws {
    var after = before
    var changes: [PlanItem.Change] = []
    var conflicts: [PlanItem.Change] = []
    for (index, value) in said.enumerated() {
      guard let value, value != before[index] else { continue }
      let change = PlanItem.Change(
        field: Self.columns[index],
        before: before[index],
        after: value
      )
      if try isOwnedByPerson(party, Self.columns[index]) {
        conflicts.append(change)
      } else if request.overwrite != .never || before[index] == nil {
        after[index] = value
        changes.append(change)
      }
    }
    if !conflicts.isEmpty {
      counts.conflicting += 1
      plan(
        PlanItem(
          action: .conflicting,
          kind: "party",
          reference: reference,
          changes: conflicts,
          place: source.place
        )
      )
    }
    guard !changes.isEmpty else {
      if conflicts.isEmpty { counts.unchanged += 1 }
      return
    }
    counts.changed += 1
    try insert(
      party,
      number: number,
      values: after,
      changed: changes.map(\.field).joined(separator: ","),
      source
    )
    plan(
      PlanItem(
        action: .changed,
        kind: "party",
        reference: reference,
        changes: changes,
        place: source.place
      )
    )
  }

  /// Whether a person set the field after every source did.
  private func isOwnedByPerson(_ party: Int64, _ column: String) throws -> Bool {
    let row = try Row.fetchOne(
      session.database,
      sql: """
        SELECT sourceId FROM partyRevision WHERE id BETWEEN ?1 << 20 AND (?1 << 20) + 1048575
          AND (changed IS NULL OR instr(',' || changed || ',', ',' || ?2 || ',') > 0)
        ORDER BY recordingId DESC, id DESC LIMIT 1
        """,
      arguments: [party, column]
    )
    guard let row else { return false }
    return row["sourceId"] == nil
  }

  private func insert(
    _ party: Int64,
    number: Int64,
    values: [String?],
    changed: String?,
    _ source: FactSource
  ) throws {
    let writer = try session.writer("partyRevision")
    writer.startRow()
    writer.set(0, party << 20 + number)
    writer.set(1, party)
    let columns = AuditedTable.named("partyRevision")?.columns ?? []
    for (index, column) in columns.enumerated() {
      guard let value = Self.columns.firstIndex(of: column) else { continue }
      writer.set(index, values[value])
    }
    writer.set(15, changed)
    source.set(writer, from: 16)
    writer.set(19, Self.sinceEver)
    try writer.finishRow(session.position())
  }
}

extension FactSource {
  /// Reads the columns sourceId, line and record.
  init(_ statement: RawStatement, from column: Int32) {
    sourceId = statement.optionalInteger(column)
    line = statement.optionalInteger(column + 1)
    record = statement.optionalInteger(column + 2)
  }

  /// The place, or nil if no line is known.
  var place: Place? { line.map { Place(line: Int($0), record: record.map(Int.init)) } }
}
