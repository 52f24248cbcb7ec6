import Importing
import Model

extension NativeReading {
  /// Reads the party whose start tag is current and hands it over.
  func readParty() throws {
    let key = string(names.reference) ?? ""
    draft.kind = .party
    draft.key = draft.append(key)
    var party = DraftParty(role: .supplier, name: 0..<0, isOwn: flag(names.own, default: false))
    let isOwn = party.isOwn
    var identifiers: [DraftIdentifier] = []
    var entries = NativeEntries()
    var isVoided = false
    var latest: NativeTime?
    while let event = try reader.next() {
      guard case .start(let name) = event else {
        if case .end = event { break }
        continue
      }
      switch name {
      case names.voided:
        isVoided = true
        try reader.skip()
      case names.revision:
        let time = NativeTime(reader, names)
        if let latest, time < latest {
          try reader.skip()
        } else if try readPartyRevision(key, &party) {
          latest = time
        }
      case names.identifier: identifiers.append(try readPartyIdentifier())
      default:
        if names.partyFact(name) != nil {
          try readPartyFact(name, &party)
        } else if let type = EntryType.named(reader.local(name)) {
          try readEntry(type, of: [("party", key)], into: &entries)
        } else {
          try reader.skip()
        }
      }
    }
    guard !isVoided else { return countWithdrawn("party") }
    party.isOwn = isOwn
    finishParty(key, party, identifiers)
    try deliver()
    try deliver(entries)
  }

  /// Reads a revision in the place of those before it, unless it was voided.
  private func readPartyRevision(_ key: String, _ party: inout DraftParty) throws -> Bool {
    var isStarted = false
    while let event = try reader.next() {
      guard case .start(let name) = event else {
        if case .text = event { continue }
        break
      }
      if name == names.voided {
        try skipRest()
        return false
      }
      if !isStarted {
        restart(key)
        party = DraftParty(role: .supplier, name: 0..<0)
      }
      isStarted = true
      try readPartyFact(name, &party)
    }
    return isStarted
  }

  private func readPartyFact(_ name: XMLName, _ party: inout DraftParty) throws {
    guard let field = names.partyFact(name) else { return try reader.skip() }
    let bytes = try readText()
    if bytes.isEmpty { draft.setEmpty(field) } else { draft.set(field, bytes: bytes) }
    party.set(field, bytes)
  }

  private func finishParty(_ key: String, _ party: DraftParty, _ identifiers: [DraftIdentifier]) {
    if party.name.isEmpty { problems.append(missingName(key)) }
    draft.addParty(party)
    for identifier in identifiers {
      draft.addPartyIdentifier(party: 0, scheme: identifier.scheme, value: identifier.value)
    }
  }

  private func missingName(_ key: String) -> Problem {
    Problem(
      "party.nameless",
      file: reader.file,
      place: draft.place,
      field: "name",
      value: key,
      message: "The party \u{201C}\(key)\u{201D} has no name.",
      remedy: "Give it an element name."
    )
  }
}

extension DraftParty {
  /// Sets the detail that a field stands for, if parties of drafts have it.
  mutating func set(_ field: Field, _ bytes: Draft.Bytes) {
    guard !bytes.isEmpty else { return }
    switch field {
    case .name: name = bytes
    case .country: country = bytes
    case .address: address = bytes
    case .postalCode: postalCode = bytes
    case .city: city = bytes
    case .email: email = bytes
    case .phone: phone = bytes
    case .website: website = bytes
    default: return
    }
  }
}
