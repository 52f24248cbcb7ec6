public import ArgumentParser
import Foundation
import Model
public import Reporting
import Storage

/// Where the store is and who acts: for every command that opens the store.
struct StoreOptions: ParsableArguments {
  @Option(
    help: "The store; else LIAISON_STORE, else liaison/relationships.sqlite in the data folder."
  )
  var store: String?

  @Option(help: "Who is recorded in the journal; else LIAISON_ACTOR, else the login name.")
  var actor: String?

  @Flag(help: "Say nothing but what was asked for.")
  var quiet = false

  @Flag(help: "Say everything.")
  var verbose = false

  /// The path of the store.
  func path(_ machine: Machine) -> String { store ?? machine.storePath }

  /// Opens the store that is there.
  func open(_ machine: Machine) throws -> Store { try Store.open(path(machine)) }

  /// Opens the store, or makes it.
  func openOrCreate(_ machine: Machine) throws -> Store {
    let path = path(machine)
    guard FileManager.default.fileExists(atPath: path) else { return try Store.create(path) }
    return try Store.open(path)
  }

  /// What the journal keeps of a change by a command.
  func write(_ machine: Machine, _ command: String) -> WriteRequest {
    WriteRequest(
      actor: actor ?? machine.actor,
      command: command,
      recordedAt: machine.now,
      salt: machine.salt()
    )
  }
}

/// The day for which to answer: for every command that reads.
struct AsOfOptions: ParsableArguments {
  @Option(name: .customLong("as-of"), help: "The day for which to answer (default: today).")
  var asOf: DayArgument?

  @Option(help: "What counts as known: now, or then on that day.")
  var known: KnowledgeArgument = .now

  /// The day and the knowledge; today is the day in the organisation's zone.
  func resolve(_ store: Store, _ machine: Machine) throws -> AsOf {
    let knowledge = AsOf.Knowledge(rawValue: known.rawValue) ?? .now
    if let asOf { return AsOf(day: asOf.day, knowledge: knowledge) }
    let zone = try store.zone()
    return AsOf(day: zone.day(at: machine.instant), knowledge: knowledge)
  }
}

/// How data is shown.
struct FormatOptions: ParsableArguments {
  @Option(help: "table, csv, json, ndjson, markdown or html.")
  var format: OutputFormat = .table

  @Flag(name: .customLong("no-color"), help: "Use no colour; NO_COLOR is obeyed too.")
  var noColor = false
}

extension OutputFormat: ExpressibleByArgument {}

/// A day on the command line, `YYYY-MM-DD`.
struct DayArgument: ExpressibleByArgument {
  let day: CivilDay

  init?(argument: String) {
    guard let day = CivilDay(argument) else { return nil }
    self.day = day
  }

  static var defaultCompletionKind: CompletionKind { .default }
}

/// `now` or `then`.
enum KnowledgeArgument: String, ExpressibleByArgument, CaseIterable {
  case now, then
}
