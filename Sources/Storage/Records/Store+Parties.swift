import GRDB
public import Importing
public import Model

extension Store {
  /// Enters a party.
  ///
  /// - Throws: ``InvalidRecord``; ``StoreError/notAllowed(_:)`` for a reference that is taken.
  public func addParty(_ new: NewParty, _ request: WriteRequest) throws {
    var values = new.values
    values[.name] = .text(new.name)
    try PartyFields.check(values, reference: new.reference)
    var payload = values.payload
    payload["reference"] = new.reference
    payload["roles"] = new.roles.map(\.rawValue).joined(separator: ",")
    try change(request, payload) { session in
      try session.requireFree("party", new.reference)
      let id = try session.nextId("party")
      try session.insert(
        "party",
        [.integer(id), .text(new.reference), .integer(new.isOwn ? 1 : 0)]
      )
      let effect = new.effectiveOn?.description ?? PartyDetails.sinceEver
      var row = PartyValues()
      try PartyFields.apply(values, to: &row, of: id, session)
      try row.insert(
        session,
        id: id << 20 + 1,
        changed: PartyFields.columns(values),
        source: [nil, nil, nil],
        effectiveOn: effect
      )
      try session.insertName(new.name, of: id)
      for role in new.roles { try session.insertRole(role, of: id, effectiveOn: effect) }
    }
  }

  /// Changes fields of a party.
  ///
  /// A change with a day holds from that day; one without corrects what is known.
  ///
  /// - Returns: The fields with their values before and after; empty if nothing is different,
  ///   and nothing was written then.
  /// - Throws: ``InvalidRecord``; ``StoreError/unknown(kind:reference:)``;
  ///   ``StoreError/notAllowed(_:)`` for a day before the one from which the latest values hold.
  public func changeParty(
    _ reference: String,
    _ values: [Field: RecordValue],
    effectiveOn: CivilDay? = nil,
    _ request: WriteRequest
  ) throws -> [PlanItem.Change] {
    try PartyFields.check(values, reference: reference)
    var payload = values.payload
    payload["party"] = reference
    return try changeUnlessSame(request, payload) { session in
      try session.reviseParty(reference, values, effectiveOn: effectiveOn)
    }
  }

  /// Adds an identifier of a party, such as a register's number.
  ///
  /// - Throws: ``InvalidRecord`` for a value that identifies nobody;
  ///   ``StoreError/unknown(kind:reference:)``; ``StoreError/notAllowed(_:)`` if a party has it.
  public func addPartyIdentifier(
    _ reference: String,
    scheme: String,
    value raw: String,
    _ request: WriteRequest
  ) throws {
    var check = RecordCheck()
    check.require(scheme, "scheme")
    let value = PartyIdentifier.normalized(scheme: scheme, raw: raw)
    if value == nil {
      check.add(
        "identifier.unusable",
        field: "value",
        value: raw,
        "\u{201C}\(raw)\u{201D} identifies nobody in \(scheme).",
        remedy: "Give the number as the register writes it."
      )
    }
    try check.finish()
    let payload = ["party": reference, "scheme": scheme, "value": raw]
    try change(request, payload) { session in
      let party = try session.party(reference)
      try session.insertIdentifier(value ?? raw, raw: raw, scheme: scheme, of: party)
    }
  }

  /// Adds what a party is to us, for a span of days or without bounds.
  ///
  /// - Throws: ``InvalidRecord`` for a span that ends before it begins;
  ///   ``StoreError/unknown(kind:reference:)``.
  public func addPartyRole(
    _ reference: String,
    _ role: PartyRole,
    validFrom: CivilDay? = nil,
    validThrough: CivilDay? = nil,
    effectiveOn: CivilDay,
    _ request: WriteRequest
  ) throws {
    var check = RecordCheck()
    check.requireOrder(
      ("validFrom", validFrom?.description),
      ("validThrough", validThrough?.description)
    )
    try check.finish()
    try change(request, ["party": reference, "role": role.rawValue]) { session in
      try session.insertRole(
        role,
        of: try session.party(reference),
        validFrom: validFrom,
        validThrough: validThrough,
        effectiveOn: effectiveOn.description
      )
    }
  }

  /// Withdraws a party as never true.
  ///
  /// - Throws: ``InvalidRecord`` for a blank reason; ``StoreError/unknown(kind:reference:)``;
  ///   ``StoreError/notAllowed(_:)`` while it takes part in agreements.
  public func voidParty(_ reference: String, reason: String, _ request: WriteRequest) throws {
    var check = RecordCheck()
    check.require(reason, "reason")
    try check.finish()
    try change(request, ["party": reference, "reason": reason]) { session in
      let id = try session.party(reference)
      try session.requireNoAgreements(of: id, reference)
      try session.void("party", id, reason: reason)
    }
  }
}

extension WriteSession {
  fileprivate func reviseParty(
    _ reference: String,
    _ values: [Field: RecordValue],
    effectiveOn: CivilDay?
  ) throws -> [PlanItem.Change] {
    let id = try party(reference)
    let row = try Row.fetchOne(
      database,
      sql: """
        SELECT * FROM partyRevision WHERE id BETWEEN ?1 << 20 AND (?1 << 20) + 1048575
        ORDER BY effectiveOn DESC, recordingId DESC, id DESC LIMIT 1
        """,
      arguments: [id]
    )
    guard let row else {
      throw StoreError.refused("a party has no revision; run `liaison doctor`")
    }
    let before = PartyValues(row)
    let known: String = row["effectiveOn"]
    if let effectiveOn, effectiveOn.description < known {
      throw StoreError.notAllowed(
        "The change of \(reference) would hold from \(effectiveOn), and the latest values hold "
          + "from \(known). Give a later day, or none to correct them."
      )
    }
    var after = before
    try PartyFields.apply(values, to: &after, of: id, self)
    let columns = PartyFields.columns(values)
    let changes = columns.filter { before[$0] != after[$0] }.map {
      PlanItem.Change(field: $0, before: before[$0].text, after: after[$0].text)
    }
    guard !changes.isEmpty else { return [] }
    try after.insert(
      self,
      id: try nextRevision("party", of: id),
      changed: columns,
      source: [nil, nil, nil],
      effectiveOn: effectiveOn?.description ?? known
    )
    if case .text(let name)? = values[.name] { try insertName(name, of: id) }
    return changes
  }

  fileprivate func insertRole(
    _ role: PartyRole,
    of party: Int64,
    validFrom: CivilDay? = nil,
    validThrough: CivilDay? = nil,
    effectiveOn: String
  ) throws {
    try insert(
      "partyRole",
      [
        .integer(try nextId("partyRole")), .integer(party), .text(role.rawValue),
        StoredValue(validFrom?.description), StoredValue(validThrough?.description),
        .null, .null, .null, .text(effectiveOn),
      ]
    )
  }

  /// Keeps a name under a scheme of our own, so that an import can list likely matches.
  fileprivate func insertName(_ name: String, of party: Int64) throws {
    let scheme = try scheme("liaison:entered")
    let key = NameKey.normalized(name)
    let known = try Int64.fetchOne(
      database,
      sql: "SELECT 1 FROM partyName WHERE schemeId = ? AND nameKey = ? AND partyId = ?",
      arguments: [scheme, key, party]
    )
    guard known == nil else { return }
    try insert("partyName", [.integer(scheme), .text(key), .integer(party)])
  }

  fileprivate func insertIdentifier(
    _ value: String,
    raw: String,
    scheme name: String,
    of party: Int64
  ) throws {
    let scheme = try scheme(name)
    let owner = try String.fetchOne(
      database,
      sql: """
        SELECT p.reference FROM partyIdentifier i JOIN party p ON p.id = i.partyId
        WHERE i.schemeId = ? AND i.value = ?
          AND NOT EXISTS (SELECT 1 FROM voiding WHERE kind = 'party' AND recordId = p.id)
        """,
      arguments: [scheme, value]
    )
    if let owner {
      throw StoreError.notAllowed("The identifier \(value) of \(name) belongs to party \(owner).")
    }
    try insert(
      "partyIdentifier",
      [
        .integer(scheme), .text(value), .integer(party), StoredValue(raw == value ? nil : raw),
      ]
    )
  }

  fileprivate func requireNoAgreements(of party: Int64, _ reference: String) throws {
    let count = try Int64.fetchOne(
      database,
      sql: """
        SELECT count(DISTINCT m.agreementId)
        FROM agreementParty m JOIN agreement a ON a.id = m.agreementId
        WHERE m.partyId = ? AND a.isVoided = 0
        """,
      arguments: [party]
    )
    guard let count, count > 0 else { return }
    throw StoreError.notAllowed(
      "Party \(reference) takes part in \(count) agreement\(count == 1 ? "" : "s"). "
        + "Void \(count == 1 ? "it" : "them") first, or give the party an end instead."
    )
  }
}
