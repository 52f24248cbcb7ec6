import GRDB
import Importing
import Model

/// Inserts the rows that make an agreement; decides nothing.
final class AgreementWriter {
  /// The first fact column of `agreementRevision`.
  static let firstFact = 3
  private static let changedColumn = firstFact + AgreementFacts.fields.count

  private let session: WriteSession
  private let agreements: TableWriter
  private let identifiers: TableWriter
  private let versions: TableWriter
  private let revisions: TableWriter
  private let parties: TableWriter
  private var nextId: Int64
  init(_ session: WriteSession) throws {
    self.session = session
    agreements = try session.writer("agreement")
    identifiers = try session.writer("agreementIdentifier")
    versions = try session.writer("agreementVersion")
    revisions = try session.writer("agreementRevision")
    parties = try session.writer("agreementParty")
    nextId = try session.nextId("agreement")
  }

  /// Inserts an agreement with its key as reference.
  ///
  /// - Returns: The new agreement's id; nil if another agreement has the reference.
  func insertAgreement(_ key: UnsafeBufferPointer<UInt8>, schemeId: Int64) throws -> Int64? {
    agreements.startRow()
    agreements.set(0, nextId)
    unsafe agreements.set(1, bytes: key)
    agreements.set(2, schemeId)
    guard try agreements.insertIfUnique(session.position()) else { return nil }
    nextId += 1
    return nextId - 1
  }

  /// Inserts an agreement under a variant of its key, which is taken, and the key as a further
  /// name.
  ///
  /// - Returns: The new agreement's id.
  func insertAgreement(
    underVariantOf key: UnsafeBufferPointer<UInt8>,
    schemeId: Int64,
    scheme: String,
    _ source: FactSource
  ) throws -> Int64 {
    let id = nextId
    nextId += 1
    let text = unsafe String(decoding: key, as: UTF8.self)
    for attempt in 1... {
      agreements.startRow()
      agreements.set(0, id)
      agreements.set(1, attempt == 1 ? "\(scheme):\(text)" : "\(scheme):\(text)~\(attempt)")
      if try agreements.insertIfUnique(session.position()) { break }
    }
    try unsafe insertIdentifier(id, scheme: schemeId, value: key, isKey: true, source)
    return id
  }

  /// Inserts a name of the agreement; one that is already there is left alone.
  func insertIdentifier(
    _ agreement: Int64,
    scheme: Int64,
    value: UnsafeBufferPointer<UInt8>,
    isKey: Bool,
    _ source: FactSource
  ) throws {
    guard !value.isEmpty else { return }
    identifiers.startRow()
    identifiers.set(0, scheme)
    unsafe identifiers.set(1, bytes: value)
    identifiers.set(2, agreement)
    identifiers.set(3, Int64(isKey ? 1 : 0))
    source.set(identifiers, from: 4)
    _ = try identifiers.insertIfUnique(session.position())
  }

  /// Inserts a version.
  func insertVersion(_ version: VersionRow, _ source: FactSource) throws {
    versions.startRow()
    versions.set(0, version.agreement)
    versions.set(1, version.number)
    versions.set(2, version.effectiveFrom.map(text))
    versions.set(3, version.amendment)
    versions.set(4, version.title)
    versions.set(5, version.valueChange)
    versions.set(6, version.valueChange == nil ? nil : version.valueCurrency)
    source.set(versions, from: 7)
    day(versions, 10, version.effectiveOn)
    try versions.finishRow(session.position())
  }

  /// Inserts the first revision of a new agreement straight from its draft.
  func insertRevision(
    _ agreement: Int64,
    of draft: borrowing Draft,
    digest: [UInt8],
    effectiveOn: CivilDay,
    _ source: FactSource
  ) throws {
    revisions.startRow()
    revisions.set(0, agreement << 20 + 1)
    revisions.set(1, agreement)
    revisions.set(2, 1)
    var rest = draft.given.intersection(AgreementFacts.set).union([.kind]).rawValue
    try unsafe draft.arena.withUnsafeBufferPointer { arena in
      while rest != 0 {
        let number = rest.trailingZeroBitCount
        rest &= rest - 1
        guard let field = Field(rawValue: UInt8(number)) else { continue }
        unsafe set(field, Self.firstFact + number, draft, arena)
      }
      source.set(revisions, from: Self.changedColumn + 1)
      revisions.set(Self.changedColumn + 4, blob: digest)
      day(revisions, Self.changedColumn + 5, effectiveOn)
      try revisions.finishRow(session.position())
    }
  }

  private func set(
    _ field: Field,
    _ column: Int,
    _ draft: borrowing Draft,
    _ arena: UnsafeBufferPointer<UInt8>
  ) {
    if field.isDay {
      if let number = draft.number(field) {
        day(revisions, column, CivilDay(number: Int32(truncatingIfNeeded: number)))
      }
    } else if field.isNumber {
      revisions.set(column, draft.number(field))
    } else if let bytes = draft.bytes(field) {
      let range = Int(bytes.lowerBound)..<Int(bytes.upperBound)
      unsafe revisions.set(column, bytes: UnsafeBufferPointer(rebasing: arena[range]))
    } else if field == .kind {
      revisions.set(column, AgreementKind.contract.rawValue)
    }
  }

  /// Inserts a revision from stored values.
  func insertRevision(_ revision: RevisionRow) throws {
    revisions.startRow()
    revisions.set(0, revision.id)
    revisions.set(1, revision.id >> 20)
    revisions.set(2, revision.version)
    for (number, value) in revision.facts.enumerated() {
      switch value {
      case .null: continue
      case .integer(let integer): revisions.set(Self.firstFact + number, integer)
      case .text(let text): revisions.set(Self.firstFact + number, text)
      case .blob(let blob): revisions.set(Self.firstFact + number, blob: blob)
      }
    }
    revisions.set(Self.changedColumn, revision.changed)
    revision.source.set(revisions, from: Self.changedColumn + 1)
    revisions.set(Self.changedColumn + 4, blob: revision.digest)
    revisions.set(Self.changedColumn + 5, revision.effectiveOn)
    try revisions.finishRow(session.position())
  }

  /// Inserts that a party takes part, or no longer does, as the row of that number among those
  /// of the agreement.
  func insertParty(
    _ party: Int64,
    in agreement: Int64,
    number: Int64,
    role: String,
    isPresent: Bool = true,
    position: Int,
    effectiveOn: CivilDay,
    _ source: FactSource
  ) throws {
    parties.startRow()
    parties.set(0, agreement << 20 + number)
    parties.set(1, agreement)
    parties.set(2, role)
    parties.set(3, party)
    parties.set(4, Int64(isPresent ? 1 : 0))
    parties.set(5, Int64(position))
    source.set(parties, from: 6)
    day(parties, 9, effectiveOn)
    try parties.finishRow(session.position())
  }

  private func day(_ writer: TableWriter, _ column: Int, _ day: CivilDay) {
    writer.set(column, text(day))
  }

  private func text(_ day: CivilDay) -> String { day.description }
}

/// A row of `agreementVersion`.
struct VersionRow {
  var agreement: Int64
  var number: Int64
  var effectiveFrom: CivilDay?
  var amendment: String?
  var title: String?
  var valueChange: Int64?
  var valueCurrency: String?
  var effectiveOn: CivilDay
}

/// A row of `agreementRevision`.
struct RevisionRow {
  var id: Int64
  var version: Int64
  /// In the order of ``AgreementFacts/fields``.
  var facts: [StoredValue]
  var changed: String?
  var source: FactSource
  var digest: [UInt8]?
  var effectiveOn: String

  subscript(_ field: Field) -> StoredValue {
    get { facts[Int(field.rawValue)] }
    set { facts[Int(field.rawValue)] = newValue }
  }

  /// Whether this revision set the field.
  func sets(_ field: Field) -> Bool {
    guard let changed else { return true }
    return changed.split(separator: ",").contains { $0 == "\(field)" }
  }
}
