import ArgumentParser
import Storage

/// `liaison export`: the whole store in the native format.
struct ExportCommand: ParsableCommand {
  /// The formats of an export.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    /// The native format, `Schemas/xml/liaison-1.xsd`.
    case xml
  }

  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the whole store in the native format, with both times and provenance.",
    discussion: """
      Importing it into an empty store restores everything but the imported files
      themselves and the journal; those travel by `liaison backup`.

        liaison export --out relationships.xml
        liaison import relationships.xml --store copy.sqlite
      """
  )

  @Option(help: "The format: xml.")
  var format = Format.xml

  @Option(help: "Where to write it; there must be no such file.", completion: .file())
  var out: String?

  @Flag(help: "Leave out sources, lines and batches, to compare stores filled from other files.")
  var noProvenance = false

  @OptionGroup var storeOptions: StoreOptions

  func run() throws {
    let store = try storeOptions.open(Machine.current())
    guard let out else {
      return try store.exportNative(provenance: !noProvenance, to: StandardOutput.write)
    }
    try NewFile.write(to: out) { try store.exportNative(provenance: !noProvenance, to: $0) }
    if !storeOptions.quiet { standardError("Wrote the store to \(out).") }
  }
}
