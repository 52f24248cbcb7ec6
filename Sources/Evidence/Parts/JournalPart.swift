import Reporting
import Storage

/// The journal, with all that its chain is made of.
///
/// Where names are replaced, what was done is left out: it has names in it, and the digests of the
/// chain are those of the real ones.
enum JournalPart {
  private static let columns = [
    Column("entry", "Entry", .integer), Column("recordedAt", "Recorded"), Column("actor", "By"),
    Column("command", "Command"), Column("payload", "What"),
    Column("inPeriod", "In the period", .flag), Column("payloadDigest", "Digest of what"),
    Column("rowsDigest", "Digest of rows"), Column("previousHash", "Hash before"),
    Column("hash", "Hash"),
  ]

  static func write(_ request: EvidenceRequest, _ writer: PackWriter) throws {
    let table = PackTable(
      name: "journal",
      title: "Journal",
      noun: CountNoun("entry", "entries"),
      columns: columns
    )
    let isOpen = writer.pseudonyms == nil
    try writer.write(table) { write in
      try request.reader.forEachJournalEntry { chained in
        let entry = chained.entry
        var row = Row([
          .integer(entry.id), .text(entry.recordedAt), .text(entry.actor), .text(entry.command),
          isOpen ? Cell(entry.payload) : .text("withheld"),
          request.isInPeriod(entry.recordedAt).map(Cell.flag) ?? .empty,
          .text(chained.payloadDigest), .text(chained.rowsDigest), .text(chained.previousHash),
          .text(entry.hash),
        ])
        row.anchor = "\(entry.id)"
        try write(row)
      }
    }
  }
}
