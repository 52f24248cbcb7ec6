import Foundation
import GRDB
import Importing
import Model

extension Reader {
  /// Hands over every agreement that is there on the day, in order of reference.
  ///
  /// Memory does not grow with their number.
  ///
  /// - Throws: ``StoreError``; what the body throws.
  public func forEachAgreement(_ body: (AgreementRecord) throws -> Void) throws {
    guard asOf.knowledge == .now else {
      return try forEachAgreement("ORDER BY reference", [], body)
    }
    try forEachRevision(body)
  }

  /// As ``forEachAgreement(_:)`` for all that is recorded: runs over the revisions of each
  /// agreement, which lie together, instead of looking for the one that holds; that is half the
  /// work, and the report of a million agreements is nothing else.
  private func forEachRevision(_ body: (AgreementRecord) throws -> Void) throws {
    let reading = try AgreementReading(revisionsAsOf: database)
    let day = asOf.day
    var held: (record: AgreementRecord, effectiveOn: CivilDay, recording: Int64)?
    while try reading.statement.step() {
      let effectiveOn = reading.effectiveOn
      guard effectiveOn <= day else { continue }
      let recording = reading.recording
      if let last = held {
        if last.record.id != reading.agreement {
          try body(last.record)
        } else if (effectiveOn, recording) < (last.effectiveOn, last.recording) {
          continue
        }
      }
      held = (try reading.record(self), effectiveOn, recording)
    }
    if let held { try body(held.record) }
  }

  /// The agreement with the reference.
  ///
  /// - Returns: Nil if there is none on the day.
  /// - Throws: ``StoreError``.
  public func agreement(_ reference: String) throws -> AgreementRecord? {
    var found: AgreementRecord?
    try forEachAgreement("WHERE reference = ?", [reference]) { found = $0 }
    return found
  }

  private func forEachAgreement(
    _ suffix: String,
    _ arguments: [String],
    _ body: (AgreementRecord) throws -> Void
  ) throws {
    let reading = try AgreementReading(database, suffix: suffix)
    for (index, argument) in arguments.enumerated() {
      reading.statement.bind(Int32(index) + 1, argument)
    }
    while try reading.statement.step() { try body(reading.record(self)) }
  }

  /// The place with the number of a source.
  func source(_ id: Int64) throws -> (file: String, profile: String, sha256: String)? {
    if let known = sources[id] { return known }
    let row = try Row.fetchOne(
      database,
      sql: "SELECT path, profile, sha256 FROM temp.sourceAsOf WHERE sourceId = ?",
      arguments: [id]
    )
    guard let row else { return nil }
    let digest: Data = row["sha256"]
    let source = (row["path"] as String, row["profile"] as String, hexadecimalText(digest))
    sources[id] = source
    return source
  }
}

/// Reads agreements from rows of `agreementAsOf`.
final class AgreementReading {
  let statement: RawStatement
  private static let firstFact: Int32 = 3
  private static let afterFacts = firstFact + Int32(AgreementFacts.fields.count)

  init(_ database: Database, suffix: String) throws {
    let facts = AgreementFacts.columns.joined(separator: ", ")
    statement = try RawStatement(
      database,
      """
      SELECT agreementId, reference, versionNumber, \(facts), sourceId, line, record, effectiveOn,
        recordingId
      FROM temp.agreementAsOf \(suffix)
      """
    )
  }

  /// Reads every revision of every agreement that is not voided, by reference and number.
  init(revisionsAsOf database: Database) throws {
    let facts = AgreementFacts.columns.map { "r.\($0)" }.joined(separator: ", ")
    statement = try RawStatement(
      database,
      """
      SELECT a.id, a.reference, r.versionNumber, \(facts), r.sourceId, r.line, r.record,
        r.effectiveOn, r.recordingId
      FROM main.agreement a CROSS JOIN main.agreementRevision r
        ON r.id BETWEEN a.id << 20 AND (a.id << 20) + 1048575
      WHERE a.isVoided = 0 ORDER BY a.reference, r.id
      """
    )
  }

  /// Reads the revisions of one agreement, `?1`, that are known and in effect, by number.
  ///
  /// To choose the one that holds in SQL takes a sort for each agreement, and twice the time.
  init(revisionsOfOneAsOf database: Database) throws {
    let facts = AgreementFacts.columns.map { "r.\($0)" }.joined(separator: ", ")
    statement = try RawStatement(
      database,
      """
      SELECT a.id, a.reference, r.versionNumber, \(facts), r.sourceId, r.line, r.record,
        r.effectiveOn, r.recordingId
      FROM main.agreement a CROSS JOIN main.agreementRevision r
        ON r.id BETWEEN ?1 << 20 AND (?1 << 20) + 1048575
      WHERE a.id = ?1 AND a.\(AsOfViews.known) AND r.\(AsOfViews.known)
        AND r.\(AsOfViews.inEffect)
        AND (a.isVoided = 0 OR \(AsOfViews.notVoided("agreement", "a.id")))
      ORDER BY r.id
      """
    )
  }

  /// Reads one revision of an agreement, whose number is bound.
  init(revision database: Database) throws {
    let facts = AgreementFacts.columns.map { "r.\($0)" }.joined(separator: ", ")
    statement = try RawStatement(
      database,
      """
      SELECT a.id, a.reference, r.versionNumber, \(facts), r.sourceId, r.line, r.record,
        r.effectiveOn, r.recordingId
      FROM main.agreementRevision r JOIN main.agreement a ON a.id = r.agreementId WHERE r.id = ?
      """
    )
  }

  /// The agreement with the number by the revision that holds: of those in effect the one with the
  /// latest day, then the latest recording, then the highest number; nil if there is none.
  func record(of agreement: Int64, _ reader: Reader) throws -> AgreementRecord? {
    statement.bind(1, agreement)
    var held: (record: AgreementRecord, effectiveOn: CivilDay, recording: Int64)?
    while try statement.step() {
      let (day, number) = (effectiveOn, recording)
      if let held, (day, number) < (held.effectiveOn, held.recording) { continue }
      held = (try record(reader), day, number)
    }
    return held?.record
  }

  var agreement: Int64 { statement.integer(0) }
  var effectiveOn: CivilDay {
    unsafe CivilDay(iso: statement.bytes(Self.afterFacts + 3)) ?? .first
  }
  var recording: Int64 { statement.integer(Self.afterFacts + 4) }

  func record(_ reader: Reader) throws -> AgreementRecord {
    let record = AgreementRecord()
    record.id = statement.integer(0)
    record.reference = statement.text(1)
    record.version = statement.integer(2)
    readTexts(record)
    readTerms(&record.terms)
    record.value = money(.value, .valueCurrency)
    record.annualValue = money(.annualValue, .annualValueCurrency)
    record.effectiveOn = statement.text(Self.afterFacts + 3)
    if let sourceId = statement.optionalInteger(Self.afterFacts),
      let source = try reader.source(sourceId)
    {
      record.source = RecordSource(
        file: source.file,
        line: statement.optionalInteger(Self.afterFacts + 1),
        record: statement.optionalInteger(Self.afterFacts + 2),
        profile: source.profile,
        sha256: source.sha256
      )
    }
    return record
  }

  private func readTexts(_ record: AgreementRecord) {
    record.title = text(.title)
    record.description = text(.description)
    record.kind = text(.kind)
    record.structure = text(.structure)
    record.parentReference = text(.parentReference)
    record.sourceStatus = text(.sourceStatus)
    record.category = text(.category)
    record.department = text(.department)
    record.owner = text(.owner)
    record.ownerEmail = text(.ownerEmail)
    record.tier = text(.tier)
    record.governingLaw = text(.governingLaw)
    record.url = text(.url)
    record.note = text(.note)
    record.endReason = text(.endReason)
    record.noticeForm = text(.noticeForm)
    record.noticeGivenBy = text(.noticeGivenBy)
    record.calendar = text(.calendar)
    record.noticePeriod = text(.noticePeriod)
    record.noticePeriodTheirs = text(.noticePeriodTheirs)
    record.initialTerm = text(.initialTerm)
    record.renewalTerm = text(.renewalTerm)
    record.reviewInterval = text(.reviewInterval)
    record.nextReviewOn = day(.nextReviewOn)
  }

  private func readTerms(_ terms: inout AgreementTerms) {
    terms.signedOn = day(.signedOn)
    terms.startsOn = day(.startsOn)
    terms.endsOn = day(.endsOn)
    terms.openEnded = statement.optionalInteger(column(.openEnded)).map { $0 == 1 }
    // A source may write a day that means "no end"; the day as read stays in the store.
    if terms.openEnded == true { terms.endsOn = nil }
    terms.latestPossibleEnd = day(.latestPossibleEnd)
    terms.endedOn = day(.endedOn)
    terms.initialTerm = period(.initialTerm)
    terms.renewal = value(.renewal)
    terms.renewalTerm = period(.renewalTerm)
    terms.maxRenewals = statement.optionalInteger(column(.maxRenewals)).map(Int.init)
    terms.noticePeriod = period(.noticePeriod)
    terms.noticeBase = value(.noticeBase)
    terms.noticeTo = value(.noticeTo)
    terms.noticeRule = value(.noticeRule)
    terms.noticeConvention = value(.noticeConvention)
    terms.noticeAdjustment = value(.noticeAdjustment)
    terms.noticeDelivery = period(.noticeDelivery)
    terms.noticeGivenOn = day(.noticeGivenOn)
    terms.declaredStatus = value(.declaredStatus)
  }

  private func column(_ field: Field) -> Int32 { Self.firstFact + Int32(field.rawValue) }

  private func text(_ field: Field) -> String? { statement.optionalText(column(field)) }

  private func day(_ field: Field) -> CivilDay? {
    unsafe CivilDay(iso: statement.bytes(column(field)))
  }

  private func period(_ field: Field) -> Period? {
    unsafe Period(bytes: statement.bytes(column(field)))
  }

  private func value<Value: RawRepresentable<String>>(_ field: Field) -> Value? {
    text(field).flatMap { Value(rawValue: $0) }
  }

  private func money(_ amount: Field, _ currency: Field) -> (minor: Int64, currency: String)? {
    guard let minor = statement.optionalInteger(column(amount)), let code = text(currency) else {
      return nil
    }
    return (minor, code)
  }
}
