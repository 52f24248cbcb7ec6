import ArgumentParser
import Importing
import Policies
import Rules

/// `liaison policy check FILE`.
struct PolicyCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Look for unknown keys and impossible values in a policy file.",
    discussion: """
      Everything that is wrong is said at once, with line and column. Ends with 65 if
      anything is. Nothing is stored.

        liaison policy check policy.yaml
      """
  )

  @Argument(help: "The file.", completion: .file())
  var file: String

  func run() throws {
    let reading = try PolicyFile.read(file)
    let count = reading.named.count
    standardError(
      "The policy is right: \(count) \(count == 1 ? "key" : "keys") of \(PolicyKey.all.count), "
        + "SHA-256 \(reading.policy.sha256). Next: liaison policy apply \(ShellText.word(file))"
    )
  }
}

/// A policy file that has been read without a problem.
struct PolicyFile {
  /// The thresholds in force with it.
  let policy: Policy
  /// The keys that it names.
  let named: [String]

  /// Reads a file, and says on standard error all that is wrong with it.
  ///
  /// - Throws: The last problem.
  static func read(_ path: String) throws -> PolicyFile {
    let reading = Policy.read(path: path)
    for problem in reading.problems.dropLast() { standardError(ProblemText.block(problem)) }
    if let last = reading.problems.last { throw last }
    return PolicyFile(policy: reading.policy ?? Policy(), named: reading.named)
  }
}
