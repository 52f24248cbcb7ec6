import ArgumentParser

/// `liaison agreement list`: the register.
struct AgreementList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List agreements; the same as the report register.",
    discussion: "  liaison agreement list --party Nordwind --status active"
  )

  @OptionGroup var readingOptions: ReadingOptions
  @OptionGroup var filterOptions: FilterOptions

  func validate() throws { try filterOptions.refuseRecords() }

  func run() throws {
    try readingOptions.show(report: "register", filterOptions.filter)
  }
}

/// `liaison agreement show REFERENCE`.
struct AgreementShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show an agreement: terms, dates with their reasons, parties, history.",
    discussion: "  liaison agreement show C-1 --as-of 2026-06-30"
  )

  @Argument(help: "The agreement's reference.")
  var reference: String

  @OptionGroup var readingOptions: ReadingOptions

  func run() throws { try readingOptions.show(agreement: reference) }
}
