import ArgumentParser
import Model
import Storage

/// `liaison init`: a new store with the organisation's settings.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make a new store with the organisation's settings.",
    discussion: """
      The country (or land) gives the public holidays by which notice dates are
      moved to business days; the zone gives the day.

        liaison init --organization "Example IT" --zone Europe/Berlin --country DE-BE
      """
  )

  @OptionGroup var storeOptions: StoreOptions

  @Option(help: "The organisation's name.")
  var organization: String?

  @Option(help: "The organisation's zone, an IANA name such as Europe/Berlin.")
  var zone: String?

  @Option(help: "The country or land whose holidays hold, such as DE-BE, GB-ENG, US or FR.")
  var country: String?

  func validate() throws {
    if let zone, Zone.named(zone) == nil {
      throw ValidationError("\(zone) is not an IANA zone; write one such as Europe/Berlin.")
    }
    if let country, !Holidays.regions.contains(country) {
      throw ValidationError(
        "There are no holidays for \(country); known are \(Holidays.regions.joined(separator: ", ")). "
          + "Leave it out and set a calendar of your own."
      )
    }
  }

  func run() throws {
    let machine = Machine.current()
    let path = storeOptions.path(machine)
    let store = try Store.create(path)
    let settings: [(key: Organization.Key, value: String?)] = [
      (.name, organization), (.zone, zone), (.country, country),
    ]
    try store.setOrganization(
      settings.compactMap { key, value in value.map { (key, $0) } },
      effectiveOn: .first,
      storeOptions.write(machine, "init")
    )
    if !storeOptions.quiet { standardError("Made the store \(path).") }
  }
}
