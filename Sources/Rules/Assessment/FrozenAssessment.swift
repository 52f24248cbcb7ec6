import Crypto
import Foundation
import Importing
import Model
import Policies

/// A self-assessment as it stood on a day, for keeping unchanged.
///
/// Two years are compared by two of them. The text is JSON with sorted keys and a line break at the
/// end: the same assessment always gives the same bytes, and so the same digest.
public struct FrozenAssessment: Codable, Sendable, Hashable {
  /// A clause as it stood.
  public struct Row: Codable, Sendable, Hashable {
    /// The number.
    public var clause: String
    /// The title that the clause had.
    public var title: String
    /// Whether it applied.
    public var isApplicable: Bool
    /// Why it did not, or nil.
    public var applicabilityReason: String?
    /// Who answered for it, or nil.
    public var owner: String?
    /// What was claimed, a raw value of ``AssessmentItem/Status``.
    public var claimed: String
    /// What was proven, a raw value of ``RuleResult``; nil without rules.
    public var proven: String?
    /// The rules that failed or could not be shown, in order.
    public var failing: [String]
    /// The day of assessment, `YYYY-MM-DD`, or nil.
    public var assessedOn: String?
    /// Who assessed it, or nil.
    public var assessedBy: String?
    /// What showed it, or nil.
    public var evidence: String?
    /// What there was to say, or nil.
    public var comment: String?
    /// By when it was to be met, `YYYY-MM-DD`, or nil.
    public var targetOn: String?
    /// The reference of the improvement, or nil.
    public var improvement: String?
    /// Why the gap was accepted, or nil.
    public var acceptedReason: String?
    /// The codes of what was missing or contradicted itself, in order.
    public var problems: [String]
  }

  /// The edition, such as `2018`.
  public var edition: String
  /// The day, `YYYY-MM-DD`.
  public var asOf: String
  /// The SHA-256 of the policy by which the rules judged.
  public var policy: String
  /// The clauses in the order of the standard.
  public var rows: [Row]

  /// Freezes a register as it stands, with the SHA-256 of the policy that the check went by.
  public init(_ register: AssessmentRegister, policy: String) {
    edition = register.edition.rawValue
    asOf = register.asOf.description
    self.policy = policy
    rows = register.rows.map(Row.init)
  }

  /// The text to be kept.
  ///
  /// - Throws: What the encoder throws, which for this type is nothing.
  public func text() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
  }

  /// Reads a kept text.
  ///
  /// - Returns: The assessment, or nil if the text has another digest or is none.
  public static func read(_ text: String, sha256: String) -> FrozenAssessment? {
    guard digest(text) == sha256 else { return nil }
    return try? JSONDecoder().decode(FrozenAssessment.self, from: Data(text.utf8))
  }

  /// The SHA-256 of a text in UTF-8, as 64 lower-case hexadecimal digits; FIPS 180-4, section 6.2.
  public static func digest(_ text: String) -> String {
    SHA256.hash(data: Array(text.utf8)).map { byte in
      String(String(UInt16(byte) + 256, radix: 16).dropFirst())
    }.joined()
  }
}

extension FrozenAssessment.Row {
  init(_ row: AssessmentRow) {
    clause = row.clause.number
    title = row.clause.title
    isApplicable = row.isApplicable
    applicabilityReason = row.item?.applicabilityReason
    owner = row.item?.owner
    claimed = row.claimed.rawValue
    proven = row.proven?.rawValue
    failing = row.failing
    assessedOn = row.item?.assessedOn?.description
    assessedBy = row.item?.assessedBy
    evidence = row.item?.evidence
    comment = row.item?.comment
    targetOn = row.item?.targetOn?.description
    improvement = row.improvement?.reference
    acceptedReason = row.item?.acceptedReason
    problems = row.problems.map(\.code)
  }
}
