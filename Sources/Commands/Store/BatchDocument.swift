import Model
import Reporting
import Storage

/// An import as people and programs read it.
enum BatchDocument {
  static func make(_ batch: StoredBatch) -> Document {
    Document(
      title: "Batch \(batch.id): \(batch.profile)",
      sections: [facts(batch), files(batch), conflicts(batch)]
    )
  }

  private static func facts(_ batch: StoredBatch) -> Document.Section {
    .fields(
      [
        Column("id", "Batch", .integer), Column("profile", "Profile"),
        Column("profileSha256", "Profile's SHA-256"), Column("source", "Source"),
        Column("effectiveOn", "Holds from", .day), Column("recordedAt", "Imported"),
        Column("actor", "By"), Column("journalEntry", "Journal entry", .integer),
        Column("undoneAt", "Taken back"), Column("summary", "Counts"),
      ],
      Row([
        .integer(batch.id), .text(batch.profile), Cell(batch.profileDigest),
        .text(batch.scheme), Cell(CivilDay(batch.effectiveOn)), .text(batch.recordedAt),
        .text(batch.actor), .integer(batch.entry), Cell(batch.undoneAt), .text(batch.summary),
      ])
    )
  }

  private static func files(_ batch: StoredBatch) -> Document.Section {
    .table(
      key: "files",
      title: "Files",
      [Column("path", "Path"), Column("bytes", "Bytes", .integer), Column("sha256", "SHA-256")],
      batch.sources.map {
        Row([.text($0.path), .integer($0.byteCount), .text($0.sha256)])
      }
    )
  }

  private static func conflicts(_ batch: StoredBatch) -> Document.Section {
    .table(
      key: "conflicts",
      title: "Kept against the source",
      [
        Column("agreement", "Agreement"), Column("field", "Field"), Column("kept", "Kept"),
        Column("offered", "The source says"),
      ],
      batch.conflicts.map {
        Row([.text($0.agreement), .text($0.field), Cell($0.kept), Cell($0.offered)])
      }
    )
  }
}

/// What taking back an import did, as people read it.
enum UndoText {
  static func text(_ outcome: UndoOutcome) -> String {
    let counts = [
      (outcome.agreements, "agreements voided"), (outcome.versions, "versions voided"),
      (outcome.revisions, "changes taken back"), (outcome.parties, "parties voided"),
      (outcome.others, "other entries taken back"),
    ]
    let done = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    var lines = ["Took back batch \(outcome.batch): \(done.isEmpty ? "nothing to do" : done)."]
    if !outcome.isComplete { lines.append("What stays:") }
    lines += outcome.kept.map { "  \($0.kind) \($0.reference): \($0.reason)" }
    return lines.joined(separator: "\n")
  }
}
