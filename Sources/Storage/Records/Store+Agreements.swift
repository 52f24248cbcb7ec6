import GRDB
import Importing
public import Model

extension Store {
  /// Enters an agreement.
  ///
  /// - Throws: ``InvalidRecord`` for values that cannot be stored;
  ///   ``StoreError/notAllowed(_:)`` for a reference that is taken,
  ///   ``StoreError/unknown(kind:reference:)`` for a party that does not exist.
  public func addAgreement(_ new: NewAgreement, _ request: WriteRequest) throws {
    var facts = [StoredValue](repeating: .null, count: AgreementFacts.fields.count)
    facts[Int(Field.kind.rawValue)] = .text(AgreementKind.contract.rawValue)
    facts.take(new.values)
    try AgreementValues.check(new.values, reference: new.reference, facts: facts)
    var payload = new.values.payload
    payload["reference"] = new.reference
    try change(request, payload) { session in
      try session.requireFree("agreement", new.reference)
      let id = try session.nextId("agreement")
      try session.insert("agreement", [.integer(id), .text(new.reference)])
      let effect = new.effect
      try AgreementWriter(session).insertRevision(
        RevisionRow(
          id: id << 20 + 1,
          version: 1,
          facts: facts,
          changed: Set(new.values.keys).union([.kind]).names,
          source: .person,
          digest: nil,
          effectiveOn: effect.description
        )
      )
      for (position, party) in new.parties.enumerated() {
        try session.insertParty(
          try session.party(party.reference),
          in: id,
          party.role,
          position: position,
          effect
        )
      }
    }
  }

  /// Changes fields of an agreement: corrects what is known, or adds a version.
  ///
  /// - Returns: The fields with their values before and after; empty if nothing is different,
  ///   and nothing was written then.
  /// - Throws: ``InvalidRecord``; ``StoreError/unknown(kind:reference:)``;
  ///   ``StoreError/notAllowed(_:)`` for a day before the one from which the latest values hold.
  public func changeAgreement(
    _ wanted: AgreementChange,
    _ request: WriteRequest
  ) throws -> [PlanItem.Change] {
    var payload = wanted.values.payload
    payload["agreement"] = wanted.reference
    return try changeUnlessSame(request, payload) { session in
      try AgreementRevising(session, wanted).run()
    }
  }

  /// Notes that notice was given.
  ///
  /// - Throws: ``StoreError/unknown(kind:reference:)``; ``StoreError/notAllowed(_:)`` if notice
  ///   was given before.
  public func giveNotice(
    _ reference: String,
    on day: CivilDay,
    by giver: NoticeGiver,
    _ request: WriteRequest
  ) throws {
    let values: [Field: RecordValue] = [
      .noticeGivenOn: .day(day), .noticeGivenBy: .text(giver.rawValue),
    ]
    let payload = ["agreement": reference, "on": day.description, "by": giver.rawValue]
    try change(request, payload) { session in
      let current = try session.revision(of: try session.agreement(reference))
      if let before = current[.noticeGivenOn].text {
        throw StoreError.notAllowed(
          "Notice of \(reference) was already given on \(before). "
            + "Correct that with `liaison agreement change`."
        )
      }
      let effect = max(day, CivilDay(current.effectiveOn) ?? day)
      _ = try AgreementRevising(
        session,
        AgreementChange(reference: reference, values: values, effectiveOn: effect)
      ).run()
    }
  }

  /// Withdraws an agreement as never true.
  ///
  /// - Throws: ``InvalidRecord`` for a blank reason; ``StoreError/unknown(kind:reference:)``.
  public func voidAgreement(
    _ reference: String,
    reason: String,
    _ request: WriteRequest
  ) throws {
    var check = RecordCheck()
    check.require(reason, "reason")
    try check.finish()
    try change(request, ["agreement": reference, "reason": reason]) { session in
      let id = try session.agreement(reference)
      try session.void("agreement", id, reason: reason)
      try session.database.execute(
        sql: "UPDATE agreement SET isVoided = 1 WHERE id = ?",
        arguments: [id]
      )
    }
  }

  /// Lets a party take part in an agreement, or no longer.
  ///
  /// - Throws: ``StoreError/unknown(kind:reference:)``; ``StoreError/notAllowed(_:)`` if it is so
  ///   already.
  public func setParty(
    _ party: String,
    role: AgreementPartyRole,
    isPresent: Bool,
    inAgreement reference: String,
    effectiveOn: CivilDay,
    _ request: WriteRequest
  ) throws {
    let payload = [
      "agreement": reference, "party": party, "role": role.rawValue,
      "isPresent": "\(isPresent)", "effectiveOn": effectiveOn.description,
    ]
    try change(request, payload) { session in
      let agreement = try session.agreement(reference)
      let id = try session.party(party)
      let present = try RevisionReader(session.database).parties(of: agreement).rows
      guard present.contains(where: { $0.role == role.rawValue && $0.party == id }) != isPresent
      else {
        throw StoreError.notAllowed(
          "Party \(party) \(isPresent ? "takes part" : "does not take part") in \(reference) as "
            + "\(role.rawValue) already."
        )
      }
      try session.insertParty(
        id,
        in: agreement,
        role,
        isPresent: isPresent,
        position: present.count,
        effectiveOn
      )
    }
  }
}

extension NewAgreement {
  fileprivate var effect: CivilDay {
    if let effectiveOn { return effectiveOn }
    for field in [Field.signedOn, .startsOn] {
      if case .day(let day)? = values[field] { return min(day, recordedOn) }
    }
    return recordedOn
  }
}

extension WriteSession {
  fileprivate func insertParty(
    _ party: Int64,
    in agreement: Int64,
    _ role: AgreementPartyRole,
    isPresent: Bool = true,
    position: Int,
    _ effect: CivilDay
  ) throws {
    try insert(
      "agreementParty",
      [
        .integer(try nextMembership(of: agreement)), .integer(agreement), .text(role.rawValue),
        .integer(party), .integer(isPresent ? 1 : 0), .integer(Int64(position)), .null, .null,
        .null, .text(effect.description),
      ]
    )
  }

  /// What holds of an agreement.
  func revision(of agreement: Int64) throws -> RevisionRow {
    guard let last = try RevisionReader(database).revisions(of: agreement).last else {
      throw StoreError.refused("an agreement has no revision; run `liaison doctor`")
    }
    return last
  }
}
