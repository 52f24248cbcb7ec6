import ArgumentParser
import Foundation
import Reporting
import Storage

/// `liaison doctor`: whether the store is sound.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Examine the store from the file to the last row.",
    discussion: """
      Ends with 1 if something is wrong, and says what to do.

        liaison doctor
      """
  )

  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var formatOptions: FormatOptions

  func run() throws {
    let machine = Machine.current()
    let checks = try storeOptions.open(machine).examine()
    let listing = Listing(
      "Examination of the store",
      CountNoun("check", "checks"),
      [
        Column("name", "Check", importance: .essential, overflow: .whole),
        Column("title", "What was looked at", importance: .high),
        Column("isSound", "Sound", .flag, importance: .essential),
        Column("problems", "Problems", .list(of: .text), importance: .essential),
        Column("remedy", "What to do", importance: .high),
      ],
      checks.map { check in
        Row(
          [
            .text(check.name), .text(check.title), .flag(check.isSound),
            .list(check.problems.map(Cell.text)), Cell(check.remedy),
          ],
          mark: check.isSound ? .normal : .alert
        )
      }
    )
    try listing.show(formatOptions, machine)
    if checks.contains(where: { !$0.isSound }) { throw ExitCode(1) }
  }
}

/// `liaison backup FILE`.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy the whole store into a new file, also while it is in use.",
    discussion: """
      Prints the head of the journal in the copy. The copy is a store like any
      other: to restore it, give it the store's name.

        liaison backup /backup/relationships-2026-11-30.sqlite
      """
  )

  @Argument(help: "The new file.", completion: .file())
  var file: String

  @OptionGroup var storeOptions: StoreOptions

  func run() throws {
    let store = try storeOptions.open(Machine.current())
    guard !FileManager.default.fileExists(atPath: file) else { throw CommandError.exists(file) }
    try StandardOutput.line("head \(try store.backup(to: file))")
    if !storeOptions.quiet { standardError("Copied the store to \(file).") }
  }
}

/// `liaison schema`.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the SQL of the store's tables, for reading with other tools.",
    discussion: "  liaison schema > schema.sql"
  )

  func run() throws {
    try StandardOutput.write(Array(try Store.inMemory().schema().utf8))
  }
}
