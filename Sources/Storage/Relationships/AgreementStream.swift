import GRDB
import Model

/// The agreements in order of the party they belong to, each with what is kept within it.
final class AgreementStream {
  private let reader: Reader
  private let owners: RawStatement
  private let versions: RawStatement
  private let mentions: RawStatement
  private let members: RawStatement
  private let agreements: AgreementReading
  private(set) var isAtRow = false

  init(_ reader: Reader) throws {
    self.reader = reader
    let database = reader.database
    owners = try RawStatement(
      database,
      """
      SELECT o.partyId, a.id FROM temp.agreementOwner o JOIN main.agreement a
        ON a.id = o.agreementId ORDER BY o.partyId, a.reference
      """
    )
    versions = try RawStatement(
      database,
      """
      SELECT number, effectiveFrom, amendment FROM temp.agreementVersionAsOf
      WHERE agreementId = ? ORDER BY number
      """
    )
    mentions = try RawStatement(
      database,
      """
      SELECT kind, name, detail, checkedOn FROM temp.agreementMentionAsOf
      WHERE agreementId = ? AND kind <> 'document' ORDER BY kind, name
      """
    )
    members = try RawStatement(
      database,
      """
      SELECT m.role, m.partyId, p.reference, p.isOwn FROM temp.agreementPartyAsOf m
      JOIN main.party p ON p.id = m.partyId
      WHERE m.id BETWEEN ?1 << 20 AND (?1 << 20) + 1048575 ORDER BY m.position
      """
    )
    agreements = try AgreementReading(revisionsOfOneAsOf: database)
    isAtRow = try owners.step()
  }

  /// The agreement with the number, or nil if there is none on the day.
  func record(_ agreement: Int64) throws -> AgreementRecord? {
    try agreements.record(of: agreement, reader)
  }

  /// The party of the current agreement; nil for an agreement of no party.
  var party: Int64? { owners.optionalInteger(0) }

  /// The agreements of a party; goes on to the next one.
  func take(_ party: Int64?) throws -> [AgreementFile] {
    var files: [AgreementFile] = []
    while isAtRow, self.party == party {
      if let file = try reader.agreementFile(owners.integer(1), self) { files.append(file) }
      isAtRow = try owners.step()
    }
    return files
  }

  /// Adds versions, content items, services and members.
  func fill(_ file: inout AgreementFile) throws {
    file.versions = try rows(versions, file.id) {
      AgreementFile.Version(
        number: $0.integer(0),
        effectiveFrom: $0.optionalText(1).flatMap { CivilDay($0) },
        amendment: $0.optionalText(2)
      )
    }
    for (kind, item) in try rows(mentions, file.id, Self.mention) {
      if kind == "service" {
        file.services.append(item.key)
      } else {
        file.contentItems.append(item)
      }
    }
    file.members = try rows(members, file.id) {
      AgreementFile.Member(
        role: $0.text(0),
        party: $0.integer(1),
        reference: $0.text(2),
        isOwn: $0.integer(3) == 1
      )
    }
  }

  private static func mention(_ row: RawStatement) -> (String, AgreementFile.ContentItem) {
    let item = AgreementFile.ContentItem(
      key: row.text(1),
      state: row.optionalText(2) ?? "",
      checkedOn: row.optionalText(3).flatMap { CivilDay($0) }
    )
    return (row.text(0), item)
  }

  private func rows<Value>(
    _ statement: RawStatement,
    _ agreement: Int64,
    _ make: (RawStatement) -> Value
  ) throws -> [Value] {
    statement.bind(1, agreement)
    var values: [Value] = []
    while try statement.step() { values.append(make(statement)) }
    statement.reset()
    return values
  }
}

extension Reader {
  /// The agreement with the number as rules see it, without the records about it.
  func agreementFile(_ agreement: Int64, _ parts: AgreementStream) throws -> AgreementFile? {
    guard let record = try parts.record(agreement) else { return nil }
    var file = AgreementFile(
      id: record.id,
      reference: record.reference,
      kind: record.kind.flatMap { AgreementKind(rawValue: $0) } ?? .contract,
      standing: try record.standing(self)
    )
    file.title = record.title
    file.tier = record.tier
    file.terms = record.terms
    file.reviewInterval = record.reviewInterval.flatMap { Period($0) }
    file.noticePeriodTheirs = record.noticePeriodTheirs.flatMap { Period($0) }
    file.calendar = try calendar(record.calendar)
    file.annualValue = record.annualValue.flatMap { value in
      Currency(value.currency).map { Money(minorUnits: value.minor, currency: $0) }
    }
    try parts.fill(&file)
    return file
  }
}
