import ArgumentParser
import Foundation
import Model
import TestSupport
import Testing

@testable import Commands

/// A command of the program with the words that lead to it.
struct NamedCommand: CustomTestStringConvertible, Sendable {
  let type: any ParsableCommand.Type
  let path: [String]

  var testDescription: String { path.joined(separator: " ") }

  /// All commands, parents before what is below them.
  static let all = below(NamedCommand(type: Liaison.self, path: ["liaison"]))

  /// Those whose pages are recorded: of the kinds of records one stands for all.
  static let recorded = all.filter { command in
    guard command.path.count == 3, RecordCommands.kinds.contains(command.path[1]) else {
      return true
    }
    return command.path[1] == CommandTree.exampleKind.command
      || !RecordCommands.verbs.contains(command.path[2])
  }

  /// Those that do something themselves.
  static let leaves = all.filter { $0.type.configuration.subcommands.isEmpty }

  private static func below(_ parent: NamedCommand) -> [NamedCommand] {
    let configuration = parent.type.configuration
    return [parent]
      + configuration.subcommands.flatMap { type in
        below(NamedCommand(type: type, path: parent.path + [type._commandName]))
      }
  }
}

/// The folder `docs` of the checkout.
let documents = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("docs")

extension Program {
  /// Copies a file of `Fixtures` into the folder.
  ///
  /// - Returns: The name, as the program is to be given it.
  @discardableResult
  func take(_ fixture: String, as name: String? = nil) throws -> String {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures").appendingPathComponent(fixture)
    return try write(try Data(contentsOf: file), to: name ?? fixture)
  }

  /// Copies a fixture of the importer tests into the folder.
  ///
  /// - Returns: The name, as the program is to be given it.
  @discardableResult
  func takeImporterFixture(_ path: String, as name: String) throws -> String {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("ImporterTests/Fixtures")
      .appendingPathComponent(path)
    return try write(try Data(contentsOf: file), to: name)
  }

  /// What a run printed as JSON, an object.
  func object(_ arguments: String...) throws -> [String: Any] {
    let result = try run(arguments)
    let value = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    return value as? [String: Any] ?? [:]
  }

  /// Makes a store with the small register of `Fixtures/register.csv`, as known since 2019.
  func fillStore() throws {
    try run(
      "init",
      "--organization",
      "Example IT",
      "--zone",
      "Europe/Berlin",
      "--country",
      "DE-BE"
    )
    try take("register.csv")
    try run("import", "register.csv", "--effective", "2019-01-01")
  }
}
