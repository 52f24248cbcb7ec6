import ArgumentParser

/// `liaison manual`: the manual page and the reference pages, for those who package the program.
struct ManualCommand: ParsableCommand {
  /// A page that the program makes of itself.
  enum Page: String, ExpressibleByArgument, CaseIterable {
    /// `docs/liaison.1`.
    case manual
    /// `docs/reference/commands.md`, `reports.md`, `profiles.md`, `rules.md`.
    case commands, reports, profiles, rules
  }

  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Print the manual page in roff, or a page of the reference in Markdown.",
    discussion: "  liaison manual > liaison.1",
    shouldDisplay: false
  )

  @Argument(help: "The page: manual, commands, reports, profiles or rules.")
  var page = Page.manual

  func run() throws {
    try StandardOutput.write(Array(try Self.text(page).utf8))
  }

  static func text(_ page: Page) throws -> String {
    switch page {
    case .manual: ManualPage.text(try CommandTree.whole())
    case .commands: ReferencePages.commands(try CommandTree.whole())
    case .reports: ReferencePages.reports()
    case .profiles: ReferencePages.profiles()
    case .rules: RulePage.text()
    }
  }
}
