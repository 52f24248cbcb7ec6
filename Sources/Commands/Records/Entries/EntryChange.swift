import ArgumentParser
import Importing
import Model
import Storage

/// `liaison … change NUMBER` for kinds whose records hold for a span of days.
struct EntryChange<Kind: EntryKind>: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "change",
      abstract: "Change facts of one \(Kind.entry.type.words).",
      discussion: EntryChanging<Kind>.discussion(
        Kind.entry.isNumbered
          ? "With --effective it ends on the day before, and begins anew on the day." : nil
      )
    )
  }

  @Argument(help: ArgumentHelp(stringLiteral: Kind.nameHelp))
  var name: String

  @OptionGroup var settingOptions: SettingOptions

  @Option(help: "The day from which the values hold (default: as long as those they correct).")
  var effective: DayArgument?

  @OptionGroup var storeOptions: StoreOptions

  func validate() throws {
    let values = try EntryChanging<Kind>.values(settingOptions)
    if Kind.entry.isNumbered, effective != nil, values["validFrom"] != nil {
      throw ValidationError(
        "Leave out --effective or validFrom: a change from a day on begins on that day."
      )
    }
  }

  func run() throws {
    try EntryChanging<Kind>.run(name, settingOptions, effective, storeOptions)
  }
}

/// `liaison … change NUMBER` for kinds whose records can only be corrected.
struct EntryCorrect<Kind: EntryKind>: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "change",
      abstract: "Correct facts of one \(Kind.entry.type.words).",
      discussion: EntryChanging<Kind>.discussion(nil)
    )
  }

  @Argument(help: ArgumentHelp(stringLiteral: Kind.nameHelp))
  var name: String

  @OptionGroup var settingOptions: SettingOptions

  @OptionGroup var storeOptions: StoreOptions

  func validate() throws { _ = try EntryChanging<Kind>.values(settingOptions) }

  func run() throws { try EntryChanging<Kind>.run(name, settingOptions, nil, storeOptions) }
}

/// What both ways to change a record have in common.
private enum EntryChanging<Kind: EntryKind> {
  static func discussion(_ more: String?) -> String {
    let number = "The \(Kind.entry.type.words) has a new number afterwards."
    let sentences =
      ["Nothing after the = takes the value away."]
      + (Kind.entry.isNumbered ? [number] : []) + (more.map { [$0] } ?? [])
    let (name, setting) = Kind.example
    let example = RecordTable.lines([
      "liaison \(Kind.command) change \(name)", "--set \(setting)",
    ])
    return sentences.joined(separator: "\n") + "\n\n" + example
  }

  static func values(_ settings: SettingOptions) throws -> [String: FieldValue?] {
    guard !settings.settings.isEmpty else {
      throw ValidationError("Say what to change: --set field=value.")
    }
    return try RecordSettings.read(settings.settings, of: Kind.entry.type)
  }

  static func run(
    _ name: String,
    _ settings: SettingOptions,
    _ effective: DayArgument?,
    _ storeOptions: StoreOptions
  ) throws {
    let values = try values(settings)
    try storeOptions.change("\(Kind.command) change") { store, write, today in
      let (number, changes) = try store.changeEntry(
        Kind.entry,
        name,
        to: values,
        effectiveOn: effective?.day,
        today: today,
        write
      )
      let isNew = Kind.entry.isNumbered && "\(number)" != name && !changes.isEmpty
      let subject = "\(Kind.entry.type.words) \(name)\(isNew ? ", now number \(number)" : "")"
      return ChangeText.sentence(subject, changes)
    }
  }
}
