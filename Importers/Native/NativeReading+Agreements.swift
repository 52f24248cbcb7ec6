import Importing
import Model

/// A party of the agreement at hand.
struct NativeParty {
  var party: DraftParty
  /// The reference in the document, or nil.
  var reference: String?
  var isPresent: Bool
  var position: Int
  var identifiers: [DraftIdentifier] = []
}

/// Something that the agreement at hand mentions.
struct NativeMention {
  var mention: DraftMention
  var name: String
  var isPresent: Bool
}

extension NativeReading {
  /// Reads the agreement whose start tag is current and hands it over.
  func readAgreement() throws {
    let key = string(names.reference) ?? ""
    let scheme = string(names.scheme)
    draft.key = draft.append(key)
    var isVoided = false
    var versions = NativeVersions(place: draft.place)
    var later: [Draft]?
    while let event = try reader.next() {
      guard case .start(let name) = event else {
        if case .end = event { break }
        continue
      }
      if name == names.voided {
        isVoided = true
        try reader.skip()
      } else if name == names.revision {
        try readRevision(key, into: &versions)
      } else if name == names.version {
        try readVersion(into: &versions)
      } else if let fact = names.agreementFact(name) {
        try readFact(fact)
      } else {
        // What follows belongs to the first version, whose draft takes it.
        later = later ?? settle(key, versions)
        try readPart(name)
      }
    }
    guard !isVoided, versions.hold else { return countWithdrawn("agreement") }
    let others = later ?? settle(key, versions)
    if let scheme { draft.addIdentifier(scheme: scheme, value: draft.append(key)) }
    finishAgreement()
    try deliver(with: others)
  }

  /// Reads something else than a fact of the agreement.
  private func readPart(_ name: XMLName) throws {
    switch name {
    case names.identifier: try readIdentifier()
    case names.party: try readAgreementParty()
    case names.mention: try readMention()
    default: try reader.skip()
    }
  }

  /// Reads a revision in the place of those before it, unless it was voided.
  ///
  /// - Returns: Whether it counts.
  func readRevision(_ key: String) throws -> Bool {
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
      if !isStarted { restart(key) }
      isStarted = true
      if let fact = names.agreementFact(name) { try readFact(fact) } else { try reader.skip() }
    }
    if !isStarted { restart(key) }
    return true
  }

  /// Empties the draft but for kind, place and key.
  func restart(_ key: String) {
    let place = draft.place
    let kind = draft.kind
    draft.reset()
    draft.place = place
    draft.kind = kind
    draft.key = draft.append(key)
    problems.removeAll(keepingCapacity: true)
  }

  /// Passes over the element around the current one, whose start tag is current.
  func skipRest() throws {
    let outer = reader.depth - 1
    while let event = try reader.next() {
      if case .end = event, reader.depth == outer { return }
    }
  }

  private func readIdentifier() throws {
    let scheme = string(names.scheme) ?? ""
    let value = try readText()
    draft.addIdentifier(scheme: scheme, value: value)
  }

  // MARK: Parties

  private func readAgreementParty() throws {
    let role = reader.attribute(names.role).flatMap { DraftParty.Role(rawValue: $0) }
    var entry = NativeParty(
      party: DraftParty(role: role ?? .supplier, name: 0..<0),
      reference: string(names.reference),
      isPresent: flag(names.present, default: true),
      position: reader.attribute(names.position).flatMap { Int($0) } ?? parties.count
    )
    entry.party.isOwn = flag(names.own, default: false)
    var isVoided = false
    while let event = try reader.next() {
      guard case .start(let name) = event else {
        if case .end = event { break }
        continue
      }
      if name == names.identifier {
        entry.identifiers.append(try readPartyIdentifier())
      } else if name == names.voided {
        isVoided = true
        try reader.skip()
      } else {
        try readPartyDetail(name, &entry.party)
      }
    }
    guard !isVoided else { return }
    let earlier = parties.firstIndex {
      $0.reference != nil && $0.reference == entry.reference && $0.party.role == entry.party.role
    }
    if let earlier { parties[earlier] = entry } else { parties.append(entry) }
  }

  /// An identifier of a party as its source wrote it.
  func readPartyIdentifier() throws -> DraftIdentifier {
    let scheme = string(names.scheme) ?? ""
    let raw = reader.attributeBytes(names.raw).map(keep)
    let value = try readText()
    return DraftIdentifier(scheme: scheme, value: raw ?? value)
  }

  /// Reads the name or a detail of a party; another element is passed over.
  func readPartyDetail(_ name: XMLName, _ party: inout DraftParty) throws {
    guard let field = names.partyFact(name) else { return try reader.skip() }
    let bytes = try readText()
    party.set(field, bytes)
  }

  // MARK: Mentions

  private func readMention() throws {
    let kind = reader.attribute(names.kind).flatMap { DraftMention.Kind(rawValue: $0) }
    let isPresent = flag(names.present, default: true)
    var mention = DraftMention(kind: kind ?? .document, name: 0..<0)
    while let event = try reader.next() {
      guard case .start(let name) = event else {
        if case .end = event { break }
        continue
      }
      switch name {
      case names.name: mention.name = try readText()
      case names.detail: mention.detail = try readText()
      default: try reader.skip()
      }
    }
    let entry = NativeMention(
      mention: mention,
      name: draft.string(mention.name),
      isPresent: isPresent
    )
    let earlier = mentions.firstIndex {
      $0.name == entry.name && $0.mention.kind == mention.kind
    }
    if let earlier { mentions[earlier] = entry } else { mentions.append(entry) }
  }

  /// Puts parties in their order and what is mentioned into the draft.
  private func finishAgreement() {
    let inOrder = parties.enumerated().filter(\.element.isPresent).sorted {
      ($0.element.position, $0.offset) < ($1.element.position, $1.offset)
    }
    for (_, entry) in inOrder {
      let number = draft.addParty(entry.party)
      for identifier in entry.identifiers {
        draft.addPartyIdentifier(
          party: number,
          scheme: identifier.scheme,
          value: identifier.value
        )
      }
    }
    for entry in mentions where entry.isPresent { draft.addMention(entry.mention) }
  }
}
