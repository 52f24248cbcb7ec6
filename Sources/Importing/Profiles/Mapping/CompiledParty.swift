/// A party and the readers of its details.
final class CompiledParty {
  /// The part it plays, or nil if ``roleReader`` reads it.
  let role: DraftParty.Role?
  let roleReader: ValueReader?
  let isOwn: Bool
  let own: ValueReader?
  let name: ValueReader
  let details: [(detail: ProfileParty.Detail, reader: ValueReader)]
  let identifiers: [CompiledIdentifier]
  let items: CompiledItems?
  let condition: ProfileParty.Condition?
  /// Reads the word of the condition; nil if the file has no such column.
  let conditionReader: ValueReader?

  /// The party, or one for each number of a repeated group of columns.
  static func all(_ party: ProfileParty, _ finder: inout ColumnFinder) -> [CompiledParty] {
    guard let numbers = party.numbers else {
      return CompiledParty(party, &finder).map { [$0] } ?? []
    }
    return numbers.compactMap { CompiledParty(party.numbered($0), &finder) }
  }

  private init?(_ party: ProfileParty, _ finder: inout ColumnFinder) {
    let items = finder.items(party.list, missing: party.name.missing)
    if items == nil, party.list != nil { return nil }
    let readers = finder.within(items) { Readers(party, &$0) }
    // A condition on a column that the file does not have is settled for all rows.
    if let condition = party.condition, condition.wants, readers.condition == nil { return nil }
    if readers.name.source.isAbsent { return nil }
    if party.role == nil, readers.role == nil { return nil }
    self.items = items
    role = party.role
    roleReader = readers.role
    isOwn = party.isOwn
    own = readers.own
    condition = party.condition
    conditionReader = readers.condition
    name = readers.name
    details = readers.details
    identifiers = readers.identifiers
  }

  /// What the party is called in a message about all its items.
  var word: String { role?.rawValue ?? "party" }
}

/// The readers of what a party has, nil for what the file does not have.
private struct Readers {
  let role, own, condition: ValueReader?
  let name: ValueReader
  let details: [(detail: ProfileParty.Detail, reader: ValueReader)]
  let identifiers: [CompiledIdentifier]

  init(_ party: ProfileParty, _ finder: inout ColumnFinder) {
    func found(_ value: ProfileValue?, closedList: [String]? = nil) -> ValueReader? {
      guard let value else { return nil }
      let reader = finder.reader(value, closedList: closedList)
      return reader.source.isAbsent ? nil : reader
    }
    role = found(party.roleValue, closedList: DraftParty.Role.allCases.map(\.rawValue))
    own = found(party.ownValue)
    condition = found(party.condition.map { ProfileValue($0.source) })
    name = finder.reader(party.name)
    details = ProfileParty.Detail.allCases.compactMap { detail in
      found(party.details[detail]).map { (detail, $0) }
    }
    identifiers = party.identifiers.compactMap { CompiledIdentifier($0, &finder) }
  }
}

extension ProfileParty {
  /// The party with `{n}` in the names of its columns replaced by a number.
  fileprivate func numbered(_ number: Int) -> ProfileParty {
    var party = self
    party.name.source = name.source.numbered(number)
    party.ownValue?.source = ownValue?.source.numbered(number) ?? .constant("")
    party.roleValue?.source = roleValue?.source.numbered(number) ?? .constant("")
    party.details = details.mapValues { value in
      var value = value
      value.source = value.source.numbered(number)
      return value
    }
    party.identifiers = identifiers.map { identifier in
      var identifier = identifier
      identifier.value.source = identifier.value.source.numbered(number)
      if let source = identifier.schemeValue?.source {
        identifier.schemeValue?.source = source.numbered(number)
      }
      return identifier
    }
    return party
  }
}
