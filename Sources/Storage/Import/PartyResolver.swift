import GRDB
import Importing
import Model

/// Finds the party that a draft names, or makes it.
///
/// The order: in our own format by our reference; by (scheme, normalised value); then by exact normalised name among the parties
/// of the same source. A party that has an identifier is found by name only if it was stored
/// before this import, is the only one of that name and has no identifier of the same scheme.
/// A party without any identifier gets the name as its own, so that the order of the records
/// does not matter; ``joinNamesakes()`` puts it together with its one namesake at the end.
final class PartyResolver {
  let session: WriteSession
  let schemeId: Int64
  let request: ImportRequest
  let details: PartyDetails
  /// Statements seen before in this import, byte for byte, and their party.
  private var seen = ByteTable()
  private var statement: [UInt8] = []
  private var schemes: [String: Int64] = [:]
  private let byIdentifier: RawStatement
  private let byName: RawStatement
  private let hasScheme: RawStatement
  private let hasAny: RawStatement
  private let lastIdBefore: Int64
  /// The first id that this import gives.
  var firstNewId: Int64 { lastIdBefore + 1 }
  private var nextId: Int64
  private(set) var newCount = 0
  /// Parties made in this import as our own, by id.
  private var own: Set<Int64> = []
  /// Those of them that another statement speaks of as somebody else.
  private(set) var disowned: Set<Int64> = []
  /// Parties made in this import without identifier, by id.
  private(set) var nameless: Set<Int64> = []

  init(_ session: WriteSession, request: ImportRequest, schemeId: Int64) throws {
    self.session = session
    self.request = request
    self.schemeId = schemeId
    details = try PartyDetails(session, request: request)
    byIdentifier = try RawStatement(
      session.database,
      """
      SELECT partyId FROM partyIdentifier WHERE schemeId = ? AND value = ?
        AND NOT EXISTS (SELECT 1 FROM voiding WHERE kind = 'party' AND recordId = partyId)
      """
    )
    byName = try RawStatement(
      session.database,
      """
      SELECT partyId FROM partyName WHERE schemeId = ? AND nameKey = ?
        AND NOT EXISTS (SELECT 1 FROM voiding WHERE kind = 'party' AND recordId = partyId)
      """
    )
    hasScheme = try RawStatement(
      session.database,
      "SELECT 1 FROM partyIdentifier WHERE partyId = ? AND schemeId = ?"
    )
    hasAny = try RawStatement(
      session.database,
      "SELECT 1 FROM partyIdentifier WHERE partyId = ?"
    )
    nextId = try session.nextId("party")
    lastIdBefore = nextId - 1
  }

  /// The id of the draft's party with the number.
  func resolve(_ draft: borrowing Draft, party number: Int, from source: FactSource) throws -> Int64
  {
    let party = draft.parties[number]
    describe(draft, number)
    let known = unsafe statement.withUnsafeBytes { unsafe seen.value($0) }
    if let known { return known }
    let name = draft.string(party.name)
    var identifiers: [(scheme: Int64, value: String, raw: String)] = []
    for identifier in draft.partyIdentifiers where identifier.party == number {
      let raw = draft.string(identifier.value)
      guard let value = PartyIdentifier.normalized(scheme: identifier.scheme, raw: raw) else {
        continue
      }
      identifiers.append((try scheme(identifier.scheme), value, raw))
    }
    let reference = reference(of: draft)
    let id =
      try findOwn(reference) ?? find(identifiers.map { ($0.scheme, $0.value) }, name: name)
      ?? make(
        identifiers.first.map { ($0.scheme, $0.value) },
        reference,
        name: name,
        isOwn: party.isOwn
      )
    for identifier in identifiers {
      try add(identifier.scheme, identifier.value, raw: identifier.raw, to: id, source)
    }
    if !party.isOwn, own.contains(id) { disowned.insert(id) }
    try addName(name, to: id)
    try details.take(draft, party, id: id, from: source)
    unsafe statement.withUnsafeBytes { unsafe seen.set($0, id) }
    return id
  }

  /// All that the draft says of the party, as bytes.
  private func describe(_ draft: borrowing Draft, _ number: Int) {
    statement.removeAll(keepingCapacity: true)
    let party = draft.parties[number]
    if draft.kind == .party { append(draft, draft.key) }
    append(draft, party.name)
    statement.append(party.isOwn ? 1 : 0)
    for identifier in draft.partyIdentifiers where identifier.party == number {
      statement.append(contentsOf: identifier.scheme.utf8)
      statement.append(0)
      append(draft, identifier.value)
    }
    append(draft, party.country)
    append(draft, party.address)
    append(draft, party.postalCode)
    append(draft, party.city)
    append(draft, party.email)
    append(draft, party.phone)
    append(draft, party.website)
  }

  private func append(_ draft: borrowing Draft, _ bytes: Draft.Bytes?) {
    if let bytes {
      statement.append(contentsOf: draft.arena[Int(bytes.lowerBound)..<Int(bytes.upperBound)])
    }
    statement.append(0)
  }

  private func scheme(_ name: String) throws -> Int64 {
    if let id = schemes[name] { return id }
    let id = try session.scheme(name)
    schemes[name] = id
    return id
  }

  // MARK: Finding

  /// Our own reference of the party that a draft of our own format describes, or nil.
  private func reference(of draft: borrowing Draft) -> String? {
    guard request.isOwnFormat, draft.kind == .party, !draft.key.isEmpty else { return nil }
    return draft.string(draft.key)
  }

  private func findOwn(_ reference: String?) throws -> Int64? {
    try reference.flatMap { try session.find("party", $0) }
  }

  private func find(_ identifiers: [(scheme: Int64, value: String)], name: String) throws -> Int64?
  {
    for (scheme, value) in identifiers {
      byIdentifier.bind(1, scheme)
      byIdentifier.bind(2, value)
      if let id = try first(byIdentifier) { return id }
    }
    let namesakes = try all(byName, schemeId, NameKey.normalized(name))
    guard !identifiers.isEmpty else {
      let own = try namesakes.filter { try !hasIdentifier($0) }
      if own.count == 1 { return own[0] }
      let before = namesakes.filter { $0 <= lastIdBefore }
      return own.isEmpty && before.count == 1 && namesakes.count == 1 ? before[0] : nil
    }
    let free = try namesakes.filter { id in
      try id <= lastIdBefore
        && !identifiers.contains { try hasIdentifier(id, scheme: $0.scheme) }
    }
    return free.count == 1 && namesakes.count == 1 ? free[0] : nil
  }

  private func first(_ statement: RawStatement) throws -> Int64? {
    guard try statement.step() else { return nil }
    defer { statement.reset() }
    return statement.integer(0)
  }

  private func all(_ statement: RawStatement, _ scheme: Int64, _ key: String) throws -> [Int64] {
    statement.bind(1, scheme)
    statement.bind(2, key)
    var ids: [Int64] = []
    while try statement.step() { ids.append(statement.integer(0)) }
    return ids
  }

  private func hasIdentifier(_ party: Int64, scheme: Int64) throws -> Bool {
    hasScheme.bind(1, party)
    hasScheme.bind(2, scheme)
    return try first(hasScheme) != nil
  }

  func hasIdentifier(_ party: Int64) throws -> Bool {
    hasAny.bind(1, party)
    return try first(hasAny) != nil
  }

  // MARK: Making

  private func make(
    _ identifier: (scheme: Int64, value: String)?,
    _ reference: String?,
    name: String,
    isOwn: Bool
  ) throws -> Int64 {
    let id = nextId
    nextId += 1
    newCount += 1
    if identifier == nil { nameless.insert(id) }
    if isOwn { own.insert(id) }
    let base =
      reference ?? identifier.map { "\(schemeName($0.scheme)):\($0.value)" }
      ?? "\(request.scheme):\(name.prefix(80))"
    let writer = try session.writer("party")
    for attempt in 1... {
      writer.startRow()
      writer.set(0, id)
      writer.set(1, attempt == 1 ? base : "\(base)~\(attempt)")
      writer.set(2, Int64(isOwn ? 1 : 0))
      if try writer.insertIfUnique(session.position()) { break }
    }
    return id
  }

  private func schemeName(_ id: Int64) -> String {
    schemes.first { $0.value == id }?.key ?? request.scheme
  }

  private func add(
    _ scheme: Int64,
    _ value: String,
    raw: String,
    to party: Int64,
    _ source: FactSource
  ) throws {
    let writer = try session.writer("partyIdentifier")
    writer.startRow()
    writer.set(0, scheme)
    writer.set(1, value)
    writer.set(2, party)
    writer.set(3, raw == value ? nil : raw)
    source.set(writer, from: 4)
    _ = try writer.insertIfUnique(session.position())
  }

  private func addName(_ name: String, to party: Int64) throws {
    let writer = try session.writer("partyName")
    writer.startRow()
    writer.set(0, schemeId)
    writer.set(1, NameKey.normalized(name))
    writer.set(2, party)
    _ = try writer.insertIfUnique(session.position())
  }
}
