import ArgumentParser
import Foundation
import Model

/// All commands with their options, as the argument parser describes them.
///
/// Read from its JSON (`--experimental-dump-help`, serialisation version 0), so that the manual
/// and the reference page cannot differ from the program.
struct CommandTree: Decodable {
  /// A command.
  struct Command: Decodable {
    var commandName: String
    var abstract: String?
    var discussion: String?
    var shouldDisplay: Bool?
    var superCommands: [String]?
    var subcommands: [Command]?
    var arguments: [Argument]?
  }

  /// An argument, an option or a flag.
  struct Argument: Decodable {
    struct Name: Decodable {
      var kind: String
      var name: String
    }

    var kind: String
    var shouldDisplay: Bool
    var isOptional: Bool
    var isRepeating: Bool
    var names: [Name]?
    var valueName: String?
    var defaultValue: String?
    var allValues: [String]?
    var abstract: String?
  }

  var command: Command

  /// The tree of the whole program.
  static func whole() throws -> CommandTree {
    var tree = try JSONDecoder().decode(CommandTree.self, from: Data(Liaison._dumpHelp().utf8))
    tree.command.subcommands = tree.command.subcommands?.map { $0.withoutRepetition }
    return tree
  }

  /// The kind of record whose commands are described for all kinds.
  static let exampleKind = Review.type
}

extension CommandTree.Command {
  /// The command without what it has like every kind of record.
  fileprivate var withoutRepetition: CommandTree.Command {
    guard RecordCommands.kinds.contains(commandName),
      commandName != CommandTree.exampleKind.command
    else { return self }
    var command = self
    command.subcommands = subcommands?.filter {
      !RecordCommands.verbs.contains($0.commandName)
    }
    if command.subcommands?.isEmpty == true { command.shouldDisplay = false }
    return command
  }

  /// The command as one types it, such as `liaison batch undo`.
  var path: String { ((superCommands ?? []) + [commandName]).joined(separator: " ") }

  /// The commands below that are shown, without `help`.
  var shown: [CommandTree.Command] {
    (subcommands ?? []).filter { $0.shouldDisplay != false && $0.commandName != "help" }
  }

  /// The arguments that are the command's own, without the help that all have.
  var own: [CommandTree.Argument] {
    (arguments ?? []).filter { argument in
      argument.shouldDisplay
        && !(argument.names ?? []).contains { ["help", "version"].contains($0.name) }
    }
  }

  /// The command and all below it that do something, in the order of the help pages.
  var leaves: [CommandTree.Command] {
    shown.isEmpty ? [self] : shown.flatMap(\.leaves)
  }

  /// How it is called.
  var usage: String {
    let parts = own.map(\.usage)
    return ([path] + parts).joined(separator: " ")
  }

  /// The examples of the help page: its indented lines, without their indentation.
  var examples: [String] {
    discussionLines.filter { $0.hasPrefix("  ") }.map { String($0.dropFirst(2)) }
  }

  /// The sentences of the help page that are no examples, as paragraphs.
  var paragraphs: [String] {
    discussionLines.split { $0.isEmpty || $0.hasPrefix("  ") }.map { $0.joined(separator: " ") }
  }

  private var discussionLines: [String] {
    (discussion ?? "").split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}

extension CommandTree.Argument {
  /// The names as one types them, with the value: `--store <store>`.
  var title: String {
    guard kind != "positional" else { return "<\(valueName ?? "")>" + (isRepeating ? " …" : "") }
    let texts = (names ?? []).map { $0.kind == "short" ? "-\($0.name)" : "--\($0.name)" }
    let value = kind == "option" ? " <\(valueName ?? "")>" : ""
    return texts.joined(separator: ", ") + value
  }

  /// Its part of a line of usage.
  var usage: String { isOptional ? "[\(title)]" : title }

  /// The sentence with values and default.
  var text: String {
    var text = abstract ?? ""
    let stated = defaultValue.map { text.contains("default") || $0.isEmpty } ?? true
    let isPartly = text.contains("such as")
    if let allValues, !allValues.isEmpty, isPartly || !allValues.contains(where: text.contains) {
      text += " Values: \(allValues.joined(separator: ", "))."
    }
    if let defaultValue, !stated { text += " (default: \(defaultValue))" }
    return text
  }
}
