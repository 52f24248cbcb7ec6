import Foundation
public import Model
import Policies

/// A rule that an organisation adds as a query in a file.
///
/// The file begins with comment lines `-- key: value`: `id`, `title` and `remediation` are
/// needed; `clause`, `grade` (minor unless given) and `subject` (agreement unless given) are not.
/// Then comes one query with the columns `subject`, `due` and `message`: a row for each subject
/// for which the rule does not hold.
public struct OwnRule: Sendable, Hashable {
  /// The keys that a file can have.
  public static let keys = ["id", "title", "clause", "grade", "remediation", "subject"]
  /// The columns that the query must have, in any order.
  public static let columns = ["subject", "due", "message"]

  /// The id, in a form such as `ACME-01`.
  public let id: String
  /// What is required.
  public let title: String
  /// What asks for it, or nil.
  public let clause: String?
  /// How grave it is where the rule does not hold.
  public let grade: Grade
  /// What to do.
  public let remediation: String
  /// What the subjects are.
  public let subject: Judgement.Subject.Kind
  /// The query.
  public let query: String
  /// The path of the file.
  public let file: String
}

extension OwnRule {
  /// What a query gave.
  public enum Answer: Sendable, Hashable {
    /// The rows, each with the subject's reference, the due day if there is one, and the message.
    case rows([Row])
    /// Why the query could not be run to its end, in a sentence.
    case failure(String)
  }

  /// A row of the query: a subject for which the rule does not hold.
  public struct Row: Sendable, Hashable {
    /// The subject's reference; empty for the organisation.
    public let subject: String
    /// The due day, or nil.
    public let due: CivilDay?
    /// What was found.
    public let message: String

    /// Makes a row.
    public init(subject: String, due: CivilDay?, message: String) {
      self.subject = subject
      self.due = due
      self.message = message
    }
  }

  /// The rule with what its query gave, to be run and shown with the others.
  ///
  /// A row whose day is still to come is due soon. A query that could not be run cannot show that
  /// the rule holds.
  public func rule(_ answer: Answer = .rows([])) -> Rule {
    let clauses = clause.map { clause in
      Dictionary(uniqueKeysWithValues: Edition.allCases.map { ($0, clause) })
    }
    return Rule(
      id: id,
      title: title,
      clauses: clauses ?? [:],
      predicate: "The query in \(URL(fileURLWithPath: file).lastPathComponent) gives a row.",
      remediation: remediation,
      guidance: "A rule of this organisation's own.",
      evaluation: .organization { organization, context in
        judgements(answer, organization, context).map { $0.required(elsewhere: true) }
      }
    )
  }

  private func judgements(
    _ answer: Answer,
    _ organization: OrganizationFile,
    _ context: RuleContext
  ) -> [Judgement] {
    switch answer {
    case .rows(let rows): return rows.map { judgement($0, context) }
    case .failure(let sentence):
      let subject = Judgement.Subject.organization(organization)
      return [.insufficientData(subject, "\(id) could not be judged. \(sentence)")]
    }
  }

  private func judgement(_ row: Row, _ context: RuleContext) -> Judgement {
    let subject = Judgement.Subject(subject, row.subject, name: row.subject)
    guard let due = row.due, due >= context.asOf else {
      return .fail(subject, grade, due: row.due, row.message)
    }
    return .dueSoon(subject, due: due, row.message)
  }
}
