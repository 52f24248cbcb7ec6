import ArgumentParser
import Foundation
import Importing
import Reporting
import Schemas

/// `liaison profile`: how files are read.
struct ProfileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profile",
    abstract: "List, show, draft and check import profiles.",
    discussion: """
      A profile says which column of a file means what. For a file that no profile fits:

        liaison profile draft contracts.csv --out contracts.yaml
        liaison profile check contracts.yaml contracts.csv
        liaison import contracts.csv --profile contracts.yaml --dry-run
      """,
    subcommands: [
      ProfileList.self, ProfileShow.self, ProfileDraftCommand.self, ProfileCheckCommand.self,
    ]
  )
}

/// `liaison profile list`.
struct ProfileList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the profiles that come with the program.",
    discussion: "  liaison profile list --format csv"
  )

  @OptionGroup var formatOptions: FormatOptions

  func run() throws {
    let listing = Listing(
      "Profiles",
      CountNoun("profile", "profiles"),
      [
        Column("id", "Profile", importance: .essential, overflow: .whole),
        Column("title", "What it reads", importance: .high), Column("source", "Source"),
        Column("note", "Note", importance: .low),
      ],
      ProfileLibrary.all.profiles.map { profile in
        Row([
          .text(profile.id), .text(profile.title),
          profile.source.isEmpty ? .empty : .text(profile.source),
          profile.note.isEmpty ? .empty : .text(profile.note),
        ])
      }
    )
    try listing.show(formatOptions, Machine.current())
  }
}

/// `liaison profile show ID`.
struct ProfileShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print a profile as it is, to look at or to start one of your own from.",
    discussion: "  liaison profile show liaison-generic > mine.yaml"
  )

  @Argument(
    help: "The profile's id; see `liaison profile list`.",
    completion: .list(ProfileLibrary.all.profiles.map(\.id))
  )
  var id: String

  func run() throws {
    let profile = try ProfileArgument.shipped(id)
    let file = Schemas.profiles.appendingPathComponent(profile.id + ".yaml")
    try StandardOutput.write([UInt8](try Data(contentsOf: file)))
  }
}

/// `liaison profile draft FILE`.
struct ProfileDraftCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draft",
    abstract: "Propose a profile for an unknown file.",
    discussion: """
      The profile goes to standard output or --out; what each line was concluded
      from, how sure that is, and what is left to decide goes to standard error.

        liaison profile draft contracts.csv --out contracts.yaml
      """
  )

  @Argument(help: "The file.", completion: .file())
  var file: String

  @Option(help: "Where to write the profile; there must be no such file.", completion: .file())
  var out: String?

  func run() throws {
    let source = try ByteSources.open(path: file)
    let start = try source.peek(CSVSniffer.sampleBytes + 1)
    let isWhole = start.count <= CSVSniffer.sampleBytes
    let draft = ProfileDrafter.draft(
      start: Array(start.prefix(CSVSniffer.sampleBytes)),
      isWhole: isWhole,
      named: file
    )
    if let out {
      try NewFile.write(draft.yaml, to: out)
    } else {
      try StandardOutput.write(Array(draft.yaml.utf8))
    }
    standardErrorText(DraftText.findings(draft, file: file, out: out))
  }
}

/// `liaison profile check PROFILE FILE`.
struct ProfileCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Try a profile on a file and explain column by column what would be read.",
    discussion: """
      Nothing is stored. Ends with 1 if a record would be rejected.

        liaison profile check contracts.yaml contracts.csv
      """
  )

  @Argument(help: "The profile: an id or a file.", completion: .file())
  var profile: String

  @Argument(help: "The file.", completion: .file())
  var file: String

  func run() throws {
    let check = try ProfileChecker.check(
      ProfileArgument.profile(profile),
      ByteSources.open(path: file),
      named: file
    )
    try StandardOutput.write(Array(check.text.utf8))
    guard check.isClean else { throw ExitCode(1) }
    standardError(
      "Every record would be read. Next: liaison import \(ShellText.word(file)) "
        + "--profile \(ShellText.word(profile)) --dry-run"
    )
  }
}
