import Model

/// Says what became of a record, from all that the store says about it as of two days.
final class ChangeMaker {
  private let origins: ChangeOrigins
  private let owners: ChangeOwner

  init(_ reader: Reader) throws {
    origins = try ChangeOrigins(reader)
    owners = try ChangeOwner(reader)
  }

  /// What became of a record: nothing, one change, or one and its end.
  ///
  /// - Parameters:
  ///   - comparison: What the store says about it.
  ///   - reference: What it is called.
  /// - Returns: The changes.
  /// - Throws: ``StoreError``.
  func changes(_ comparison: RecordComparison, _ reference: String) throws -> [ChangedRecord] {
    switch (comparison.before, comparison.after) {
    case (nil, nil): return []
    case (nil, let after?):
      let origin = try origins.origin(of: comparison.first ?? after)
      return [
        try change(
          comparison,
          reference,
          after,
          .added,
          origin,
          try comparison.told(after).map {
            try fact(comparison, $0, nil, after, comparison.author(of: $0) ?? after)
          }
        )
      ]
    case (let before?, nil): return [try withdrawn(comparison, reference, before)]
    case (let before?, let after?):
      return try changed(comparison, reference, before, after)
        + ended(comparison, reference, after)
    }
  }

  private func changed(
    _ comparison: RecordComparison,
    _ reference: String,
    _ before: RecordState,
    _ after: RecordState
  ) throws -> [ChangedRecord] {
    let facts = try comparison.differences.map { difference in
      var fact = try fact(comparison, difference.index, before, after, difference.author)
      if let voidedIn = difference.undone?.voidedIn {
        let source = fact.origin.source
        fact.origin = try origins.origin(of: voidedIn)
        fact.origin.effectiveOn = difference.author.effectiveOn
        fact.origin.source = source
      }
      return fact
    }
    guard let first = facts.first else { return [] }
    return [try change(comparison, reference, after, .changed, first.origin, facts)]
  }

  private func ended(
    _ comparison: RecordComparison,
    _ reference: String,
    _ after: RecordState
  ) throws -> [ChangedRecord] {
    guard let index = comparison.lastDayIndex, let last = comparison.passedLastDay,
      let author = comparison.author(of: index)
    else { return [] }
    let origin = try origins.origin(of: author, from: last.adding(days: 1).description)
    return [try gone(comparison, reference, after, .ended, origin)]
  }

  /// The end of an agreement whose term ran out or that an act ended.
  func ended(
    _ comparison: RecordComparison,
    _ reference: String,
    from before: AgreementStanding,
    to after: AgreementStanding
  ) throws -> [ChangedRecord] {
    guard let state = comparison.after else { return [] }
    let causes = ["endedOn", "noticeGivenOn", "endsOn", "initialTerm"]
    let index = comparison.type.fields.firstIndex { field in
      causes.contains(field.name)
        && causes.first { value($0, comparison.type, state) != nil } == field.name
    }
    let author = index.flatMap { comparison.author(of: $0) } ?? state
    var origin = try origins.origin(of: author)
    if let end = after.termEnd { origin.effectiveOn = end.adding(days: 1).description }
    let status = ChangedRecord.Fact(
      name: "status",
      before: before.status.rawValue,
      after: after.status.rawValue,
      origin: origin
    )
    return [try change(comparison, reference, state, .ended, origin, [status])]
  }

  /// What held on the earlier day and is gone on the later one.
  private func withdrawn(
    _ comparison: RecordComparison,
    _ reference: String,
    _ before: RecordState
  ) throws -> ChangedRecord {
    let later = comparison.days.later
    if let voidedIn = comparison.voidedIn, let number = comparison.number {
      var change = try gone(
        comparison,
        reference,
        before,
        .voided,
        try origins.origin(of: voidedIn)
      )
      change.reason = try origins.reason(comparison.type.table, number, voidedIn)
      return change
    }
    if let voidedIn = before.voidedIn, !before.isVisible(on: later) {
      var change = try gone(
        comparison,
        reference,
        before,
        .voided,
        try origins.origin(of: voidedIn)
      )
      change.reason = try origins.reason(comparison.table, before.id, voidedIn)
      return change
    }
    let last = comparison.states.last { $0.isVisible(on: later) } ?? before
    return try gone(comparison, reference, before, .ended, try origins.origin(of: last))
  }

  /// A record that is gone, with all facts that it had.
  private func gone(
    _ comparison: RecordComparison,
    _ reference: String,
    _ state: RecordState,
    _ kind: ChangedRecord.Kind,
    _ origin: ChangedRecord.Origin
  ) throws -> ChangedRecord {
    let facts = comparison.told(state).map { index in
      ChangedRecord.Fact(
        name: comparison.type.fields[index].name,
        before: state.values[index],
        after: nil,
        origin: origin
      )
    }
    return try change(comparison, reference, state, kind, origin, facts)
  }

  private func fact(
    _ comparison: RecordComparison,
    _ index: Int,
    _ before: RecordState?,
    _ after: RecordState,
    _ author: RecordState
  ) throws -> ChangedRecord.Fact {
    ChangedRecord.Fact(
      name: comparison.type.fields[index].name,
      before: before?.values[index],
      after: after.values[index],
      origin: try origins.origin(of: author)
    )
  }

  private func change(
    _ comparison: RecordComparison,
    _ reference: String,
    _ state: RecordState,
    _ kind: ChangedRecord.Kind,
    _ origin: ChangedRecord.Origin,
    _ facts: [ChangedRecord.Fact]
  ) throws -> ChangedRecord {
    let type = comparison.type
    var references = state.references
    // A record of these kinds is itself what others belong to.
    if let number = comparison.number, ["agreement", "party"].contains(type.name) {
      references[type.name] = number
    }
    let owner = try owners.owner(of: type, references)
    let party = try owner.party.flatMap(owners.party)
    return ChangedRecord(
      record: type.name,
      agreementKind: type.name == "agreement" ? value("kind", type, state) : nil,
      reference: reference,
      title: ["title", "name", "subject"].lazy.compactMap { self.value($0, type, state) }.first,
      agreement: try owner.agreement.flatMap(owners.agreement),
      partyReference: party?.reference,
      partyName: party?.name,
      kind: kind,
      origin: origin,
      facts: facts
    )
  }

  private func value(_ name: String, _ type: RecordType, _ state: RecordState) -> String? {
    type.fields.firstIndex { $0.name == name }.flatMap { state.values[$0] }
  }
}
