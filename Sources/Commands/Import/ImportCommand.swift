import ArgumentParser
import Foundation
import Importing
import Intake
import Model
import Reporting
import Storage

/// `liaison import`: registers into the store.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Import contract registers: CSV by profile, eForms, TED, our own XML and CSV.",
    discussion: """
      The format is recognised by content, the profile by the header. What is new,
      changed, vanished or conflicting is shown as a plan; --dry-run stores nothing.

        liaison import contracts.csv --dry-run
        liaison import contracts.csv --rejects rejected.csv
        liaison import register/ --source "City of Example"
        liaison import meetings.csv --profile liaison:reviews
      """
  )

  @Argument(help: "Files, folders, or - for standard input.", completion: .file())
  var paths: [String]

  @OptionGroup var storeOptions: StoreOptions

  @OptionGroup var registerOptions: RegisterOptions

  @Flag(help: "Show the plan and store nothing.")
  var dryRun = false

  @Option(help: "Where to write rejected records, to correct them and import them again.")
  var rejects: String?

  @Option(
    help: "What to do with agreements that a complete source no longer lists: keep, flag, end."
  )
  var vanished: VanishedArgument?

  @Option(help: "Store nothing if more than N or N% of the records are rejected.")
  var maxRejects: RejectLimitArgument?

  @Option(help: "table, json or ndjson.")
  var format: OutputFormat = .table

  func validate() throws {
    if paths.contains("-"), paths.count > 1 {
      throw ValidationError("Standard input (-) can only be imported alone.")
    }
    guard [.table, .json, .ndjson].contains(format) else {
      throw ValidationError("An import is shown as table, json or ndjson.")
    }
  }

  func run() throws {
    let machine = Machine.current()
    let spool = try Spool(paths)
    defer { spool.remove() }
    let (units, problems) = try registerOptions.recognition().units(of: spool.paths)
    let store = try openStore(machine)
    var reports: [ImportReport] = []
    for unit in units { reports.append(try run(unit, store, machine)) }
    Progress.end(storeOptions)
    try ImportText(
      format: format,
      isDryRun: dryRun,
      isVerbose: storeOptions.verbose,
      isQuiet: storeOptions.quiet
    ).show(reports, unrecognized: problems)
    if !problems.isEmpty || reports.contains(where: \.needsAttention) { throw ExitCode(1) }
  }

  /// Imports one unit; an export into an empty store is taken over as it is.
  private func run(_ unit: ImportUnit, _ store: Store, _ machine: Machine) throws -> ImportReport {
    let write = storeOptions.write(machine, "import")
    if try RestoreRun.fits(unit, store) {
      return try RestoreRun(path: unit.files[0].path, isDryRun: dryRun).run(store, write)
    }
    return try ImportRun(
      unit,
      try options(store, machine),
      progress: Progress(storeOptions).show,
      refused: { for problem in $0 { standardError(ProblemText.block(problem)) } }
    ).run(store, write)
  }

  /// A dry run of a store that is not there works in memory and leaves nothing.
  private func openStore(_ machine: Machine) throws -> Store {
    let path = storeOptions.path(machine)
    if dryRun, !FileManager.default.fileExists(atPath: path) { return try Store.inMemory() }
    return try storeOptions.openOrCreate(machine)
  }

  private func options(_ store: Store, _ machine: Machine) throws -> ImportOptions {
    var options = try registerOptions.options(store, machine)
    options.isDryRun = dryRun
    options.vanished = vanished?.rawValue
    options.rejectLimit = maxRejects?.limit
    options.rejects = rejects
    return options
  }
}

/// `keep`, `flag` or `end`.
enum VanishedArgument: String, ExpressibleByArgument, CaseIterable {
  case keep, flag, end
}

/// A count, or a percentage such as `5%`.
struct RejectLimitArgument: ExpressibleByArgument {
  let limit: ImportOptions.RejectLimit

  init?(argument: String) {
    let isPercent = argument.hasSuffix("%")
    guard let number = Int(isPercent ? argument.dropLast() : argument[...]), number >= 0 else {
      return nil
    }
    limit = isPercent ? .percent(number) : .count(number)
  }
}
