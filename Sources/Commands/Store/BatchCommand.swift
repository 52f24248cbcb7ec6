import ArgumentParser
import Foundation
import Reporting
import Storage

/// `liaison batch`: what was imported.
struct BatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch",
    abstract: "List and show imports, and take one back.",
    discussion: """
        liaison batch list
        liaison batch undo 3
      """,
    subcommands: [BatchList.self, BatchShow.self, BatchUndoCommand.self]
  )
}

/// `liaison batch list`.
struct BatchList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List imports, oldest first.",
    discussion: "  liaison batch list --format json"
  )

  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var formatOptions: FormatOptions

  func run() throws {
    let machine = Machine.current()
    let listing = Listing(
      "Imports",
      CountNoun("import", "imports"),
      [
        Column("id", "Batch", .integer, importance: .essential),
        Column("recordedAt", "Imported", importance: .high, overflow: .whole),
        Column("profile", "Profile", importance: .essential), Column("source", "Source"),
        Column("files", "Files", .list(of: .text)),
        Column("effectiveOn", "Holds from", importance: .low),
        Column("actor", "By", importance: .low), Column("undoneAt", "Taken back"),
      ],
      try storeOptions.open(machine).batches().map(row)
    )
    try listing.show(formatOptions, machine)
  }

  private func row(_ batch: StoredBatch) -> Row {
    Row([
      .integer(batch.id), .text(batch.recordedAt), .text(batch.profile), .text(batch.scheme),
      .list(batch.sources.map { .text($0.path) }), .text(batch.effectiveOn), .text(batch.actor),
      Cell(batch.undoneAt),
    ])
  }
}

/// `liaison batch show NUMBER`.
struct BatchShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show an import: files, counts, and what was kept against the source.",
    discussion: "  liaison batch show 3"
  )

  @Argument(help: "The batch's number; see `liaison batch list`.")
  var id: Int64

  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var formatOptions: FormatOptions

  func run() throws {
    let machine = Machine.current()
    let batch = try storeOptions.open(machine).batch(id)
    try BatchDocument.make(batch).write(
      as: formatOptions.format,
      to: FileDescriptorSink(STDOUT_FILENO),
      Terminal.rendering(
        formatOptions,
        machine,
        heading: RenderingOptions.Heading(title: "")
      )
    )
  }
}

/// `liaison batch undo NUMBER`.
struct BatchUndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take an import back, and say what has to stay and why.",
    discussion: """
      Ends with 1 if something has to stay, such as what somebody changed since.

        liaison batch undo 3
      """
  )

  @Argument(help: "The batch's number; see `liaison batch list`.")
  var id: Int64

  @OptionGroup var storeOptions: StoreOptions

  func run() throws {
    let machine = Machine.current()
    let outcome = try storeOptions.open(machine)
      .undoBatch(id, storeOptions.write(machine, "batch undo"))
    try StandardOutput.line(UndoText.text(outcome))
    if !outcome.isComplete { throw ExitCode(1) }
  }
}
