import Foundation
import TestSupport
import Testing

@testable import Commands

/// A shell for which the program makes a completion script.
private enum Shell: String, CaseIterable, CustomTestStringConvertible {
  case bash, zsh, fish

  var testDescription: String { rawValue }

  /// Under which name the shell looks for the script.
  var script: String { self == .zsh ? "_liaison" : "liaison.\(rawValue)" }

  /// Parses the script and runs nothing of it.
  var check: String { "\(rawValue) -n \(script)" }

  /// Starts the driver of `Fixtures`, without what a user has set up.
  var driver: String {
    switch self {
    case .bash: "bash --norc complete.bash"
    case .zsh: "TERM=dumb zsh -f complete.zsh"
    case .fish: "fish --no-config complete.fish"
    }
  }

  /// Whether the shell can be run.
  var isThere: Bool {
    ["/bin/", "/usr/bin/"].contains {
      FileManager.default.isExecutableFile(atPath: $0 + rawValue)
    }
  }

  static let missing = "The shell is not installed."
}

/// What the shells make of the completion scripts.
@Suite struct CompletionTests {
  /// What is typed, and what stands there after the tab key.
  private static let lines = [
    ("liaison impo", "liaison import "),
    ("liaison agreement gi", "liaison agreement give-notice "),
    ("liaison report --kn", "liaison report --known "),
    ("liaison import --vanished f", "liaison import --vanished flag "),
    ("liaison import contr", "liaison import contracts.csv "),
  ]

  private func prepared(_ shell: Shell) throws -> Program {
    let program = try Program()
    let script = try program.run("--generate-completion-script", shell.rawValue)
    #expect(script.code == 0)
    try program.write(script.output, to: shell.script)
    return program
  }

  @Test(arguments: Shell.allCases)
  private func `a script names every command`(shell: Shell) throws {
    let script = try Program().run("--generate-completion-script", shell.rawValue)
    #expect(script.code == 0)
    for command in NamedCommand.all.dropFirst() where command.path[1] != "manual" {
      #expect(script.output.contains(command.path.last ?? ""), "\(command.testDescription)")
    }
  }

  private func expectGoodScript(_ shell: Shell) throws {
    let check = try prepared(shell).shell(shell.check)
    #expect(check.code == 0)
    #expect(check.errors == "")
  }

  private func expectCompletions(_ shell: Shell) throws {
    let program = try prepared(shell)
    try program.take("complete.\(shell.rawValue)")
    try program.write("", to: "contracts.csv")
    for (typed, completed) in Self.lines {
      let result = try program.shell("\(shell.driver) '\(typed)'")
      #expect(result.output == completed + "\n", "\(typed)\n\(result.errors)")
    }
  }

  @Test(.enabled(if: Shell.bash.isThere, "\(Shell.missing)"))
  func `bash reads its script and completes by it`() throws {
    try expectGoodScript(.bash)
    try expectCompletions(.bash)
  }

  @Test(.enabled(if: Shell.zsh.isThere, "\(Shell.missing)"), .timeLimit(.minutes(1)))
  func `zsh reads its script and completes by it`() throws {
    try expectGoodScript(.zsh)
    try expectCompletions(.zsh)
  }

  @Test(.enabled(if: Shell.fish.isThere, "\(Shell.missing)"))
  func `fish reads its script and completes by it`() throws {
    try expectGoodScript(.fish)
    try expectCompletions(.fish)
  }
}
