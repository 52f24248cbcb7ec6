import ArgumentParser
import Importing
import Intake
import Model
import Storage

/// How registers are read: for every command that imports.
struct RegisterOptions: ParsableArguments {
  @Option(help: "The profile: an id (see `liaison profile list`), a file, or liaison:KIND.")
  var profile: String?

  @Option(
    help: ArgumentHelp(
      "A text that the profile asks for; repeat it for more.",
      valueName: "name=text"
    )
  )
  var answer: [AnswerArgument] = []

  @Option(help: "The source's name, if several sources share a profile.")
  var source: String?

  @Option(help: "The day on which changes take effect (default: the day of the import).")
  var effective: DayArgument?

  /// How the files are recognised.
  ///
  /// - Throws: A ``Problem`` if there is no such profile or it cannot be read.
  func recognition() throws -> FormatRecognition {
    let kind = try profile.flatMap(ProfileArgument.kind)
    return FormatRecognition(
      profile: kind == nil ? try profile.map(ProfileArgument.profile) : nil,
      profileFile: profile.flatMap(ProfileArgument.file),
      answers: Dictionary(answer.map { ($0.name, $0.text) }) { $1 },
      kind: kind
    )
  }

  /// How they are imported today.
  func options(_ store: Store, _ machine: Machine) throws -> ImportOptions {
    let today = try store.zone().day(at: machine.instant)
    var options = ImportOptions(importDay: today.number)
    options.source = source
    options.effectiveOn = effective?.day.number
    return options
  }
}

/// A text that a profile asks for, as `name=text`.
struct AnswerArgument: ExpressibleByArgument {
  let name, text: String

  init?(argument: String) {
    guard let mark = argument.firstIndex(of: "="), mark != argument.startIndex else { return nil }
    name = String(argument[..<mark])
    text = String(argument[argument.index(after: mark)...])
  }
}
