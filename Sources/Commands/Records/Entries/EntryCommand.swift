import ArgumentParser
import Model
import Reporting
import Storage

/// The command of a kind of record that is one row and is entered by a command above it, such as
/// `liaison party role`: list, show, change, void.
struct EntryCommand<Kind: EntryKind>: ParsableCommand {
  static var configuration: CommandConfiguration {
    let words = Kind.command.split(separator: " ")
    return CommandConfiguration(
      commandName: String(words[words.count - 1]),
      abstract: "List, show, change and void \(Kind.entry.type.pluralWords).",
      discussion: "  liaison \(Kind.command) list",
      subcommands: [EntryList<Kind>.self, EntryShow<Kind>.self, change, EntryVoid<Kind>.self]
    )
  }

  /// Only what has a first and a last day can change from a day on.
  private static var change: any ParsableCommand.Type {
    Kind.entry.type.field("validFrom") == nil ? EntryCorrect<Kind>.self : EntryChange<Kind>.self
  }
}

/// `liaison … list`.
struct EntryList<Kind: EntryKind>: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list",
      abstract: "List the \(Kind.entry.type.pluralWords), also past and future ones.",
      discussion: "  liaison \(Kind.command) list --format json"
    )
  }

  @Option(
    name: .customLong("where"),
    help: ArgumentHelp(
      "Only records with this value; repeat it for more.",
      valueName: "field=value"
    )
  )
  var conditions: [String] = []

  @OptionGroup var readingOptions: ReadingOptions

  func validate() throws { _ = try RecordSettings.read(conditions, of: Kind.entry.type) }

  func run() throws {
    let wanted = try RecordSettings.read(conditions, of: Kind.entry.type)
    try readingOptions.show { reader in
      var records: [RecordText] = []
      try reader.forEachEntry(of: Kind.entry) { record in
        if RecordTable.fits(record, Kind.entry.type, wanted) { records.append(record) }
      }
      return EntryTable.listing(Kind.entry, records)
    }
  }
}

/// `liaison … show NUMBER`.
struct EntryShow<Kind: EntryKind>: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "show",
      abstract: "Show all about one \(Kind.entry.type.words).",
      discussion: "  liaison \(Kind.command) show \(Kind.example.name)"
    )
  }

  @Argument(help: ArgumentHelp(stringLiteral: Kind.nameHelp))
  var name: String

  @OptionGroup var readingOptions: ReadingOptions

  func run() throws {
    try readingOptions.showDocument { reader in
      var document: Document?
      try reader.forEachEntry(of: Kind.entry, name: name) {
        document = EntryTable.document($0, Kind.entry)
      }
      guard let document else {
        throw StoreError.unknown(kind: Kind.entry.type.words, reference: name)
      }
      return document
    }
  }
}

/// `liaison … void NUMBER`.
struct EntryVoid<Kind: EntryKind>: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "void",
      abstract:
        "Withdraw one \(Kind.entry.type.words) that was never true; it stays in the history.",
      discussion: """
        \(Kind.entry.isNumbered ? "" : "Its own days go with it.\n\n")\
          liaison \(Kind.command) void \(Kind.example.name) --reason "Entered twice"
        """
    )
  }

  @Argument(help: ArgumentHelp(stringLiteral: Kind.nameHelp))
  var name: String

  @Option(help: "Why.")
  var reason: String

  @OptionGroup var storeOptions: StoreOptions

  func run() throws {
    try storeOptions.change("\(Kind.command) void") { store, write, today in
      let days = try store.voidEntry(Kind.entry, name, reason: reason, today: today, write)
      let more = days == 0 ? "" : " and its own days, \(days) in number"
      return "Voided \(Kind.entry.type.words) \(name)\(more)."
    }
  }
}
