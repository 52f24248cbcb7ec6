import ArgumentParser
import TestSupport
import Testing

@testable import Commands

@Suite struct HelpTests {
  @Test(arguments: NamedCommand.recorded)
  func `the help page is as recorded`(_ command: NamedCommand) {
    let help = Liaison.helpMessage(for: command.type, columns: 80)
    let name = command.path.joined(separator: "-")
    expectSnapshot(help + "\n", named: "help/\(name).txt")
  }

  @Test(arguments: NamedCommand.leaves)
  func `every command has a sentence, and an example that can be parsed`(
    _ command: NamedCommand
  ) throws {
    #expect(command.type.configuration.abstract.hasSuffix("."))
    let lines = command.type.configuration.discussion.replacing("\\\n", with: " ")
      .split(separator: "\n").filter { $0.hasPrefix("  liaison ") }
    let path = command.path.joined(separator: " ")
    #expect(lines.contains { $0.hasPrefix("  " + path) }, "\(path) has no example.")
    for line in command.type.configuration.discussion.split(separator: "\n") {
      #expect(line.count <= 80, "\(path): \(line)")
    }
    for line in lines where !line.contains("…") {
      let words = Self.words(line).prefix { $0 != ">" }.dropFirst()
      #expect(throws: Never.self, "\(line)") { _ = try Liaison.parseAsRoot(Array(words)) }
    }
  }

  /// The words of a line of the shell.
  private static func words(_ line: Substring) -> [String] {
    var words: [String] = []
    var word: String?
    var isQuoted = false
    for character in line {
      switch character {
      case "\"":
        isQuoted.toggle()
        word = word ?? ""
      case " " where !isQuoted:
        if let word { words.append(word) }
        word = nil
      default: word = (word ?? "") + String(character)
      }
    }
    return words + (word.map { [$0] } ?? [])
  }

  @Test func `help goes to standard output and is no failure`() throws {
    let program = try Program()
    program.environment["COLUMNS"] = "80"
    let result = try program.run("import", "--help")
    #expect(result.code == 0)
    #expect(result.output == Liaison.helpMessage(for: ImportCommand.self, columns: 80) + "\n")
    #expect(result.errors == "")
  }

  @Test func `the version is that of the program`() throws {
    let result = try Program().run("--version")
    #expect(result.code == 0)
    #expect(result.output == Liaison.configuration.version + "\n")
  }
}
