import ArgumentParser
import Importing
import Model
import Storage

/// `liaison party`: suppliers, customers and ourselves, one by one.
struct PartyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "party",
    abstract: "List, show, add, change and void parties.",
    discussion: """
        liaison party add S-1 "Nordwind GmbH" --role supplier --set country=DE
        liaison party list --kind supplier
      """,
    subcommands: [
      PartyList.self, PartyShow.self, PartyAdd.self, PartyChange.self, PartyVoid.self,
      PartyIdentify.self, PartyAddRole.self, EntryCommand<RoleKind>.self,
    ]
  )
}

/// `liaison party list`.
struct PartyList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List parties; the same as the report parties.",
    discussion: "  liaison party list --kind supplier"
  )

  @OptionGroup var readingOptions: ReadingOptions
  @OptionGroup var filterOptions: FilterOptions

  func validate() throws { try filterOptions.refuseRecords() }

  func run() throws {
    try readingOptions.show(report: "parties", filterOptions.filter)
  }
}

/// `liaison party show REFERENCE`.
struct PartyShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a party with its identifiers, contacts and agreements.",
    discussion: "  liaison party show S-1"
  )

  @Argument(help: "The party's reference.")
  var reference: String

  @OptionGroup var readingOptions: ReadingOptions

  func run() throws {
    try readingOptions.showDocument { try PartyDocument.make(reference, $0) }
  }
}

/// `liaison party add REFERENCE NAME`.
struct PartyAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Enter a party.",
    discussion: """
        liaison party add S-1 "Nordwind GmbH" --role supplier --set country=DE
        liaison party add OWN "Example IT" --own
      """
  )

  @Argument(help: "Our reference; no party has or had it.")
  var reference: String

  @Argument(help: "The name.")
  var name: String

  @Option(help: "What it is to us, such as supplier or customer; repeat it for more.")
  var role: [PartyRole] = []

  @Flag(help: "It is ourselves or one of our units.")
  var own = false

  @OptionGroup var settingOptions: SettingOptions

  @Option(help: "The day since which it is known (default: as far back as one asks).")
  var effective: DayArgument?

  @OptionGroup var storeOptions: StoreOptions

  func validate() throws {
    _ = try FieldSettings.read(settingOptions.settings, of: NewParty.fields)
  }

  func run() throws {
    let values = try FieldSettings.read(settingOptions.settings, of: NewParty.fields)
    try storeOptions.change("party add") { store, write, _ in
      var new = NewParty(reference: reference, name: name)
      new.isOwn = own
      new.roles = role
      new.values = values
      new.effectiveOn = effective?.day
      try store.addParty(new, write)
      return "Added party \(reference)."
    }
  }
}

/// `liaison party change REFERENCE`.
struct PartyChange: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "change",
    abstract: "Change fields of a party.",
    discussion: "  liaison party change S-1 --set city=Kiel --effective 2026-07-01"
  )

  @Argument(help: "The party's reference.")
  var reference: String

  @OptionGroup var settingOptions: SettingOptions

  @Option(help: "The day from which the values hold (default: as long as those they correct).")
  var effective: DayArgument?

  @OptionGroup var storeOptions: StoreOptions

  func validate() throws {
    _ = try FieldSettings.read(settingOptions.settings, of: NewParty.fields)
    if settingOptions.settings.isEmpty {
      throw ValidationError("Say what to change: --set field=value.")
    }
  }

  func run() throws {
    let values = try FieldSettings.read(settingOptions.settings, of: NewParty.fields)
    try storeOptions.change("party change") { store, write, _ in
      let changes = try store.changeParty(
        reference,
        values,
        effectiveOn: effective?.day,
        write
      )
      return ChangeText.sentence("party \(reference)", changes)
    }
  }
}

/// `liaison party void REFERENCE`.
struct PartyVoid: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "void",
    abstract: "Withdraw a party that was never true; it stays in the history.",
    discussion: "  liaison party void S-1 --reason \"The same as S-2\""
  )

  @Argument(help: "The party's reference.")
  var reference: String

  @Option(help: "Why.")
  var reason: String

  @OptionGroup var storeOptions: StoreOptions

  func run() throws {
    try storeOptions.change("party void") { store, write, _ in
      try store.voidParty(reference, reason: reason, write)
      return "Voided party \(reference)."
    }
  }
}
