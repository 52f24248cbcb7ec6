public import ArgumentParser
import Importing
public import Model
import Storage

/// `liaison agreement change REFERENCE`.
struct AgreementChangeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "change",
    abstract: "Change fields of an agreement.",
    discussion: """
      Without --amendment the change corrects what is known; with it, it is what the
      parties agreed anew from the day of --effective.

        liaison agreement change C-1 --set noticePeriod=3m
        liaison agreement change C-1 --set "value=24000.00 EUR" \\
          --amendment "Addendum 2" --effective 2026-07-01
      """
  )

  @Argument(help: "The agreement's reference.")
  var reference: String

  @OptionGroup var settingOptions: SettingOptions

  @Option(help: "The day from which the values hold (default: as long as those they correct).")
  var effective: DayArgument?

  @Option(help: "What the amendment is called by which the parties agreed this.")
  var amendment: String?

  @Option(help: "What the amendment changed, in words.")
  var amendmentTitle: String?

  @OptionGroup var storeOptions: StoreOptions

  func validate() throws {
    _ = try FieldSettings.read(settingOptions.settings, of: FieldSettings.agreementFields)
    if amendment == nil, settingOptions.settings.isEmpty {
      throw ValidationError("Say what to change: --set field=value.")
    }
    if amendment != nil, effective == nil {
      throw ValidationError("Say from which day the amendment holds: --effective YYYY-MM-DD.")
    }
    if amendment == nil, amendmentTitle != nil {
      throw ValidationError("--amendment-title goes with --amendment.")
    }
  }

  func run() throws {
    let values = try FieldSettings.read(
      settingOptions.settings,
      of: FieldSettings.agreementFields
    )
    try storeOptions.change("agreement change") { store, write, _ in
      var change = AgreementChange(
        reference: reference,
        values: values,
        effectiveOn: effective?.day
      )
      if let amendment, let effective {
        change.version = AgreementChange.Version(
          effectiveFrom: effective.day,
          amendment: amendment,
          title: amendmentTitle
        )
      }
      let changes = try store.changeAgreement(change, write)
      guard let amendment, changes.isEmpty else {
        return ChangeText.sentence("agreement \(reference)", changes)
      }
      return "Noted the amendment \(amendment) of agreement \(reference)."
    }
  }
}

/// `liaison agreement void REFERENCE`.
struct AgreementVoid: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "void",
    abstract: "Withdraw an agreement that was never true; it stays in the history.",
    discussion: "  liaison agreement void C-1 --reason \"Entered twice, see C-2\""
  )

  @Argument(help: "The agreement's reference.")
  var reference: String

  @Option(help: "Why.")
  var reason: String

  @OptionGroup var storeOptions: StoreOptions

  func run() throws {
    try storeOptions.change("agreement void") { store, write, _ in
      try store.voidAgreement(reference, reason: reason, write)
      return "Voided agreement \(reference)."
    }
  }
}

/// `liaison agreement give-notice REFERENCE`.
struct AgreementGiveNotice: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "give-notice",
    abstract: "Note that notice of an agreement was given.",
    discussion: "  liaison agreement give-notice C-1 --on 2026-09-30 --by us"
  )

  @Argument(help: "The agreement's reference.")
  var reference: String

  @Option(name: .customLong("on"), help: "The day on which notice was given.")
  var day: DayArgument

  @Option(name: .customLong("by"), help: "Who gave notice: us or them.")
  var giver: NoticeGiver

  @OptionGroup var storeOptions: StoreOptions

  func run() throws {
    try storeOptions.change("agreement give-notice") { store, write, _ in
      try store.giveNotice(reference, on: day.day, by: giver, write)
      return "Noted the notice of agreement \(reference); `liaison agreement show \(reference)` "
        + "says when it ends."
    }
  }
}

extension NoticeGiver: ExpressibleByArgument {}
extension AgreementPartyRole: ExpressibleByArgument {}
extension PartyRole: ExpressibleByArgument {}
