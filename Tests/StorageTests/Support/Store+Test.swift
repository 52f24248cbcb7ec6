import GRDB
import Importing
import Model

@testable import Storage

/// What an import did, with its plan and its problems.
struct ImportResult {
  var outcome: ImportOutcome
  var plan: [PlanItem]
  var problems: [Problem]

  func items(_ action: PlanItem.Action) -> [PlanItem] { plan.filter { $0.action == action } }
}

extension Store {
  /// Imports samples as the request number n.
  @discardableResult
  func take(
    _ samples: [AgreementSample],
    _ number: Int,
    scheme: String = "source",
    isDryRun: Bool = false,
    _ configure: (inout ImportRequest) -> Void = { _ in }
  ) throws -> ImportResult {
    var request = ImportRequest(profile: scheme, scheme: scheme, importDay: .of("2026-03-01"))
    configure(&request)
    var plan: [PlanItem] = []
    var problems: [Problem] = []
    let bytes = Array("\(number)".utf8)
    let note = { (item: PlanItem) in plan.append(item) }
    let body = { (session: ImportSession) in
      let digest = try OriginalDigest.of(MemorySource(bytes))
      let source = try session.addSource(path: "\(number).csv", digest) { MemorySource(bytes) }
      for (index, sample) in samples.enumerated() {
        problems += try session.take(sample.draft(line: index + 2), from: source)
      }
      try session.finish(isWhole: problems.isEmpty) { problems.append($0) }
    }
    let outcome = try importing(
      .number(number, "import"),
      request: request,
      isDryRun: isDryRun,
      plan: note,
      body: body
    )
    return ImportResult(outcome: outcome, plan: plan, problems: problems)
  }

  /// Runs SQL behind the journal's back.
  func tamper(_ sql: String, foreignKeys: Bool = true, checks: Bool = true) throws {
    try queue.writeWithoutTransaction { database in
      if !foreignKeys { try database.execute(sql: "PRAGMA foreign_keys = OFF") }
      if !checks { try database.execute(sql: "PRAGMA ignore_check_constraints = ON") }
      try database.execute(sql: sql)
      try database.execute(
        sql: "PRAGMA ignore_check_constraints = OFF; PRAGMA foreign_keys = ON"
      )
    }
  }

  /// The rows of a query, cells joined by `|`, null as `-`.
  func lines(_ sql: String) throws -> [String] {
    try queue.writeWithoutTransaction { database in
      try Row.fetchAll(database, sql: sql).map { row in
        row.databaseValues.map { $0.isNull ? "-" : Self.text($0) }.joined(separator: "|")
      }
    }
  }

  private static func text(_ value: DatabaseValue) -> String {
    switch value.storage {
    case .blob(let data): hexadecimalText(data)
    case .string(let text): text
    case .int64(let number): "\(number)"
    default: "\(value)"
    }
  }

  /// All rows of the audited tables without the columns named.
  func dump(without columns: Set<String>) throws -> [String] {
    try AuditedTable.all.flatMap { table in
      let kept = table.columns.filter { !columns.contains($0) }.joined(separator: ", ")
      return try lines("SELECT \(kept) FROM \(table.name) ORDER BY recordingId, sequence").map {
        "\(table.name): \($0)"
      }
    }
  }

  /// What holds of agreements and who takes part, without numbers and provenance.
  func facts() throws -> [String] {
    try lines(
      """
      SELECT a.reference, r.versionNumber, \(AgreementFacts.columns.joined(separator: ", "))
      FROM agreement a JOIN agreementRevision r ON r.id = (
        SELECT id FROM agreementRevision x WHERE x.agreementId = a.id
        ORDER BY effectiveOn DESC, recordingId DESC, id DESC LIMIT 1)
      WHERE a.isVoided = 0 ORDER BY a.reference
      """
    )
      + lines(
        """
        SELECT a.reference, m.role, r.name
        FROM agreementParty m JOIN agreement a ON a.id = m.agreementId
        JOIN partyRevision r ON r.id = (
          SELECT id FROM partyRevision x WHERE x.partyId = m.partyId
          ORDER BY effectiveOn DESC, recordingId DESC, id DESC LIMIT 1)
        WHERE a.isVoided = 0 AND m.isPresent = 1 AND NOT EXISTS (
          SELECT 1 FROM agreementParty n WHERE n.agreementId = m.agreementId
            AND n.role = m.role AND n.partyId = m.partyId AND n.recordingId > m.recordingId)
        ORDER BY 1, 2, 3
        """
      )
  }

  /// One value that holds of an agreement, as text.
  func value(_ field: Field, of reference: String) throws -> String? {
    try queue.writeWithoutTransaction { database in
      let id = try Int64.fetchOne(
        database,
        sql: "SELECT id FROM agreement WHERE reference = ? AND isVoided = 0",
        arguments: [reference]
      )
      guard let id else { throw StoreError.unknown(kind: "agreement", reference: reference) }
      return try RevisionReader(database).revisions(of: id).last?[field].text
    }
  }
}
