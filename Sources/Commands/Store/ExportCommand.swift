import ArgumentParser
import Model
import Storage

/// `liaison export`: the whole store in the native format, or its records as native CSV.
struct ExportCommand: ParsableCommand {
  /// The formats of an export.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    /// The native format, `Schemas/xml/liaison-1.xsd`.
    case xml
    /// Native CSV, one file for each kind of record, `Schemas/csv`.
    case csv
  }

  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the whole store in the native format, with both times and provenance.",
    discussion: """
      Importing it into an empty store restores everything but the imported files
      themselves and the journal; those travel by `liaison backup`. As CSV, records
      of kinds such as reviews and complaints are written as they hold today.

        liaison export --out relationships.xml
        liaison import relationships.xml --store copy.sqlite
        liaison export --format csv --out records
      """
  )

  @Option(help: "The format: xml, or csv with a file for each kind of record.")
  var format = Format.xml

  @Option(
    help: "Where to write it; there must be no such file. For csv a folder.",
    completion: .file()
  )
  var out: String?

  @Flag(help: "Leave out sources, lines and batches, to compare stores filled from other files.")
  var noProvenance = false

  @OptionGroup var storeOptions: StoreOptions

  func validate() throws {
    guard format == .csv else { return }
    guard out != nil else { throw ValidationError("CSV is several files: name a folder by --out.") }
    guard !noProvenance else { throw ValidationError("--no-provenance is for xml only.") }
  }

  func run() throws {
    let machine = Machine.current()
    let store = try storeOptions.open(machine)
    guard let out else {
      return try store.exportNative(provenance: !noProvenance, to: StandardOutput.write)
    }
    if format == .csv { return try exportCSV(store, machine, to: out) }
    try NewFile.write(to: out) { try store.exportNative(provenance: !noProvenance, to: $0) }
    if !storeOptions.quiet { standardError("Wrote the store to \(out).") }
  }

  private func exportCSV(_ store: Store, _ machine: Machine, to folder: String) throws {
    let today = try store.zone().day(at: machine.instant)
    let export = CSVExport(folder: folder)
    try store.read(asOf: AsOf(day: today)) { try export.write($0) }
    if !storeOptions.quiet { standardError(export.sentence) }
  }
}
