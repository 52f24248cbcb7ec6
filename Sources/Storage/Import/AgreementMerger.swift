import GRDB
import Importing
import Model

/// Brings what a source says of agreements into the store: new, changed, unchanged, conflicting.
///
/// A field that a person set after the source keeps the person's value. If the source then says
/// something else than it said before, that is a conflict and listed; nothing is overwritten.
final class AgreementMerger {
  let session: WriteSession
  let request: ImportRequest
  let schemeId: Int64
  let writer: AgreementWriter
  let reader: RevisionReader
  let parties: PartyResolver
  let mentions: MentionWriter
  private let roles: PartyRoles
  private var digests: DraftDigest
  private let byReference: RawStatement
  private var hasIdentifiers: Bool
  /// Whether the source has no agreement in the store yet and each record is one of its own, so
  /// that a key is looked for only when its reference turns out to be taken.
  let isFirst: Bool
  private let byIdentifier: RawStatement
  private let byOwnReference: RawStatement
  private let conflictBatch: Int64
  private var nextConflict: Int64?
  /// The agreements that this import has met, by id.
  private(set) var met = MetAgreements()
  /// The agreements that this import has changed, by id.
  var changed = MetAgreements()
  /// The source that was added last, for facts that follow from the import as a whole.
  var lastSource: Int64?
  var outcome = ImportOutcome()
  /// What is doubtful in the records taken so far, each with its source.
  var doubts: [(source: Int64, problem: Problem)] = []
  let plan: (PlanItem) -> Void

  init(
    _ session: WriteSession,
    request: ImportRequest,
    schemeId: Int64,
    batch: Int64,
    plan: @escaping (PlanItem) -> Void
  ) throws {
    self.session = session
    self.request = request
    self.schemeId = schemeId
    self.plan = plan
    conflictBatch = batch
    writer = try AgreementWriter(session)
    reader = try RevisionReader(session.database)
    parties = try PartyResolver(session, request: request, schemeId: schemeId)
    mentions = try MentionWriter(session)
    roles = try PartyRoles(session)
    digests = DraftDigest(schemeId: schemeId)
    byReference = try RawStatement(
      session.database,
      "SELECT id FROM agreement WHERE schemeId = ? AND reference = ? AND isVoided = 0"
    )
    byIdentifier = try RawStatement(
      session.database,
      """
      SELECT i.agreementId FROM agreementIdentifier i CROSS JOIN agreement a ON a.id = i.agreementId
      WHERE i.schemeId = ? AND i.value = ? AND a.isVoided = 0
      """
    )
    byOwnReference = try RawStatement(
      session.database,
      "SELECT id FROM agreement WHERE ?1 = 0 AND reference = ?2 AND isVoided = 0"
    )
    isFirst =
      try !request.gathers && !request.isOwnFormat
      && Int64.fetchOne(
        session.database,
        sql: """
          SELECT 1 FROM agreement WHERE schemeId = ?1
          UNION ALL SELECT 1 FROM agreementIdentifier WHERE schemeId = ?1 LIMIT 1
          """,
        arguments: [schemeId]
      ) == nil
    hasIdentifiers =
      try Int64.fetchOne(
        session.database,
        sql: "SELECT 1 FROM agreementIdentifier WHERE schemeId = ?",
        arguments: [schemeId]
      ) != nil
  }

  // MARK: One record, one agreement

  /// Takes a record that describes an agreement alone.
  ///
  /// - Returns: The problems that keep it from being stored; empty if it is taken.
  func take(_ draft: borrowing Draft, sourceId: Int64) throws -> [Problem] {
    if draft.operation != .unsaid {
      let digest = digests.digest(draft)
      if let done = try carryOut(draft, sourceId: sourceId, digest: digest) { return done }
    }
    let source = FactSource(sourceId: sourceId, place: draft.place)
    guard let agreement = try find(draft) else {
      guard request.mayAdd else { return [notAdded(draft)] }
      return try insert(draft, source) ? [] : [repeated(draft)]
    }
    guard met.insert(agreement) else { return [repeated(draft)] }
    let digest = digests.digest(draft)
    let isUnchanged = try reader.lastDigest(of: agreement, is: digest)
    let parties = try resolveParties(draft, source)
    guard !isUnchanged, request.mayUpdate else {
      countUnchanged(agreement)
      return []
    }
    var version = VersionDraft(draft, sourceId: sourceId)
    version.parties = parties
    try update(agreement, [version], digest: digest)
    try mentions.take(draft, agreement, effectiveOn: effect, source)
    return []
  }

  /// The agreement that the draft is about, by key and then by its other names.
  func find(_ draft: borrowing Draft) throws -> Int64? {
    if isFirst, request.matchBy.isEmpty { return nil }
    if let id = try findKey(draft) { return id }
    if request.isOwnFormat, let id = try find(draft, byOwnReference, 0, draft.key) { return id }
    let names = request.isOwnFormat ? draft.identifiers.map(\.scheme) : request.matchBy
    for name in names {
      guard let identifier = draft.identifiers.first(where: { $0.scheme == name }) else { continue }
      let scheme = try scheme(name)
      let id =
        try find(draft, byIdentifier, scheme, identifier.value)
        ?? find(draft, byReference, scheme, identifier.value)
      guard let id else { continue }
      try insertKey(draft, id, FactSource(sourceId: nil, place: draft.place))
      return id
    }
    return nil
  }

  func findKey(_ draft: borrowing Draft) throws -> Int64? {
    if let id = try find(draft, byReference, schemeId, draft.key) { return id }
    return hasIdentifiers ? try find(draft, byIdentifier, schemeId, draft.key) : nil
  }

  private func find(
    _ draft: borrowing Draft,
    _ statement: RawStatement,
    _ scheme: Int64,
    _ value: Draft.Bytes
  ) throws -> Int64? {
    statement.bind(1, scheme)
    return try unsafe draft.withBytes(value) { bytes in
      unsafe statement.bind(2, bytes: bytes)
      guard try statement.step() else { return nil }
      defer { statement.reset() }
      return statement.integer(0)
    }
  }

  private var schemes: [String: Int64] = [:]

  private func scheme(_ name: String) throws -> Int64 {
    if let id = schemes[name] { return id }
    let id = try session.scheme(name)
    schemes[name] = id
    return id
  }

  /// Inserts a new agreement.
  ///
  /// - Returns: False if the key stands in an earlier record of the same first import.
  private func insert(_ draft: borrowing Draft, _ source: FactSource) throws -> Bool {
    let effect = VersionDraft.firstEffect(of: draft, importDay: request.importDay)
    guard let agreement = try insertAgreement(draft, source) else { return false }
    try writer.insertRevision(
      agreement,
      of: draft,
      digest: digests.digest(draft),
      effectiveOn: effect,
      source
    )
    for (number, party) in try resolveParties(draft, source).enumerated() {
      try insertParty(
        party,
        agreement,
        number: Int64(number) + 1,
        position: number,
        effect,
        source
      )
    }
    try mentions.take(draft, agreement, effectiveOn: effect, source)
    outcome.agreements.new += 1
    return true
  }

  /// Inserts the row of a new agreement with its further names.
  ///
  /// - Returns: Its id; nil if another record of the same first import has the key.
  private func insertAgreement(
    _ draft: borrowing Draft,
    _ source: FactSource
  ) throws -> Int64? {
    var agreement = try unsafe draft.withBytes(draft.key) {
      try unsafe writer.insertAgreement($0, schemeId: schemeId)
    }
    if agreement == nil {
      if isFirst, try findKey(draft) != nil { return nil }
      hasIdentifiers = true
      agreement = try unsafe draft.withBytes(draft.key) {
        try unsafe writer.insertAgreement(
          underVariantOf: $0,
          schemeId: schemeId,
          scheme: request.scheme,
          source
        )
      }
    }
    guard let agreement else { return nil }
    _ = met.insert(agreement)
    for identifier in draft.identifiers {
      let scheme = try scheme(identifier.scheme)
      try unsafe draft.withBytes(identifier.value) {
        try unsafe writer.insertIdentifier(
          agreement,
          scheme: scheme,
          value: $0,
          isKey: false,
          source
        )
      }
    }
    return agreement
  }

  /// Keeps the draft's key as a further name of an agreement that another source brought.
  private func insertKey(
    _ draft: borrowing Draft,
    _ agreement: Int64,
    _ source: FactSource
  ) throws {
    hasIdentifiers = true
    try unsafe draft.withBytes(draft.key) {
      try unsafe writer.insertIdentifier(
        agreement,
        scheme: schemeId,
        value: $0,
        isKey: true,
        source
      )
    }
  }

  private func insertParty(
    _ party: VersionDraft.PartyInRole,
    _ agreement: Int64,
    number: Int64,
    position: Int,
    _ effect: CivilDay,
    _ source: FactSource
  ) throws {
    try writer.insertParty(
      party.party,
      in: agreement,
      number: number,
      role: party.role,
      position: position,
      effectiveOn: effect,
      source
    )
    if let role = AgreementPartyRole(rawValue: party.role) {
      try roles.note(party.party, role, isOwn: party.isOwn, source)
    }
  }

  func resolveParties(
    _ draft: borrowing Draft,
    _ source: FactSource
  ) throws -> [VersionDraft.PartyInRole] {
    var result: [VersionDraft.PartyInRole] = []
    for number in draft.parties.indices {
      let party = draft.parties[number]
      let entry = VersionDraft.PartyInRole(
        role: party.role.rawValue,
        party: try parties.resolve(draft, party: number, from: source),
        isOwn: party.isOwn
      )
      if !result.contains(entry) { result.append(entry) }
    }
    return result
  }

  // MARK: Several records, one agreement

  /// Takes all rows of one key, put together into versions in their order.
  ///
  /// - Returns: The problems that keep them from being stored; empty if they are taken.
  func take(
    _ versions: [VersionDraft],
    key: borrowing Draft,
    content: [UInt8]
  ) throws -> [Problem] {
    let digest = digests.digest(content)
    var versions = versions
    let agreement: Int64
    if let found = try find(key) {
      agreement = found
      guard met.insert(found) || !request.isOwnFormat else { return [repeated(key)] }
      let isUnchanged = try reader.lastDigest(of: found, is: digest)
      guard !isUnchanged, request.mayUpdate else {
        countUnchanged(found)
        outcome.amendments.unchanged += versions.count - 1
        return []
      }
    } else {
      guard request.mayAdd else { return [notAdded(key)] }
      let source = FactSource(sourceId: versions[0].sourceId, place: versions[0].place)
      guard let new = try insertAgreement(key, source) else { return [repeated(key)] }
      agreement = new
      // Of a new agreement the earlier versions are known by what is said of the next ones.
      for index in versions.indices.dropLast().reversed() where versions[index].said.isEmpty {
        if request.isOwnFormat { versions[index].said = versions[index + 1].said }
      }
    }
    try update(agreement, versions, digest: digest)
    return []
  }

  /// The digest of what a source says of an agreement.
  func digest(_ content: [UInt8]) -> [UInt8] { digests.digest(content) }

  private func notAdded(_ draft: borrowing Draft) -> Problem {
    let key = draft.string(draft.key)
    return Problem(
      "agreement.unknown",
      place: draft.place,
      value: key,
      message:
        "The agreement \u{201C}\(key)\u{201D} is not in the store, and the profile may not add any.",
      remedy: "Add the agreement first, or let the profile add (behaviour, mayAdd)."
    )
  }

  /// Keeps what a gathered row mentions.
  func takeMentions(_ draft: borrowing Draft, _ source: FactSource) throws {
    guard let agreement = try find(draft) else { return }
    try mentions.take(draft, agreement, effectiveOn: effect, source)
  }

  func repeated(_ draft: borrowing Draft) -> Problem {
    let key = draft.string(draft.key)
    return Problem(
      "key.repeated",
      place: draft.place,
      value: key,
      message: "The key \u{201C}\(key)\u{201D} stands in an earlier record of this import.",
      remedy: "Remove one of the records, or name more columns as the key in the profile."
    )
  }

  var effect: CivilDay { request.effectiveOn ?? request.importDay }

  // MARK: Conflicts

  func insertConflict(
    _ agreement: Int64,
    _ field: String,
    kept: StoredValue,
    offered: StoredValue
  ) throws {
    let id = try nextConflict ?? session.nextId("importConflict")
    nextConflict = id + 1
    try session.insert(
      "importConflict",
      [
        .integer(id), .integer(conflictBatch), .integer(agreement), .text(field),
        StoredValue(kept.text), StoredValue(offered.text),
      ]
    )
  }

  // MARK: Counting

  /// Notes that the import has met the agreement.
  ///
  /// - Returns: False if it had met it before.
  func meet(_ agreement: Int64) -> Bool { met.insert(agreement) }

  /// Counts an agreement as unchanged, unless its end was taken back.
  func countUnchanged(_ agreement: Int64) {
    if !changed.contains(agreement) { outcome.agreements.unchanged += 1 }
  }

  // MARK: Parties

  func writeParties(
    _ agreement: Int64,
    _ said: [VersionDraft.PartyInRole],
    effectiveOn: CivilDay,
    _ source: FactSource
  ) throws -> Bool {
    guard !said.isEmpty else { return false }
    var (known, number) = try reader.parties(of: agreement)
    var changed = false
    for (position, party) in said.enumerated()
    where !known.contains(where: { $0.role == party.role && $0.party == party.party }) {
      try insertParty(
        party,
        agreement,
        number: number,
        position: position,
        effectiveOn,
        source
      )
      number += 1
      changed = true
    }
    for party in known where party.isSourced && !said.contains(where: { $0.isSame(party) }) {
      try writer.insertParty(
        party.party,
        in: agreement,
        number: number,
        role: party.role,
        isPresent: false,
        position: 0,
        effectiveOn: effectiveOn,
        source
      )
      number += 1
      changed = true
    }
    return changed
  }
}

extension VersionDraft.PartyInRole {
  fileprivate func isSame(_ other: (role: String, party: Int64, isSourced: Bool)) -> Bool {
    role == other.role && party == other.party
  }
}

extension StoredValue {
  /// The value as text, nil for null.
  var text: String? {
    switch self {
    case .null: nil
    case .integer(let integer): "\(integer)"
    case .text(let text): text
    case .blob: nil
    }
  }
}
