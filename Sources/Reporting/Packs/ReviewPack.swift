public import Model
import Policies
import Reminders
import Storage

/// The agenda of a review with one party: all that is to be talked about as of a day.
public struct ReviewPack {
  /// The name on the command line.
  public static let id = "pack"
  /// What it shows, in one sentence.
  public static let summary =
    "The agenda of a review with one party: all that is to be talked about."

  /// What a rule found about the party or one of its agreements.
  public struct Finding: Sendable {
    /// The grade, the rule's id and the clause; nil where the edition has none.
    public var grade, rule, clause: String?
    /// The reference of the party or agreement.
    public var subject: String
    /// The day that was or is due, or nil.
    public var due: CivilDay?
    /// What was expected and found, and what to do.
    public var message, remediation: String

    /// Makes a finding.
    public init(
      grade: String?,
      rule: String,
      clause: String?,
      subject: String,
      due: CivilDay?,
      message: String,
      remediation: String
    ) {
      self.grade = grade
      self.rule = rule
      self.clause = clause
      self.subject = subject
      self.due = due
      self.message = message
      self.remediation = remediation
    }
  }

  /// All that is kept about the party.
  public let file: RelationshipFile
  let judged: JudgedReader
  let organization: OrganizationFile

  /// Reads what is kept about a party.
  ///
  /// The result is nil if it is not there on the day, or one of our own units.
  ///
  /// - Throws: `StoreError`.
  public init?(_ party: Int64, _ judged: JudgedReader) throws {
    var found: RelationshipFile?
    try judged.reader.forEachRelationship { if $0.party.id == party { found = $0 } }
    guard let found else { return nil }
    file = found
    self.judged = judged
    organization = try judged.reader.organizationFile()
  }

  /// How many days before their due day obligations and the ends of acceptances are shown.
  static let nearDays = 90

  var day: CivilDay { judged.day }

  /// The last review that was held with the party, or nil.
  var lastReview: Review? {
    file.all(Review.self).filter { $0.heldOn.map { $0 <= day } ?? false }
      .max { ($0.heldOn ?? .first, $0.reference) < ($1.heldOn ?? .first, $1.reference) }
  }

  /// The day of the last review, else a year before the day.
  var since: CivilDay { lastReview?.heldOn ?? day.addingMonths(-12) }

  /// The agenda, with what the rules found.
  ///
  /// - Throws: `StoreError`.
  public func document(_ findings: [Finding]) throws -> Document {
    Document(
      title: "Review with \(file.party.name) as of \(day)",
      sections: [
        facts, deadlines, actions, serviceLevels, misses, try complaints(), disputes, obligations,
        improvements, risks, try changes(), Self.findings(findings),
      ]
    )
  }

  private var facts: Document.Section {
    let roles = file.party.roles.filter {
      covers(day, from: $0.validFrom, through: $0.validThrough)
    }
    return .fields(
      [
        Column("reference", "Party"), Column("name", "Name"), Column("tier", "Tier"),
        Column("roles", "Roles", .list(of: .text)),
        Column("agreements", "Agreements in force", .list(of: .text)),
        Column("lastReview", "Last review"), Column("lastReviewOn", "Held", .day),
        Column("lastResult", "Result"), Column("asOf", "As of", .day),
        Column("since", "Since", .day, formats: .data),
      ],
      Row([
        .text(file.party.reference), .text(file.party.name), Cell(file.party.tier),
        .list(Set(roles.map(\.role)).sorted().map(Cell.text)),
        .list(file.agreements.filter(\.isActive).map { .text($0.reference) }),
        Cell(lastReview?.reference), Cell(lastReview?.heldOn), Cell(lastReview?.result), Cell(day),
        Cell(since),
      ])
    )
  }

  private static func findings(_ findings: [Finding]) -> Document.Section {
    .table(
      key: "findings",
      title: "What the rules found",
      [
        Column("grade", "Grade", importance: .high, overflow: .whole),
        Column("rule", "Rule", importance: .essential, overflow: .whole),
        Column("clause", "Clause", importance: .low),
        Column("subject", "About", importance: .low, minimumWidth: 8),
        Column("due", "Due", .day, importance: .low),
        Column("message", "What was found", importance: .essential, minimumWidth: 24),
        Column("remediation", "What to do", importance: .low, minimumWidth: 24),
      ],
      findings.map {
        Row(
          [
            Cell($0.grade), Cell($0.rule), Cell($0.clause), .text($0.subject), Cell($0.due),
            .text($0.message), .text($0.remediation),
          ],
          mark: $0.grade == "major" ? .alert : .normal
        )
      },
      emptySentence: "The rules found nothing."
    )
  }
}
