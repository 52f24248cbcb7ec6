import GRDB

/// Reckons the chain of the journal's entries again.
struct ChainVerifier {
  let database: Database
  let findings: JournalFindings
  private(set) var entryCount: Int64 = 0
  private(set) var head = JournalEntry.origin
  private var lastId: Int64 = 0
  private var foundsHead = false

  init(_ database: Database, _ findings: JournalFindings) {
    self.database = database
    self.findings = findings
  }

  /// Checks all entries, oldest first, and looks for the expected head among them.
  mutating func verify(expectedHead: String?) throws {
    let expected = expectedHead?.lowercased()
    let entries = try RawStatement(
      database,
      """
      SELECT id, recordedAt, actor, command, payload, salt, payloadDigest, rowsDigest,
        previousHash, hash
      FROM journalEntry ORDER BY id
      """
    )
    let rows = try RawStatement(
      database,
      "SELECT tableName, rowCount, digest FROM journalDigest WHERE entryId = ? ORDER BY tableName"
    )
    while try entries.step() {
      try verify(entries, rows)
      if let expected, hexadecimalText(head) == expected { foundsHead = true }
    }
    guard let expected, !foundsHead, expected != hexadecimalText(JournalEntry.origin) else {
      return
    }
    findings.add(
      "No entry has the hash \(expected), which was given as the head: entries at the end are "
        + "missing or were rewritten."
    )
  }

  private mutating func verify(_ entry: RawStatement, _ rows: RawStatement) throws {
    let id = entry.integer(0)
    checkNumber(id)
    let previous = entry.blob(8)
    let stored = entry.blob(9)
    let hash = JournalEntry.hash(
      previous: previous,
      id: id,
      recordedAt: entry.text(1),
      actor: entry.text(2),
      command: entry.text(3),
      payloadDigest: entry.blob(6),
      rowsDigest: entry.blob(7)
    )
    if previous != head {
      findings.add("Entry \(id) does not follow from the entry before it.", entry: id)
    }
    if hash != stored {
      findings.add("Entry \(id) was changed: its hash is not that of its content.", entry: id)
    }
    checkPayload(entry, id)
    if try JournalEntry.digest(JournalRows.of(entry: id, rows)) != entry.blob(7) {
      findings.add(
        "The list of tables that entry \(id) wrote was changed.",
        entry: id,
        table: "journalDigest"
      )
    }
    head = stored
    lastId = id
    entryCount += 1
  }

  private func checkNumber(_ id: Int64) {
    guard id != lastId + 1 else { return }
    let missing = id == lastId + 2 ? "Entry \(id - 1) is" : "Entries \(lastId + 1) to \(id - 1) are"
    findings.add("\(missing) missing.", entry: id - 1)
  }

  /// A redacted payload leaves its digest, which the chain covers.
  private func checkPayload(_ entry: RawStatement, _ id: Int64) {
    guard !entry.isNull(4) else { return }
    let digest = JournalEntry.digest(salt: entry.blob(5), payload: entry.text(4))
    guard digest != entry.blob(6) else { return }
    findings.add("The payload of entry \(id) was changed.", entry: id)
  }
}
