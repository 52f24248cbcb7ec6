import ArgumentParser
import Importing
import Model
import Rules
import Storage

/// Where the rules of the organisation's own are.
struct OwnRuleOptions: ParsableArguments {
  @Option(
    name: .customLong("rules"),
    help: "A folder with SQL files of your own rules; else LIAISON_RULES.",
    completion: .directory
  )
  var folder: String?

  /// The rules of the folder; what is wrong with others goes to standard error.
  func read(_ machine: Machine) -> OwnRules {
    guard let path = folder ?? machine.environment["LIAISON_RULES"], !path.isEmpty else {
      return OwnRules(rules: [], isComplete: true)
    }
    let folder = OwnRuleFolder(path: path)
    for problem in folder.problems { standardError(ProblemText.block(problem)) }
    return OwnRules(rules: folder.rules, isComplete: folder.problems.isEmpty)
  }
}

/// Rules of the organisation's own, and how they are asked.
struct OwnRules {
  /// The rules, in order of file name.
  let rules: [OwnRule]
  /// Whether every file of the folder could be used.
  let isComplete: Bool

  /// How long the query of one rule may take, in seconds.
  static let limit: Int64 = 10
  /// The most rows that a query may give.
  static let mostRows = 100_000

  /// The rules with what their queries give over the store as of the day.
  func answered(_ reader: Reader) -> [Rule] { rules.map { $0.rule(answer($0, reader)) } }

  private func answer(_ rule: OwnRule, _ reader: Reader) -> OwnRule.Answer {
    let end = Machine.current().instant.adding(seconds: Self.limit)
    do throws(GuardedQuery.Fault) {
      let form = GuardedQuery(columns: OwnRule.columns, mostRows: Self.mostRows)
      let rows = try reader.rows(rule.query, form) { Machine.current().instant > end }
      return Self.answer(rows)
    } catch {
      return .failure(Self.sentence(error))
    }
  }

  private static func answer(_ rows: [[String?]]) -> OwnRule.Answer {
    var found: [OwnRule.Row] = []
    for row in rows {
      let due = row[1].map { CivilDay($0) }
      guard due != .some(nil) else {
        return .failure("“\(row[1] ?? "")” in the column due is no day; give YYYY-MM-DD or NULL.")
      }
      found.append(
        OwnRule.Row(subject: row[0] ?? "", due: due ?? nil, message: row[2] ?? "No message.")
      )
    }
    return .rows(found)
  }

  private static func sentence(_ fault: GuardedQuery.Fault) -> String {
    switch fault {
    case .refused(let reason): "SQLite says: \(reason). Correct the query."
    case .notReading: "Its query does something else than read. Use one SELECT."
    case .tooLong: "Its query took longer than \(limit) seconds. Make it faster."
    case .tooMany(let count): "Its query gives more than \(count) rows. Select fewer."
    case .noColumn(let name):
      "Its query has no column “\(name)”. It needs \(OwnRule.columns.joined(separator: ", "))."
    }
  }
}
