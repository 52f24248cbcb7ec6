import Foundation
public import Importing
public import Policies
import Schemas

/// The clauses of an edition, in the order of the standard.
public struct ClauseList: Sendable {
  /// The edition.
  public let edition: Edition
  /// The clauses that can be assessed: those without parts.
  public let clauses: [Clause]
  /// What is wrong with the file; empty for the shipped ones.
  public let problems: [Problem]

  /// The clause with a number, or nil.
  public func clause(_ number: String) -> Clause? { clauses.first { $0.number == number } }

  /// The numbers of the clauses that a rule judges, in order.
  public func numbers(judgedBy rule: String) -> [String] {
    clauses.filter { $0.rules.contains(rule) }.map(\.number)
  }

  /// The list that comes with the program: `Schemas/clauses/<edition>.yaml`.
  public static func shipped(_ edition: Edition) -> ClauseList {
    let path = Schemas.clauses.appendingPathComponent("\(edition.rawValue).yaml").path
    return read(DataFile.bytes(path) ?? .init(), named: path, edition)
  }

  /// Reads the list of an edition from the bytes of a YAML file.
  ///
  /// What is wrong is collected: `clauses.key`, `clauses.type`, `clauses.value`,
  /// `clauses.missing` for what a clause lacks, `clauses.duplicate` for a number that stands more
  /// than once, `clauses.syntax`, `clauses.size` and `clauses.alias`. A clause with a fault is left
  /// out.
  static func read(
    _ bytes: some Collection<UInt8>,
    named file: String,
    _ edition: Edition
  ) -> ClauseList {
    let findings = DataFindings(file: file, subject: "clauses")
    var clauses: [Clause] = []
    if let root = DataText(findings: findings).root(bytes) {
      clauses = ClauseListReader(findings: findings, edition: edition).read(root)
    }
    return ClauseList(edition: edition, clauses: clauses, problems: findings.sorted)
  }
}
