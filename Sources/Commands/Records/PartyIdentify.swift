import ArgumentParser
import Importing
import Model
import Storage

/// `liaison party identify REFERENCE SCHEME VALUE`.
struct PartyIdentify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "identify",
    abstract: "Add an identifier of a party, such as a register's number.",
    discussion: "  liaison party identify S-1 lei 5299009QN55YRQC69V08"
  )

  @Argument(help: "The party's reference.")
  var reference: String

  @Argument(help: "The register, such as lei, vat or gb-coh.")
  var scheme: String

  @Argument(help: "The number as the register writes it.")
  var value: String

  @OptionGroup var storeOptions: StoreOptions

  func run() throws {
    try storeOptions.change("party identify") { store, write, _ in
      try store.addPartyIdentifier(reference, scheme: scheme, value: value, write)
      return "Added \(scheme) \(value) to party \(reference)."
    }
  }
}

/// `liaison party add-role REFERENCE ROLE`.
struct PartyAddRole: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add-role",
    abstract: "Add what a party is to us.",
    discussion: "  liaison party add-role S-1 supplier --from 2026-01-01"
  )

  @Argument(help: "The party's reference.")
  var reference: String

  @Argument(help: "What it is to us, such as supplier or customer.")
  var role: PartyRole

  @Option(help: "The first day.")
  var from: DayArgument?

  @Option(help: "The last day.")
  var through: DayArgument?

  @OptionGroup var storeOptions: StoreOptions

  func run() throws {
    try storeOptions.change("party add-role") { store, write, today in
      try store.addPartyRole(
        reference,
        role,
        validFrom: from?.day,
        validThrough: through?.day,
        effectiveOn: from?.day ?? today,
        write
      )
      return "Party \(reference) is \(role.rawValue) now."
    }
  }
}
