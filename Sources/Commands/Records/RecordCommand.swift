import ArgumentParser
import Importing
import Model
import Reporting
import Storage

/// The command of a kind of record, such as `liaison review`: list, show, add, change, void.
struct RecordCommand<Kind: StoredRecord>: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: Kind.type.command,
      abstract: Kind.type.summary,
      discussion: "  liaison \(Kind.type.command) list",
      subcommands: [
        RecordList<Kind>.self, RecordVerbs.show(Kind.self), RecordAdd<Kind>.self,
        RecordChange<Kind>.self, RecordVoid<Kind>.self,
      ] + RecordVerbs.of(Kind.type.name)
    )
  }
}

/// `liaison KIND list`.
struct RecordList<Kind: StoredRecord>: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list",
      abstract: "List the \(Kind.type.pluralWords).",
      discussion: "  liaison \(Kind.type.command) list --format json"
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

  func validate() throws { _ = try RecordSettings.read(conditions, of: Kind.type) }

  func run() throws {
    let wanted = try RecordSettings.read(conditions, of: Kind.type)
    try readingOptions.show { reader in
      var rows: [Row] = []
      try reader.forEachText(of: Kind.type) { record in
        if RecordTable.fits(record, Kind.type, wanted) {
          rows.append(RecordTable.row(record, Kind.type))
        }
      }
      return RecordTable.listing(Kind.type, rows)
    }
  }
}

/// `liaison KIND show REFERENCE`.
struct RecordShow<Kind: TypedRecord>: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "show",
      abstract: "Show all about one \(Kind.type.words).",
      discussion: "  liaison \(Kind.type.command) show \(Kind.type.command)-1"
    )
  }

  @Argument(help: "Its reference.")
  var reference: String

  @OptionGroup var readingOptions: ReadingOptions

  func run() throws {
    try readingOptions.showDocument { reader in
      var document: Document?
      try reader.forEachText(of: Kind.type, reference: reference) {
        document = RecordTable.document($0, Kind.type)
      }
      guard let document else {
        throw StoreError.unknown(kind: Kind.type.words, reference: reference)
      }
      return document
    }
  }
}

/// `liaison KIND add [REFERENCE]`.
struct RecordAdd<Kind: StoredRecord>: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "add",
      abstract: "Enter one \(Kind.type.words).",
      discussion: """
        \(RecordTable.fieldHelp(Kind.type))

        \(RecordTable.lines(["liaison \(Kind.type.command) add"] + RecordTable.example(Kind.type)))
        """
    )
  }

  @Argument(help: "Our reference (default: the next number of the kind).")
  var reference: String?

  @OptionGroup var settingOptions: SettingOptions

  @Option(help: "The day from which the entry holds (default: today).")
  var effective: DayArgument?

  @OptionGroup var storeOptions: StoreOptions

  func validate() throws {
    _ = try RecordSettings.read(settingOptions.settings, of: Kind.type)
  }

  func run() throws {
    try storeOptions.change("\(Kind.type.command) add") { store, write, today in
      var new = NewRecord(Kind.type, reference: reference, effectiveOn: effective?.day ?? today)
      new.values = try RecordSettings.read(settingOptions.settings, of: Kind.type)
      try CaseGuard.check(new, in: store)
      try AssessmentEntry.check(new, store, today)
      let reference = try store.addRecord(new, today: today, write)
      return "Added \(Kind.type.words) \(reference)."
    }
  }
}

/// `liaison KIND change REFERENCE`.
struct RecordChange<Kind: TypedRecord>: ParsableCommand {
  static var configuration: CommandConfiguration {
    let field = Kind.type.fields.last?.name ?? "note"
    return CommandConfiguration(
      commandName: "change",
      abstract: "Change facts of one \(Kind.type.words).",
      discussion: """
        Nothing after the = takes the value away.

        \(RecordTable.lines([
          "liaison \(Kind.type.command) change \(Kind.type.command)-1", "--set \(field)=",
        ]))
        """
    )
  }

  @Argument(help: "Its reference.")
  var reference: String

  @OptionGroup var settingOptions: SettingOptions

  @Option(help: "The day from which the values hold (default: as long as those they correct).")
  var effective: DayArgument?

  @OptionGroup var storeOptions: StoreOptions

  func validate() throws {
    guard !settingOptions.settings.isEmpty else {
      throw ValidationError("Say what to change: --set field=value.")
    }
    _ = try RecordSettings.read(settingOptions.settings, of: Kind.type)
  }

  func run() throws {
    try storeOptions.change("\(Kind.type.command) change") { store, write, today in
      var record = NewRecord(Kind.type, reference: reference, effectiveOn: effective?.day)
      record.values = try RecordSettings.read(settingOptions.settings, of: Kind.type)
      try AssessmentEntry.check(record, store, today)
      let changes = try store.changeRecord(record, today: today, write)
      return ChangeText.sentence("\(Kind.type.words) \(reference)", changes)
    }
  }
}

/// `liaison KIND void REFERENCE`.
struct RecordVoid<Kind: TypedRecord>: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "void",
      abstract: "Withdraw a \(Kind.type.words) that was never true; it stays in the history.",
      discussion: RecordTable.lines([
        "liaison \(Kind.type.command) void \(Kind.type.command)-1", "--reason \"Entered twice\"",
      ])
    )
  }

  @Argument(help: "Its reference.")
  var reference: String

  @Option(help: "Why.")
  var reason: String

  @OptionGroup var storeOptions: StoreOptions

  func run() throws {
    try storeOptions.change("\(Kind.type.command) void") { store, write, _ in
      try store.voidRecord(Kind.type, reference, reason: reason, write)
      return "Voided \(Kind.type.words) \(reference)."
    }
  }
}
