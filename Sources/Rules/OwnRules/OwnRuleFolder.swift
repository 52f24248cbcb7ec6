import Foundation
public import Importing
import Model
import Policies

/// The rules of a folder: its files that end in `.sql`, by name.
public struct OwnRuleFolder: Sendable {
  /// The rules that can be used, in order of file name.
  public private(set) var rules: [OwnRule] = []
  /// What is wrong with the others; they are left out.
  public private(set) var problems: [Problem] = []

  /// Reads a folder.
  ///
  /// A file that is broken, and one whose id a shipped rule or an earlier file has, gives problems
  /// and stops nothing else. A folder that cannot be read gives the problem `file.missing`.
  public init(path: String) {
    let manager = FileManager.default
    guard let names = try? manager.contentsOfDirectory(atPath: path) else {
      problems = [
        Problem(
          "file.missing",
          file: path,
          message: "There is no such folder of rules, or it cannot be read.",
          remedy: "Check the path and the permissions."
        )
      ]
      return
    }
    for name in names.sorted() where name.hasSuffix(".sql") { take("\(path)/\(name)") }
  }

  private mutating func take(_ file: String) {
    guard let data = DataFile.bytes(file) else {
      let problem = Problem(
        "file.unreadable",
        file: file,
        message: "The rule cannot be read.",
        remedy: "Check the permissions."
      )
      return problems.append(problem)
    }
    let (rule, faults) = OwnRule.read(data, named: file)
    problems += faults
    guard let rule else { return }
    if let other = rules.first(where: { $0.id == rule.id })?.file ?? Rule.named(rule.id)?.title {
      let problem = Problem(
        "rule.id",
        file: file,
        value: rule.id,
        message: "The id \(rule.id) is taken: \(other).",
        remedy: "Choose another one."
      )
      return problems.append(problem)
    }
    rules.append(rule)
  }
}
