import ArgumentParser
import Model
import Policies
import Reporting
import Rules
import Storage

/// `liaison assessment snapshot`.
struct AssessmentSnapshotTake: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snapshot",
    abstract: "Keep the self-assessment as it stands, for comparing it later.",
    discussion: """
      What is claimed and what is proven today is kept with a digest. No command
      changes it.

        liaison assessment snapshot
        liaison assessment snapshot Y-2026 --edition 2011
      """
  )

  @Argument(help: "Our reference (default: the next number).")
  var reference: String?

  @Option(help: "The edition: 2005, 2011 or 2018 (default: that of the policy).")
  var edition: Edition?

  @OptionGroup var storeOptions: StoreOptions

  func run() throws {
    let machine = Machine.current()
    try storeOptions.change("assessment snapshot") { store, write, today in
      let frozen = try store.read(asOf: AsOf(day: today, knowledge: .now)) {
        try AssessmentRun($0, machine, edition).frozen
      }
      let record = try Self.record(frozen, reference, today, by: write.actor)
      let reference = try store.addRecord(record, today: today, write)
      let problems = frozen.rows.reduce(0) { $0 + $1.problems.count }
      return "Kept the self-assessment by the edition of \(frozen.edition) as \(reference): "
        + "\(frozen.rows.count) clauses, \(problems) things to do."
    }
  }

  private static func record(
    _ frozen: FrozenAssessment,
    _ reference: String?,
    _ today: CivilDay,
    by actor: String
  ) throws -> NewRecord {
    let text = try frozen.text()
    var record = NewRecord(AssessmentSnapshot.type, reference: reference, effectiveOn: today)
    record.set("edition", .text(frozen.edition))
    record.set("takenOn", .day(today))
    record.set("takenBy", .text(actor))
    record.set("sha256", .text(FrozenAssessment.digest(text)))
    record.set("content", .text(text))
    return record
  }
}

/// `liaison assessment snapshots`.
struct AssessmentSnapshotList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snapshots",
    abstract: "List the self-assessments that were kept.",
    discussion: "  liaison assessment snapshots"
  )

  @OptionGroup var readingOptions: ReadingOptions

  func run() throws {
    try readingOptions.show { reader in
      Listing(
        "Snapshots",
        CountNoun("snapshot", "snapshots"),
        [
          Column("reference", "Reference", importance: .essential), Column("edition", "Edition"),
          Column("takenOn", "As of", .day), Column("takenBy", "By"), Column("sha256", "SHA-256"),
        ],
        try reader.records(AssessmentSnapshot.self).map { snapshot in
          Row([
            .text(snapshot.reference), .text(snapshot.edition.rawValue), Cell(snapshot.takenOn),
            Cell(snapshot.takenBy), .text(snapshot.sha256),
          ])
        }
      )
    }
  }
}
