import ArgumentParser
import Importing
import Model
import Storage

/// `liaison agreement add REFERENCE`.
struct AgreementAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Enter an agreement.",
    discussion: """
        liaison agreement add C-1 --supplier S-1 --set title="Office cleaning" \\
          --set startsOn=2026-01-01 --set endsOn=2026-12-31 --set renewal=automatic \\
          --set renewalTerm=1y --set noticePeriod=3m --set "annualValue=18000.00 EUR"
      """
  )

  @Argument(help: "Our reference; no agreement that holds may have it.")
  var reference: String

  @OptionGroup var settingOptions: SettingOptions

  @Option(help: "The reference of a party that delivers; repeat it for more.")
  var supplier: [String] = []

  @Option(help: "The reference of a party that pays; repeat it for more.")
  var buyer: [String] = []

  @Option(help: "The reference of a party that only signs; repeat it for more.")
  var signatory: [String] = []

  @Option(help: "The day on which it takes effect (default: signed, else started, at most today).")
  var effective: DayArgument?

  @OptionGroup var storeOptions: StoreOptions

  func validate() throws {
    _ = try FieldSettings.read(settingOptions.settings, of: FieldSettings.agreementFields)
  }

  func run() throws {
    let values = try FieldSettings.read(
      settingOptions.settings,
      of: FieldSettings.agreementFields
    )
    try storeOptions.change("agreement add") { store, write, today in
      var new = NewAgreement(reference: reference, values: values, recordedOn: today)
      new.parties =
        supplier.map { (.supplier, $0) } + buyer.map { (.buyer, $0) }
        + signatory.map { (.signatory, $0) }
      new.effectiveOn = effective?.day
      try store.addAgreement(new, write)
      return "Added agreement \(reference)."
    }
  }
}
