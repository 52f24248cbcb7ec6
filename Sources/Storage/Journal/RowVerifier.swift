import GRDB

/// Hashes all rows of the audited tables again and compares with what the entries state.
///
/// One pass for each table, in the order of recording and sequence: rows and stated digests are
/// two streams in order of entry, so nothing but one digest is held in memory. Most rows lie in
/// that order already; only if they do not does SQLite sort them.
final class RowVerifier {
  private let database: Database
  private let findings: JournalFindings
  private(set) var rowCount: Int64 = 0
  /// The entries of recordings, from the id at hand on, as the rows come by.
  private let recordings: RawStatement
  private var entryOfRecording: (recording: Int64, entry: Int64?)

  init(_ database: Database, _ findings: JournalFindings) throws {
    self.database = database
    self.findings = findings
    recordings = try RawStatement(database, "SELECT entryId FROM recording WHERE id = ?")
    entryOfRecording = (-1, nil)
  }

  /// Checks every table.
  func verify() throws {
    for table in AuditedTable.all { try verify(table) }
    let known = AuditedTable.all.map { "'\($0.name)'" }.joined(separator: ", ")
    let others = try Row.fetchAll(
      database,
      sql: """
        SELECT entryId, tableName FROM journalDigest
        WHERE tableName NOT IN (\(known)) ORDER BY entryId, tableName LIMIT 1000
        """
    )
    for row in others {
      let (entry, table): (Int64, String) = (row["entryId"], row["tableName"])
      findings.add(
        "Entry \(entry) states rows of \(table), a table that the journal does not cover.",
        entry: entry,
        table: table
      )
    }
  }

  private func verify(_ table: AuditedTable) throws {
    if try verify(table, isSorted: false) { return }
    _ = try verify(table, isSorted: true)
  }

  /// Checks one table.
  ///
  /// - Returns: False if the rows lie in another order and must be sorted; nothing was found then.
  private func verify(_ table: AuditedTable, isSorted: Bool) throws -> Bool {
    let rows = try TableDigest(database, table: table.name, order: isSorted ? .journal : .stored)
    let place = Int32(table.columns.count - 2)
    let stated = try StatedDigests(database, table: table.name)
    var mismatches: [EntryRows] = []
    var current: EntryRows?
    var last = (recording: Int64.min, sequence: Int64.min)
    var count: Int64 = 0
    while try rows.statement.step() {
      let position = (rows.statement.integer(place), rows.statement.integer(place + 1))
      guard isSorted || last < position else { return false }
      if position.0 != last.recording {
        let entry = try entry(of: position.0)
        if current == nil || current?.entry != entry {
          if let current { try stated.compare(current, &mismatches) }
          current = EntryRows(entry: entry, recording: position.0)
        }
      }
      last = position
      if let digest = current?.digest { rows.add(to: digest) }
      count += 1
    }
    if let current { try stated.compare(current, &mismatches) }
    try stated.finish(&mismatches)
    rowCount += count
    for mismatch in mismatches { try report(mismatch, table) }
    if stated.hiddenCount > 0 { findings.addUnnamed(stated.hiddenCount) }
    return true
  }

  private func entry(of recording: Int64) throws -> Int64? {
    recordings.bind(1, recording)
    guard try recordings.step() else { return nil }
    defer { recordings.reset() }
    return recordings.integer(0)
  }

  // MARK: Saying what is wrong

  private func report(_ rows: EntryRows, _ table: AuditedTable) throws {
    let name = table.name
    guard let entry = rows.entry else {
      let record = try RecordName(database, table).first(recording: rows.recording)
      return findings.add(
        "Table \(name) has \(rowsText(rows.actual)) of recording \(rows.recording), which does "
          + "not exist.\(named(record))",
        table: name,
        record: record
      )
    }
    switch rows.stated {
    case nil:
      let record = try RecordName(database, table).first(entry: entry)
      findings.add(
        "Table \(name) has \(rowsText(rows.actual)) of entry \(entry) that the entry does not "
          + "state.\(named(record))",
        entry: entry,
        table: name,
        record: record
      )
    case let stated? where stated == rows.actual:
      let record = stated == 1 ? try RecordName(database, table).first(entry: entry) : nil
      let subject =
        stated == 1
        ? "The row that entry \(entry) wrote"
        : "A row among the \(stated) that entry \(entry) wrote"
      findings.add(
        "\(subject) into table \(name) was changed.\(named(record))",
        entry: entry,
        table: name,
        record: record
      )
    case let stated?:
      findings.add(
        "Entry \(entry) wrote \(rowsText(stated)) into table \(name), and \(rows.actual) "
          + "\(rows.actual == 1 ? "is" : "are") there.",
        entry: entry,
        table: name
      )
    }
  }

  private func rowsText(_ count: Int64) -> String { "\(count) row\(count == 1 ? "" : "s")" }

  private func named(_ record: String?) -> String { record.map { " It is \($0)." } ?? "" }
}

/// The rows of one entry in one table: how many are there, and how many the entry states.
struct EntryRows {
  /// Nil if the rows' recording does not exist.
  var entry: Int64?
  var recording: Int64
  /// Let go when the rows were counted.
  var digest: RowDigest? = RowDigest()
  var actual: Int64 = 0
  var stated: Int64?
}

/// The digests that entries state for one table, as a stream in order of entry.
private final class StatedDigests {
  private let statement: RawStatement
  private var hasRow: Bool
  /// Mismatches beyond those that are kept.
  private(set) var hiddenCount = 0
  private static let limit = 1000

  init(_ database: Database, table: String) throws {
    statement = try RawStatement(
      database,
      """
      SELECT entryId, rowCount, digest FROM journalDigest WHERE tableName = ? ORDER BY entryId
      """
    )
    statement.bind(1, table)
    hasRow = try statement.step()
  }

  /// Compares an entry's rows with what it states; what differs is appended.
  func compare(_ rows: EntryRows, _ mismatches: inout [EntryRows]) throws {
    var rows = rows
    rows.actual = rows.digest?.rowCount ?? 0
    let digest = rows.digest?.finalize() ?? []
    rows.digest = nil
    if let entry = rows.entry {
      while hasRow, statement.integer(0) < entry { try missing(&mismatches) }
      if hasRow, statement.integer(0) == entry {
        rows.stated = statement.integer(1)
        let isSame = rows.stated == rows.actual && statement.blob(2) == digest
        hasRow = try statement.step()
        if isSame { return }
      }
    }
    keep(rows, &mismatches)
  }

  /// Appends the entries whose rows are all missing.
  func finish(_ mismatches: inout [EntryRows]) throws {
    while hasRow { try missing(&mismatches) }
  }

  private func missing(_ mismatches: inout [EntryRows]) throws {
    keep(
      EntryRows(
        entry: statement.integer(0),
        recording: 0,
        digest: nil,
        stated: statement.integer(1)
      ),
      &mismatches
    )
    hasRow = try statement.step()
  }

  private func keep(_ rows: EntryRows, _ mismatches: inout [EntryRows]) {
    if mismatches.count < Self.limit { mismatches.append(rows) } else { hiddenCount += 1 }
  }
}
